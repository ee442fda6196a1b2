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
  prompt: 'Open in chat',
  footnotes: 'Footnotes',
  backToReference: 'Back to reference {number}',
};

/** Where the site says nothing else in `data/ui.yml`. Any other language has the English words. */
const BUILT_IN: Readonly<Record<string, Words>> = {
  ja: {
    note: 'メモ',
    tip: 'ヒント',
    important: '重要',
    warning: '警告',
    caution: '注意',
    code: 'コード',
    prompt: 'チャットで開く',
    footnotes: '脚注',
    backToReference: '参照{number}に戻る',
  },
};

/** Those that `data/ui.yml` has among the words of the theme. */
const IN_WORDS: readonly WordName[] = ['code', 'prompt', 'footnotes', 'backToReference'];

/**
 * Finds a word that articles need in a language: the title of a callout is `alerts.NOTE` of `data/ui.yml`, or its like
 * in lower case. As those of the theme, the word above code without a language is `words.code`, what a link says that puts
 * a prompt to a chat `words.prompt`, and what screen readers say of footnotes `words.footnotes` and
 * `words.backToReference`, where `{number}` is that of the reference.
 */
export function createWordFinder(
  data: Pick<DataStore, 'tree'>,
): (language: string, name: WordName) => string {
  return (language, name) => {
    const ui = readMap(data.tree(language).ui);
    const alerts = readMap(ui.alerts);
    const word = IN_WORDS.includes(name)
      ? readMap(ui.words)[name]
      : (alerts[name.toUpperCase()] ?? alerts[name]);
    return typeof word === 'string' ? word : (BUILT_IN[language] ?? ENGLISH)[name];
  };
}

function readMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
