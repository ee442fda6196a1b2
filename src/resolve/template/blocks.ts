/** A tag that encloses text: the tag that ends it, and the tags that divide it. */
export interface Block {
  readonly end: string;
  readonly branches: readonly string[];
  /** Whether it takes no arguments. */
  readonly isBare?: boolean;
}

const DECISIVE: ReadonlySet<string> = new Set(
  `if unless case ifversion for tablerow capture comment elsif else when
  endif endunless endcase endfor endtablerow endcapture endcomment`.split(/\s+/),
);

/** Whether a tag has a say in which text is shown, so that text around a damaged one may not hold. */
export function decidesText(name: string): boolean {
  return DECISIVE.has(name);
}

/** Whether a tag asks something, and shows the text that the answer chooses. */
export function isCondition(name: string): boolean {
  return ['if', 'unless', 'case', 'ifversion'].includes(name);
}

const STANDARD: Readonly<Record<string, Block>> = {
  if: { end: 'endif', branches: ['elsif', 'else'] },
  unless: { end: 'endunless', branches: ['elsif', 'else'] },
  case: { end: 'endcase', branches: ['when', 'else'] },
  for: { end: 'endfor', branches: ['else'] },
  tablerow: { end: 'endtablerow', branches: [] },
  capture: { end: 'endcapture', branches: [] },
  ifversion: { end: 'endif', branches: ['elsif', 'else'] },
};

/** The block tags of the language by name: those of Liquid, `ifversion`, and `enclosing` with an `end…` each. */
export function createBlocks(enclosing: Iterable<string>): ReadonlyMap<string, Block> {
  const blocks = new Map(Object.entries(STANDARD));
  for (const name of enclosing)
    blocks.set(name, { end: `end${name}`, branches: [], isBare: name !== 'codetab' });
  return blocks;
}

/** Names of blocks by the tags that end and that divide them. */
export interface BlockParts {
  readonly ended: ReadonlyMap<string, readonly string[]>;
  readonly divided: ReadonlyMap<string, readonly string[]>;
}

export function findBlockParts(blocks: ReadonlyMap<string, Block>): BlockParts {
  const [ended, divided] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [name, { end, branches }] of blocks) {
    ended.set(end, [...(ended.get(end) ?? []), name]);
    for (const branch of branches) divided.set(branch, [...(divided.get(branch) ?? []), name]);
  }
  return { ended, divided };
}

/** Tags of other engines as they are written, for texts that are not parsed yet. */
export function createAliasBlocks(names: readonly string[]): readonly (readonly [string, Block])[] {
  return names.map((name) => [name, { end: `end${name}`, branches: [] }]);
}
