import type { VariantNames } from '../load/index.ts';
import { createEnclosures } from './tags/enclosing.ts';
import { LINK_TAGS } from './tags/links.ts';
import { createBlocks } from './template/blocks.ts';

/** A tag that writers may use. */
export interface TagForm {
  readonly name: string;
  /** The tag that ends its block; undefined where it has none. */
  readonly end: string | undefined;
}

/** The tags of the format, and those of Liquid that content has. */
export function listTags(variants: VariantNames): readonly TagForm[] {
  const blocks = createBlocks(createEnclosures(variants).keys());
  const whole = ['data', 'indented_data_reference', 'octicon', 'assign', ...LINK_TAGS];
  const dividing = [...blocks.values()].flatMap(({ branches, end }) => [...branches, end]);
  return [
    ...[...blocks].map(([name, { end }]) => ({ name, end })),
    { name: 'raw', end: 'endraw' },
    { name: 'comment', end: 'endcomment' },
    ...[...new Set([...whole, ...dividing, 'endraw', 'endcomment'])].map((name) => ({
      name,
      end: undefined,
    })),
  ];
}
