import type { Liquid, TagToken } from 'liquidjs';
import { findNearest } from '../../diagnostics/index.ts';
import type { Block } from './blocks.ts';

interface Surroundings {
  readonly liquid: Liquid;
  readonly blocks: ReadonlyMap<string, Block>;
  /** Open tags, outermost first. */
  readonly open: readonly { readonly block: Block }[];
}

/** What the author of an unknown tag may have meant, as it is written between the brackets; undefined if nothing is near. */
export function suggestTag(
  { liquid, blocks, open }: Surroundings,
  { name, args }: TagToken,
): string | undefined {
  const names = listNames(liquid, blocks);
  const written = /^\w*/.exec(args.trim())?.[0] ?? '';
  const joined = `${name}${written}`.toLowerCase();
  if (name.toLowerCase() === 'end') return names.has(joined) ? joined : (open.at(-1)?.block.end ?? 'endif');
  if (name.toLowerCase() === 'endifversion') return 'endif';
  if (/^(?:variables|reusables)$/.test(name) && args.startsWith('.')) return `data ${name}${args.trim()}`;
  const lower = name.toLowerCase();
  return names.has(lower) ? lower : findNearest(name, names);
}

function listNames(liquid: Liquid, blocks: ReadonlyMap<string, Block>): ReadonlySet<string> {
  const ofBlocks = [...blocks.values()].flatMap(({ end, branches }) => [...branches, end]);
  return new Set([...Object.keys(liquid.tags), ...ofBlocks, 'raw', 'endraw', 'comment', 'endcomment']);
}
