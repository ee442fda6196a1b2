import type { Edit } from '../tidy/apply-edits.ts';

/** A tag as it is written. */
export interface WrittenTag {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Empty for `{% %}`. */
  readonly name: string;
  readonly args: string;
}

const TAG = /\{%([^%{}]*(?:%(?!\})[^%{}]*)*)%\}/g;

/** The tags of a text; of raw text only the tags around it. */
export function findTags(text: string): readonly WrittenTag[] {
  const tags: WrittenTag[] = [];
  let isRaw = false;
  for (const { 0: written, 1: inner = '', index } of text.matchAll(TAG)) {
    const [, name = '', args = ''] = /^(\S*)\s*([\s\S]*)$/.exec(inner.replace(/^-|-$/g, '').trim()) ?? [];
    const isEnd = `${name}${args}`.toLowerCase() === 'endraw';
    if (isRaw && !isEnd) continue;
    isRaw = name === 'raw';
    tags.push({ start: index, end: index + written.length, text: written, name, args });
  }
  return tags;
}

/** An edit that gives a tag another name and arguments, and keeps its dashes. */
export function rewriteTag({ start, end, text }: WrittenTag, words: string): Edit {
  const opening = text.startsWith('{%-') ? '{%-' : '{%';
  const closing = text.endsWith('-%}') ? '-%}' : '%}';
  return { start, end, replacement: `${opening} ${words.trim()} ${closing}` };
}

/** Stretches between `raw` and `endraw`. */
export function findRawText(text: string): readonly { readonly start: number; readonly end: number }[] {
  const tags = findTags(text);
  return tags.flatMap(({ name, end }, at) =>
    name === 'raw' ? { start: end, end: tags[at + 1]?.start ?? text.length } : [],
  );
}
