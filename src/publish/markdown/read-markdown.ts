import type { Rendering } from '../../markdown/index.ts';
import type { MarkdownEdit } from './edits.ts';
import { listLanguageEdits, listTabEdits } from './list-tab-edits.ts';
import { listTidyEdits } from './list-tidy-edits.ts';
import { findHoles, type LinkHole } from './rewrite-links.ts';

/** What is to be done to a Markdown text: the same on every page, and by what the page's slots were filled with. */
export interface MarkdownNotes {
  readonly edits: readonly MarkdownEdit[];
  readonly holes: readonly LinkHole[];
}

export type ReadMarkdown = (markdown: string, rendering: Rendering) => MarkdownNotes;

/** A function that remembers the texts it has read, by their rendering, which has one text. */
export function createMarkdownReader(): ReadMarkdown {
  const known = new WeakMap<Rendering, MarkdownNotes>();
  return (markdown, rendering) => {
    const found = known.get(rendering);
    if (found !== undefined) return found;
    const edits = [
      ...listTabEdits(markdown, rendering),
      ...listLanguageEdits(markdown),
      ...listTidyEdits(markdown),
    ];
    const notes = { edits, holes: findHoles(markdown, rendering) };
    known.set(rendering, notes);
    return notes;
  };
}
