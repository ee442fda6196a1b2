import { createHash } from 'node:crypto';
import { type MarkdownOptions, nameLanguages } from '../markdown/index.ts';
import type { Shard } from './types.ts';

/**
 * The shard that renders a text. It follows from the text alone, so that a change moves no other text to another shard,
 * where the cache would not know it; and evenly, for a hash has no favourites.
 */
export function findShardOf(text: string, of: number): number {
  return (hash(text).readUIntBE(0, 6) % of) + 1;
}

/** The texts of one shard, each once, with the names of their shelves in the cache. */
export function pickTexts(
  texts: readonly string[],
  folders: readonly string[],
  { number, of }: Shard,
): { readonly texts: readonly string[]; readonly folders: readonly string[] } {
  const picked = new Map<string, string>();
  for (const [at, text] of texts.entries()) {
    if (!picked.has(text) && findShardOf(text, of) === number)
      picked.set(text, formatShelf(folders[at] ?? '', { number, of }));
  }
  return { texts: [...picked.keys()], folders: [...picked.values()] };
}

/** Shards that run at once write no pack together: the last of them would undo what the others wrote. */
export function formatShelf(folder: string, { number, of }: Shard): string {
  return `${folder} ${number}/${of}`;
}

/** Equal for the same distinct texts and options, in whatever order. */
export function hashTexts(
  texts: readonly string[],
  { html, math, diagrams, codeLanguages }: MarkdownOptions,
): string {
  const hashes = [...new Set(texts)].map((text) => hash(text).toString('base64url')).sort();
  const named = codeLanguages === undefined ? [] : [nameLanguages(codeLanguages)];
  return hash(
    [[html, math && 'math', diagrams].filter(Boolean).join('+'), ...named, ...hashes].join(' '),
  ).toString('base64url');
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
