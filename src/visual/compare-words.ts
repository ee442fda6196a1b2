import { alignSequences } from './align.ts';
import type { WordRun } from './types.ts';

/** Two texts of a language as one, in which what went and what came is marked. Japanese is parted into words too. */
export function compareWords(base: string, head: string, language: string): readonly WordRun[] {
  const before = splitWords(base, language);
  const after = splitWords(head, language);
  const runs: WordRun[] = [];
  for (const step of alignSequences(before, after)) {
    const kind = step.base === undefined ? 'added' : step.head === undefined ? 'removed' : 'same';
    const text = (step.head === undefined ? before[step.base ?? 0] : after[step.head]) ?? '';
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  }
  return runs;
}

/** How much of two texts is the same, from 0 to 1. */
export function measureLikeness(base: string, head: string, language: string): number {
  const longest = Math.max(base.length, head.length);
  if (longest === 0) return 1;
  const same = compareWords(base, head, language).filter(({ kind }) => kind === 'same');
  return same.reduce((length, { text }) => length + text.trim().length, 0) / longest;
}

function splitWords(text: string, language: string): readonly string[] {
  return Array.from(createSegmenter(language).segment(text), ({ segment }) => segment);
}

function createSegmenter(language: string): Intl.Segmenter {
  const [known = 'en'] = language === '' ? [] : Intl.Segmenter.supportedLocalesOf(language);
  return new Intl.Segmenter(known, { granularity: 'word' });
}
