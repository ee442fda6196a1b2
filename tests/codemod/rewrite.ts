import type { Rewrite } from '../../src/codemod/index.ts';
import { createRenderer } from '../../src/create-renderer.ts';

/** Renders in this process. */
export const { renderMarkdown } = createRenderer({ workers: 0 });

/** The texts as a rewrite leaves them. */
export function applyTo(
  texts: ReadonlyMap<string, string>,
  { edits, deleted }: Pick<Rewrite, 'edits' | 'deleted'>,
): ReadonlyMap<string, string> {
  const after = new Map(texts);
  for (const file of deleted) after.delete(file);
  for (const [file, list] of edits) {
    let text = texts.get(file) ?? '';
    for (const { start, end, text: inserted } of list.toReversed())
      text = text.slice(0, start) + inserted + text.slice(end);
    after.set(file, text);
  }
  return after;
}
