import { findLanguageKey } from '../config/index.ts';
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

function findBuiltIn(language: string): Words {
  return BUILT_IN[findLanguageKey(language, BUILT_IN) ?? ''] ?? ENGLISH;
}

/** Where the site says nothing else in `data/ui.yml`. Any other language has the English words. */
const BUILT_IN: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  ar: {
    note: 'ملاحظة',
    tip: 'تلميح',
    important: 'مهم',
    warning: 'تحذير',
    caution: 'تنبيه',
    code: 'التعليمات البرمجية',
    prompt: 'فتح في المحادثة',
    footnotes: 'الحواشي',
    backToReference: 'العودة إلى المرجع {number}',
  },
  de: {
    note: 'Hinweis',
    tip: 'Tipp',
    important: 'Wichtig',
    warning: 'Warnung',
    caution: 'Vorsicht',
    code: 'Code',
    prompt: 'Im Chat öffnen',
    footnotes: 'Fußnoten',
    backToReference: 'Zurück zu Verweis {number}',
  },
  es: {
    note: 'Nota',
    tip: 'Consejo',
    important: 'Importante',
    warning: 'Advertencia',
    caution: 'Precaución',
    code: 'Código',
    prompt: 'Abrir en el chat',
    footnotes: 'Notas al pie',
    backToReference: 'Volver a la referencia {number}',
  },
  fr: {
    note: 'Remarque',
    tip: 'Conseil',
    important: 'Important',
    warning: 'Avertissement',
    caution: 'Attention',
    code: 'Code',
    prompt: 'Ouvrir dans le chat',
    footnotes: 'Notes de bas de page',
    backToReference: 'Retour au renvoi {number}',
  },
  ko: {
    note: '참고',
    tip: '팁',
    important: '중요',
    warning: '경고',
    caution: '주의',
    code: '코드',
    prompt: '채팅에서 열기',
    footnotes: '각주',
    backToReference: '{number}번 참조로 돌아가기',
  },
  'pt-BR': {
    note: 'Observação',
    tip: 'Dica',
    important: 'Importante',
    warning: 'Aviso',
    caution: 'Cuidado',
    code: 'Código',
    prompt: 'Abrir no chat',
    footnotes: 'Notas de rodapé',
    backToReference: 'Voltar à referência {number}',
  },
  ru: {
    note: 'Примечание',
    tip: 'Совет',
    important: 'Важно',
    warning: 'Предупреждение',
    caution: 'Осторожно',
    code: 'Код',
    prompt: 'Открыть в чате',
    footnotes: 'Сноски',
    backToReference: 'Вернуться к ссылке {number}',
  },
  'zh-Hans': {
    note: '注意',
    tip: '提示',
    important: '重要',
    warning: '警告',
    caution: '小心',
    code: '代码',
    prompt: '在聊天中打开',
    footnotes: '脚注',
    backToReference: '返回引用 {number}',
  },
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
 * `words.backToReference`, where `{number}` is that of the reference. What a translation lacks is the word of the source language, if
 * the site has one of its own there.
 */
export function createWordFinder(
  data: Pick<DataStore, 'tree' | 'parts'>,
): (language: string, name: WordName) => string {
  const [sourceLanguage = 'en'] = data.parts.keys();
  return (language, name) => {
    const word = readWord(data.tree(language), name);
    if (word === undefined) return findBuiltIn(language)[name];
    // Where the source language says what it would say anyway, others say it in their words.
    const isLent = readWord(data.parts.get(language)?.tree, name) === undefined;
    return isLent && word === findBuiltIn(sourceLanguage)[name] ? findBuiltIn(language)[name] : word;
  };
}

function readWord(tree: unknown, name: WordName): string | undefined {
  const ui = readMap(readMap(tree).ui);
  const alerts = readMap(ui.alerts);
  const word = IN_WORDS.includes(name)
    ? readMap(ui.words)[name]
    : (alerts[name.toUpperCase()] ?? alerts[name]);
  return typeof word === 'string' ? word : undefined;
}

function readMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
