import type { SourceBlock } from '../queries/index.ts';

const TAGS = String.raw`(?:\{%[^%]*%\}\s*)*`;
/** Marks that make a block what it is. They stay where they are, and no translator sees them. */
const LEADS: Partial<Record<SourceBlock['kind'], RegExp>> = {
  heading: new RegExp(String.raw`^${TAGS}#{1,6}\s+`),
  step: new RegExp(String.raw`^${TAGS}(?:>\s*)?\d{1,9}[.)]\s+`),
  item: new RegExp(String.raw`^${TAGS}(?:>\s*)?[-*+]\s+`),
  row: /^\|\s*/,
  paragraph: /^(?:>[^\S\n]?)+/,
};
const TRAILS: Partial<Record<SourceBlock['kind'], RegExp>> = {
  heading: /(?<!\s)\s+#+$/,
  row: /(?<!\s)\s*\|$/,
};

/** A block as it is written: what is translated, and the marks around that. */
export interface TrimmedBlock {
  readonly lead: string;
  readonly text: string;
  readonly trail: string;
}

/** @example trimBlock({ kind: 'heading', text: '## Brew tea', line: 7 }) // { lead: '## ', text: 'Brew tea', trail: '' } */
export function trimBlock({ kind, text }: Pick<SourceBlock, 'kind' | 'text'>): TrimmedBlock {
  const lead = LEADS[kind]?.exec(text)?.[0] ?? '';
  const rest = text.slice(lead.length);
  const trail = TRAILS[kind]?.exec(rest)?.[0] ?? '';
  return { lead, text: rest.slice(0, rest.length - trail.length), trail };
}
