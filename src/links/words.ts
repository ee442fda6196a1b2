import type { DataStore } from '../load/index.ts';
import type { CalloutKind } from '../markdown/index.ts';

type Words = Readonly<Record<CalloutKind, string>>;

const ENGLISH: Words = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

/** Where the site says nothing else in `data/ui.yml`. Any other language has the English words. */
const BUILT_IN: Readonly<Record<string, Words>> = {
  ja: { note: 'メモ', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
};

/** Finds the title word of a callout in a language: `alerts.NOTE` of `data/ui.yml`, or its like in lower case. */
export function createWordFinder(
  data: Pick<DataStore, 'tree'>,
): (language: string, kind: CalloutKind) => string {
  return (language, kind) => {
    const words = readMap(readMap(data.tree(language).ui).alerts);
    const word = words[kind.toUpperCase()] ?? words[kind];
    return typeof word === 'string' ? word : (BUILT_IN[language] ?? ENGLISH)[kind];
  };
}

function readMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
