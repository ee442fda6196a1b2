/** Words of the interface in one language. `{name}` marks where a name goes. */
export interface Words {
  readonly skipToContent: string;
  readonly menu: string;
  readonly closeMenu: string;
  readonly allProducts: string;
  /** Link to the index page of a group in the sidebar. */
  readonly overview: string;
  readonly breadcrumbs: string;
  readonly version: string;
  readonly language: string;
  /** Picker entry of a version without the article; `{title}` is the page it leads to. */
  readonly notInVersion: string;
  readonly notInLanguage: string;
  readonly inThisArticle: string;
  readonly inThisSection: string;
  readonly products: string;
  readonly whoCanUse: string;
  /** Nothing of the article is translated; `{language}` is the language it is shown in. */
  readonly notTranslated: string;
  readonly partlyTranslated: string;
  readonly previous: string;
  readonly next: string;
  readonly neighbours: string;
  readonly copy: string;
  readonly copied: string;
  readonly moved: string;
  readonly movedTo: string;
  readonly chooseLanguage: string;
  readonly notFound: string;
  readonly notFoundText: string;
  readonly toHome: string;
}

/** The built-in words of a language, English where there are none. */
export function findWords(language: string): Words {
  return WORDS[language] ?? WORDS[language.split('-')[0] ?? ''] ?? ENGLISH;
}

/** Words with those in their place that `ui` (the site's `data/ui.yml`) has under `words`. */
export function replaceWords(words: Words, ui: unknown): Words {
  const own = isMap(ui) && isMap(ui.words) ? ui.words : {};
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, typeof own[name] === 'string' ? own[name] : word]),
  ) as unknown as Words;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Puts names into a sentence: `formatWords('Opens {title}', { title })`. */
export function formatWords(sentence: string, names: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (mark, name: string) => names[name] ?? mark);
}

const ENGLISH: Words = {
  skipToContent: 'Skip to the main content',
  menu: 'Menu',
  closeMenu: 'Close the menu',
  allProducts: 'All products',
  overview: 'Overview',
  breadcrumbs: 'Breadcrumbs',
  version: 'Version',
  language: 'Language',
  notInVersion: 'This page is not in this version; opens “{title}”',
  notInLanguage: 'This page is not in this language; opens “{title}”',
  inThisArticle: 'In this article',
  inThisSection: 'In this section',
  products: 'Products',
  whoCanUse: 'Who can use this feature?',
  notTranslated: 'This page has not been translated yet. It is shown in {language}.',
  partlyTranslated: 'Parts of this page have not been translated yet. They are shown in {language}.',
  previous: 'Previous',
  next: 'Next',
  neighbours: 'Previous and next article',
  copy: 'Copy',
  copied: 'Copied',
  moved: 'This page has moved',
  movedTo: 'Go to the new address: ',
  chooseLanguage: 'Choose a language',
  notFound: 'Page not found',
  notFoundText: 'There is no page at this address. It may have moved, or it may be part of another version.',
  toHome: 'Go to the home page',
};

const JAPANESE: Words = {
  skipToContent: '本文へ移動',
  menu: 'メニュー',
  closeMenu: 'メニューを閉じる',
  allProducts: 'すべての製品',
  overview: '概要',
  breadcrumbs: '現在の位置',
  version: 'バージョン',
  language: '言語',
  notInVersion: 'このバージョンにこのページはありません。「{title}」を開きます',
  notInLanguage: 'この言語にこのページはありません。「{title}」を開きます',
  inThisArticle: 'この記事の内容',
  inThisSection: 'このセクションの記事',
  products: '製品',
  whoCanUse: 'この機能を使用できるユーザー',
  notTranslated: 'このページはまだ翻訳されていないため、{language}で表示しています。',
  partlyTranslated:
    'このページには、まだ翻訳されていない部分があります。その部分は{language}で表示しています。',
  previous: '前の記事',
  next: '次の記事',
  neighbours: '前後の記事',
  copy: 'コピー',
  copied: 'コピーしました',
  moved: 'このページは移動しました',
  movedTo: '新しいアドレス：',
  chooseLanguage: '言語を選択',
  notFound: 'ページが見つかりません',
  notFoundText:
    'このアドレスにページはありません。移動したか、別のバージョンにだけ含まれている可能性があります。',
  toHome: 'ホームページへ',
};

const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, ja: JAPANESE };
