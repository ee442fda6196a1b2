import type { Diagnostic } from '../diagnostics/index.ts';
import type { Heading } from '../markdown/index.ts';
import { locate } from '../resolve/index.ts';
import { createSet, formatVersions, type Version } from '../versions/index.ts';
import type { UnpairedHeadings } from './anchors.ts';
import type { RenderedArticle } from './types.ts';

/** Collects the headings of a translation, and of its source, that have no counterpart: one diagnostic for the translation. */
export interface HeadingLog {
  note(rendered: RenderedArticle, version: Version, unpaired: UnpairedHeadings): void;
  list(): readonly Diagnostic[];
}

export function createHeadingLog(versions: readonly Version[]): HeadingLog {
  const found: Version[] = [];
  const translated = new Map<string, { readonly rendered: RenderedArticle; readonly heading: Heading }>();
  const source = new Set<string>();
  let first: RenderedArticle | undefined;
  return {
    note(rendered, version, unpaired) {
      if (unpaired.translated.length + unpaired.source.length === 0) return;
      first ??= rendered;
      found.push(version);
      for (const heading of unpaired.translated)
        if (!translated.has(heading.text)) translated.set(heading.text, { rendered, heading });
      for (const { id } of unpaired.source) source.add(`#${id}`);
    },
    list() {
      const [own] = translated.values();
      const rendered = own?.rendered ?? first;
      const body = rendered?.resolution.fields.body;
      if (rendered === undefined || body === undefined) return [];
      return [
        {
          code: 'links/unpaired-headings',
          severity: 'warning',
          message: describeUnpaired([...translated.keys()], [...source]),
          hint: 'Give the translation the same headings as the source language, in the same order, at the same levels.',
          ...locate(body, own?.heading.offset ?? 0),
          versions: formatVersions(createSet(found), versions),
          languages: [rendered.resolution.language],
        },
      ];
    },
  };
}

function describeUnpaired(translated: readonly string[], source: readonly string[]): string {
  const own = translated.length > 0 ? `it is not certain what ${quote(translated)} correspond to` : '';
  const missing = source.length > 0 ? `nothing corresponds to ${quote(source)}` : '';
  const both = [own, missing].filter((part) => part !== '').join(', and ');
  return `The headings of the translation are not those of the source language: ${both}.`;
}

const MAX_NAMES = 8;

function quote(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMES).map((name) => `'${name}'`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
