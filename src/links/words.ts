import type { DataStore } from '../load/index.ts';
import type { WordName } from '../markdown/index.ts';

type Words = Readonly<Record<WordName, string>>;

const ENGLISH: Words = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  code: 'Code',
};

/** Where the site says nothing else in `data/ui.yml`. Any other language has the English words. */
const BUILT_IN: Readonly<Record<string, Words>> = {
  ja: { note: 'メモ', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意', code: 'コード' },
};

/**
 * Finds a word that articles need in a language: the title of a callout is `alerts.NOTE` of `data/ui.yml`, or its like
 * in lower case, and the word above code without a language `words.code`, as those of the theme.
 */
export function createWordFinder(
  data: Pick<DataStore, 'tree'>,
): (language: string, name: WordName) => string {
  return (language, name) => {
    const ui = readMap(data.tree(language).ui);
    const alerts = readMap(ui.alerts);
    const word = name === 'code' ? readMap(ui.words).code : (alerts[name.toUpperCase()] ?? alerts[name]);
    return typeof word === 'string' ? word : (BUILT_IN[language] ?? ENGLISH)[name];
  };
}

function readMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
