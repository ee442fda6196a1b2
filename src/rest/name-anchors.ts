import { slug } from 'github-slugger';
import { isText } from './nodes.ts';
import type { Operation } from './types.ts';

/** The parts of an operation that have a heading. */
const OPERATION_PARTS = ['parameters', 'request-body', 'example', 'responses', 'callbacks'] as const;

/**
 * Second anchors of operations, made of the words of their headings as docs.github.com makes them, so that links of descriptions lead
 * there. They are those of the source language on every page. Nothing that has an id already loses it.
 *
 * @param taken ids that the article has beside its operations
 */
export function nameAnchors(
  operations: Iterable<Pick<Operation, 'id' | 'value'>>,
  taken: Iterable<string>,
): ReadonlyMap<string, string> {
  const all = [...operations];
  const claimed = new Set([
    ...taken,
    ...all.flatMap(({ id }) => [id, ...OPERATION_PARTS.map((part) => `${id}--${part}`)]),
  ]);
  const anchors = new Map<string, string>();
  for (const { id, value } of all) {
    const summary = value.entries.get('summary');
    const words = summary?.original ?? summary?.value;
    const name = isText(words) ? slug(words.value.trim().replaceAll('`', '')) : '';
    if (name === '' || claimed.has(name) || OF_THE_PAGE.test(name)) continue;
    claimed.add(name);
    anchors.set(id, name);
  }
  return anchors;
}

/** Ids of the page around the text, which no text may have. */
const OF_THE_PAGE = /^(?:article-contents$|decant-)/;

/** Ids that a text of an article has: of its headings, but for the values of Liquid in them, and of its HTML. */
export function listIds(markdown: string): readonly string[] {
  const headings = [...markdown.matchAll(/^ {0,3}#{1,6}[ \t]+(.*)$/gm)].map(([, words = '']) =>
    slug(
      words
        .replace(/\{[{%][^{}]*\}\}?/g, '')
        .replace(/[ \t]#+$/, '')
        .trim(),
    ),
  );
  return [...headings, ...[...markdown.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id = '']) => id)];
}
