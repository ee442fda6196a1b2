/** Words of the interface in one language. `{name}` marks where a name goes. */
export interface Words {
  readonly skipToContent: string;
  readonly menu: string;
  readonly closeMenu: string;
  /** Button between light and dark. */
  readonly dark: string;
  readonly allProducts: string;
  /** Link to the index page of a group in the sidebar. */
  readonly overview: string;
  /** Link to the index page of a list that is too long to be shown whole. */
  readonly all: string;
  readonly breadcrumbs: string;
  /** Links of the site file, in the header. */
  readonly siteLinks: string;
  /** Signs in the footer that have no name of their own. */
  readonly email: string;
  readonly forum: string;
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
  /** Said of an image that opens in its own size. */
  readonly enlarge: string;
  /** Releases that have a section: `{version}`, `{older}` and `{newer}` are releases. */
  readonly andLater: string;
  readonly andEarlier: string;
  readonly fromTo: string;
  readonly viewMarkdown: string;
  readonly editPage: string;
  /** `{date}` is the day of the last change. */
  readonly lastUpdated: string;
  readonly moved: string;
  readonly movedTo: string;
  readonly chooseLanguage: string;
  readonly notFound: string;
  readonly notFoundText: string;
  /** Above links to the article of an address that has none, in other versions and languages, and to pages with similar ones. */
  readonly foundElsewhere: string;
  readonly similarAddresses: string;
  readonly toHome: string;
  /** On the button of annotated code. */
  readonly notesInline: string;
  readonly notesBeside: string;
  readonly tool: string;
  readonly platform: string;
  /** Columns and boxes of landing pages. */
  readonly gettingStarted: string;
  readonly startHere: string;
  readonly guides: string;
  readonly popular: string;
  readonly videos: string;
  readonly whatsNew: string;
  readonly watchVideo: string;
  readonly moreProducts: string;
  readonly allGuides: string;
  /** Heading of the articles below a landing page, and what they are chosen by. */
  readonly articles: string;
  readonly category: string;
  readonly surface: string;
  readonly complexity: string;
  /** What guides are filtered by. */
  readonly guideType: string;
  readonly guideTopic: string;
  /** Lists of many pages: the field that chooses among them, and what unfolds the rest, `{count}` in all. */
  readonly filterPages: string;
  readonly showAll: string;
  readonly learningTracks: string;
  readonly startTrack: string;
  /** The way on at the end of a track: `{title}` is that of the track that follows. */
  readonly nextTrack: string;
  /** `{position}` and `{count}` are numbers. */
  readonly trackPosition: string;
  readonly effectiveDate: string;
  /** `{version}` and `{date}`, in words that stay true once the day is over. */
  readonly supportEnds: string;
  /** The same once the day is over. */
  readonly supportEnded: string;
  /** `{version}`, of a release that has newer ones. */
  readonly oldRelease: string;
  /** `{version}`, of a release whose pages are an archive. */
  readonly frozenRelease: string;
  readonly newestRelease: string;
  /** `{version}` is a release that is no longer documented, `{current}` the one that stands in for it. */
  readonly retired: string;
  readonly retiredHere: string;
  readonly retiredEarlierHere: string;
  /** The newest release lacks the page: `{version}`, and `{title}` is the page it leads to. */
  readonly newestReleaseLacks: string;
  readonly preview: string;
  /** What changed between releases. `{version}`, `{older}` and `{newer}` are releases, `{count}` and its like numbers. */
  readonly whatChanged: string;
  readonly changedIn: string;
  readonly seeChanges: string;
  readonly changesBetween: string;
  readonly readIn: string;
  readonly changesOfRelease: string;
  /** `{counts}` are those that follow, but for zeros, as a list. */
  readonly changesText: string;
  readonly countChanged: string;
  readonly countMoved: string;
  readonly countAdded: string;
  readonly countRemoved: string;
  /** An article had another title before: `{title}`. */
  readonly formerTitle: string;
  readonly compareVersions: string;
  readonly compareText: string;
  readonly compareWithoutScript: string;
  readonly compareOlder: string;
  readonly compareNewer: string;
  readonly sameInBoth: string;
  /** One of two versions lacks the article: `{version}`. */
  readonly lacksArticle: string;
  readonly added: string;
  readonly removed: string;
  /** On a link with the same words that leads elsewhere now. */
  readonly linkChanged: string;
  readonly changed: string;
  /** An article that has another address now. */
  readonly movedPage: string;
  readonly newPage: string;
  readonly otherPages: string;
  readonly otherReleases: string;
  readonly unchangedBlocks: string;
  readonly unchangedItems: string;
  readonly unchangedRows: string;
  readonly unchangedLines: string;
  readonly close: string;
  readonly loading: string;
  /** Button in the header, and what the dialog is called. */
  readonly search: string;
  /** `{version}` and `{language}`. */
  readonly searchIn: string;
  /** `{count}` is a number. */
  readonly searchCount: string;
  readonly searchOne: string;
  /** Before the count: no article has every word. */
  readonly searchPartly: string;
  /** Before the count: `{query}` was asked for in the place of one with words that stand nowhere. */
  readonly searchNear: string;
  readonly searchProduct: string;
  readonly searchRecent: string;
  readonly searchForget: string;
  /** What an empty search says. */
  readonly searchHint: string;
  /** `{query}` is what was asked for. */
  readonly searchNone: string;
  readonly searchNoneHint: string;
  /** Above links to other versions. */
  readonly searchElsewhere: string;
  readonly searchMore: string;
  readonly searchFailed: string;
  /** How results are reached with the keyboard. */
  readonly searchKeys: string;
}

/** The built-in words of a language, English where there are none. */
export function findWords(language: string): Words {
  return WORDS[findWordsLanguage(language, WORDS) ?? ''] ?? ENGLISH;
}

/** The key of a table that a language is found under: its own code, or that without the region. */
export function findWordsLanguage(
  language: string,
  table: Readonly<Record<string, unknown>>,
): string | undefined {
  return [language, language.split('-')[0] ?? ''].find((code) => Object.hasOwn(table, code));
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
  dark: 'Dark colors',
  allProducts: 'All products',
  overview: 'Overview',
  all: 'All',
  breadcrumbs: 'Breadcrumbs',
  siteLinks: 'More from this site',
  email: 'Email',
  forum: 'Forum',
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
  enlarge: 'Enlarge the image',
  andLater: '{version} and later',
  andEarlier: '{version} and earlier',
  fromTo: '{older} to {newer}',
  viewMarkdown: 'View as Markdown',
  editPage: 'Edit this page',
  lastUpdated: 'Last updated: {date}',
  moved: 'This page has moved',
  movedTo: 'Go to the new address: ',
  chooseLanguage: 'Choose a language',
  notFound: 'Page not found',
  notFoundText: 'There is no page at this address. It may have moved, or it may be part of another version.',
  foundElsewhere: 'This page elsewhere',
  similarAddresses: 'Pages with similar addresses',
  toHome: 'Go to the home page',
  notesInline: 'Show the notes in the code',
  notesBeside: 'Show the notes beside the code',
  tool: 'Tool',
  platform: 'Operating system',
  gettingStarted: 'Getting started',
  startHere: 'Start here',
  guides: 'Guides',
  popular: 'Popular',
  videos: 'Videos',
  whatsNew: 'What’s new',
  watchVideo: 'Watch the video',
  moreProducts: 'More',
  allGuides: 'All guides',
  articles: 'Articles',
  category: 'Category',
  surface: 'Surface',
  complexity: 'Complexity',
  guideType: 'Type',
  guideTopic: 'Topic',
  filterPages: 'Filter',
  showAll: 'Show all {count}',
  learningTracks: 'Learning tracks',
  startTrack: 'Start',
  nextTrack: 'Next track: {title}',
  trackPosition: 'Part {position} of {count}',
  effectiveDate: 'Effective date: {date}',
  supportEnds: 'End of support for {version}: {date}.',
  supportEnded: 'Support for {version} ended on {date}.',
  oldRelease: '{version} is not the newest release.',
  frozenRelease:
    '{version} is no longer supported. These pages are an archive, and they do not change any more.',
  retired: '{version} is no longer documented.',
  retiredHere: '{version} is no longer documented. This is {current}.',
  retiredEarlierHere: '{version} and earlier releases are no longer documented. This is {current}.',
  newestRelease: 'See this page in {version}',
  newestReleaseLacks: '{version} does not have this page; see “{title}”',
  preview: 'This is a preview of {version}, which has not been released yet.',
  whatChanged: 'What changed',
  changedIn: 'Changed in {version}.',
  seeChanges: 'See what changed since {version}',
  changesBetween: 'How this article differs between {older} and {newer}.',
  readIn: 'Read it in {version}',
  changesOfRelease: 'Everything that changed in {version}',
  changesText: 'Compared with {older}: {counts}.',
  countChanged: '{count} changed',
  countMoved: '{count} moved',
  countAdded: '{count} new',
  countRemoved: '{count} removed',
  formerTitle: 'formerly “{title}”',
  compareVersions: 'Compare versions',
  compareText:
    'To compare an article between two versions, open it and choose “Compare versions” in its version menu.',
  compareWithoutScript:
    'Any two versions are compared by a script, which does not run here. What changed from one release to the next is shown without it:',
  compareOlder: 'From',
  compareNewer: 'To',
  sameInBoth: 'This article is the same in {older} and {newer}.',
  lacksArticle: '{version} does not have this article.',
  added: 'Added',
  removed: 'Removed',
  linkChanged: 'link changed',
  changed: 'Changed',
  movedPage: 'Moved',
  newPage: 'New',
  otherPages: 'Other pages',
  otherReleases: 'Between other releases',
  unchangedBlocks: '{count} unchanged blocks',
  unchangedItems: '{count} unchanged items',
  unchangedRows: '{count} unchanged rows',
  unchangedLines: '{count} unchanged lines',
  close: 'Close',
  loading: 'Loading…',
  search: 'Search',
  searchIn: 'Searches {version} in {language}',
  searchCount: '{count} articles',
  searchOne: '1 article',
  searchPartly: 'No article has all of these words. With some of them:',
  searchNear: 'Results for “{query}”.',
  searchProduct: 'Product',
  searchRecent: 'Recent searches',
  searchForget: 'Clear',
  searchHint: 'Finds articles by title, heading and text. The beginning of a word is enough.',
  searchNone: 'Nothing found for “{query}”.',
  searchNoneHint: 'Try fewer or other words.',
  searchElsewhere: 'Search in another version',
  searchMore: 'Show more',
  searchFailed: 'The search could not be loaded. Check your connection and try again.',
  searchKeys: 'Arrow keys move through the results, Enter opens one, Escape closes the search.',
};

const JAPANESE: Words = {
  skipToContent: '本文へ移動',
  menu: 'メニュー',
  closeMenu: 'メニューを閉じる',
  dark: 'ダークモード',
  allProducts: 'すべての製品',
  overview: '概要',
  all: 'すべて',
  breadcrumbs: '現在の位置',
  siteLinks: '関連サイト',
  email: 'メール',
  forum: 'フォーラム',
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
  enlarge: '画像を拡大',
  andLater: '{version}以降',
  andEarlier: '{version}以前',
  fromTo: '{older}から{newer}まで',
  viewMarkdown: 'Markdownで表示',
  editPage: 'このページを編集',
  lastUpdated: '最終更新日：{date}',
  moved: 'このページは移動しました',
  movedTo: '新しいアドレス：',
  chooseLanguage: '言語を選択',
  notFound: 'ページが見つかりません',
  notFoundText:
    'このアドレスにページはありません。移動したか、別のバージョンにだけ含まれている可能性があります。',
  foundElsewhere: '別のバージョンや言語のこのページ',
  similarAddresses: '似たアドレスのページ',
  toHome: 'ホームページへ',
  notesInline: '説明をコードの中に表示',
  notesBeside: '説明をコードの横に表示',
  tool: 'ツール',
  platform: 'オペレーティングシステム',
  gettingStarted: 'はじめに',
  startHere: 'ここから始める',
  guides: 'ガイド',
  popular: 'よく読まれている記事',
  videos: '動画',
  whatsNew: '新着情報',
  watchVideo: '動画を見る',
  moreProducts: 'その他',
  allGuides: 'すべてのガイド',
  articles: '記事',
  category: 'カテゴリ',
  surface: '利用場所',
  complexity: '難易度',
  guideType: '種類',
  guideTopic: 'トピック',
  filterPages: '絞り込み',
  showAll: 'すべて表示（{count}件）',
  learningTracks: '学習コース',
  startTrack: '始める',
  nextTrack: '次のコース：{title}',
  trackPosition: '全{count}回の第{position}回',
  effectiveDate: '発効日：{date}',
  supportEnds: '{version}のサポート終了日：{date}。',
  supportEnded: '{version}のサポートは{date}に終了しました。',
  oldRelease: '{version}は最新のリリースではありません。',
  frozenRelease: '{version}のサポートは終了しました。このページはアーカイブであり、更新されません。',
  retired: '{version}のドキュメントは公開を終了しました。',
  retiredHere: '{version}のドキュメントは公開を終了しました。これは{current}のドキュメントです。',
  retiredEarlierHere:
    '{version}以前のリリースのドキュメントは公開を終了しました。これは{current}のドキュメントです。',
  newestRelease: '{version}のこのページを見る',
  newestReleaseLacks: '{version}にこのページはありません。「{title}」を見る',
  preview: 'このページは、まだリリースされていない{version}のプレビューです。',
  whatChanged: '変更点',
  changedIn: '{version}で変更されました。',
  seeChanges: '{version}からの変更点を見る',
  changesBetween: 'この記事の{older}と{newer}の違いです。',
  readIn: '{version}で読む',
  changesOfRelease: '{version}のすべての変更点',
  changesText: '{older}との比較：{counts}',
  countChanged: '変更{count}件',
  countMoved: '移動{count}件',
  countAdded: '新規{count}件',
  countRemoved: '削除{count}件',
  formerTitle: '旧題「{title}」',
  compareVersions: 'バージョンを比較',
  compareText:
    '記事を開き、バージョンのメニューで「バージョンを比較」を選ぶと、その記事を2つのバージョンで比較できます。',
  compareWithoutScript:
    '任意のバージョンの比較にはスクリプトが必要ですが、ここでは実行されません。リリース間の変更点はスクリプトなしで表示できます。',
  compareOlder: '比較元',
  compareNewer: '比較先',
  sameInBoth: 'この記事は{older}と{newer}で同じです。',
  lacksArticle: '{version}にこの記事はありません。',
  added: '追加',
  removed: '削除',
  linkChanged: 'リンク先を変更',
  changed: '変更',
  movedPage: '移動',
  newPage: '新規',
  otherPages: 'その他のページ',
  otherReleases: 'ほかのリリース間の変更点',
  unchangedBlocks: '変更のないブロック：{count}個',
  unchangedItems: '変更のない項目：{count}個',
  unchangedRows: '変更のない行：{count}行',
  unchangedLines: '変更のない行：{count}行',
  close: '閉じる',
  loading: '読み込み中…',
  search: '検索',
  searchIn: '{version}の{language}の記事を検索します',
  searchCount: '{count}件の記事',
  searchOne: '1件の記事',
  searchPartly: 'すべての語を含む記事はありません。一部を含む記事：',
  searchNear: '「{query}」の検索結果：',
  searchProduct: '製品',
  searchRecent: '最近の検索',
  searchForget: '消去',
  searchHint: '記事のタイトル・見出し・本文から探します。語の一部だけでも見つかります。',
  searchNone: '「{query}」に一致する記事はありません。',
  searchNoneHint: '語を減らすか、別の語でお試しください。',
  searchElsewhere: '別のバージョンで検索',
  searchMore: 'さらに表示',
  searchFailed: '検索を読み込めませんでした。接続を確認して、もう一度お試しください。',
  searchKeys: '矢印キーで結果を移動し、Enterで開き、Escで検索を閉じます。',
};

const WORDS: Readonly<Record<string, Words>> = { en: ENGLISH, ja: JAPANESE };
