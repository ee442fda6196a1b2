/** A tag with the one that ends it. */
export interface TagBlock {
  readonly name: string;
  /** Of the whole, with both tags. */
  readonly start: number;
  readonly end: number;
  /** The tags that begin its parts, each with the begin of what comes behind them. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

const TAG = /\{%-?\s*([a-z_]+)\b[^%]*%\}/g;
const DIVIDING: ReadonlySet<string> = new Set(['elsif', 'else', 'when']);

/** The blocks of tags in a text that may not be whole yet: what is not closed is left out. */
export function scanBlocks(text: string): readonly TagBlock[] {
  const open: { name: string; start: number; parts: { start: number; end: number }[] }[] = [];
  const blocks: TagBlock[] = [];
  for (const { 0: tag, 1: name = '', index } of text.matchAll(TAG)) {
    const part = { start: index, end: index + tag.length };
    const verbatim = open.at(-1)?.name === 'raw' || open.at(-1)?.name === 'comment';
    if (name.startsWith('end')) {
      const opening = name === 'endif' ? ['ifversion', 'if'] : [name.slice(3)];
      const at = open.findLastIndex((each) => opening.includes(each.name));
      const [block] = at === -1 ? [] : open.splice(at);
      if (block !== undefined) blocks.push({ ...block, end: part.end });
    } else if (verbatim) continue;
    else if (DIVIDING.has(name)) open.at(-1)?.parts.push(part);
    else open.push({ name, start: index, parts: [part] });
  }
  return blocks.sort((a, b) => a.start - b.start);
}
