import type { Source } from '../diagnostics/index.ts';
import type { RuleScope } from './types.ts';

/** A value of `data/` that nobody uses. */
export interface UnusedData {
  readonly reference: string;
  readonly source: Source;
  /** An unused file of `data/` that names it. */
  readonly user: string | undefined;
  /** The language that alone has it; empty for what the source language has. */
  readonly languages: readonly string[];
}

/** Of a translation only what the source language lacks is named: the rest goes with the source. */
export function listUnusedData({ corpus, mentions }: RuleScope, kind: RegExp): readonly UnusedData[] {
  const [[, original] = ['', undefined] as const, ...translations] = corpus.data.parts;
  if (original === undefined) return [];
  const known = [
    ...[...original.sources].map(([reference, source]) => ({ reference, source, languages: [] })),
    ...translations.flatMap(([language, { sources }]) =>
      [...sources]
        .filter(([reference]) => !original.sources.has(reference))
        .map(([reference, source]) => ({ reference, source, languages: [language] })),
    ),
  ];
  return known
    .filter(({ reference }) => kind.test(reference) && !mentions.hasData(reference))
    .map((each) => ({ ...each, user: mentions.findIdleUser(each.reference) }));
}
