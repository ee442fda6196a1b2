/** What the development server says on pages, in the language of their readers. `{name}` marks where a name goes. */
export interface PreviewWords {
  readonly tools: string;
  readonly problems: string;
  readonly noProblems: string;
  readonly error: string;
  readonly warning: string;
  /** The page that stands below is an older one. */
  readonly lastGood: string;
  readonly noPage: string;
  readonly sources: string;
  readonly sourcesHelp: string;
  readonly versions: string;
  readonly versionsHelp: string;
  readonly usedAt: string;
  readonly condition: string;
  readonly allVersions: string;
  readonly noSource: string;
  readonly thisPage: string;
  readonly same: string;
  /** `{count}` blocks, more than one. */
  readonly differs: string;
  readonly differsOnce: string;
  readonly onlyOne: string;
  readonly hint: string;
  readonly open: string;
  readonly close: string;
  readonly lost: string;
  readonly loading: string;
}

const ENGLISH: PreviewWords = {
  tools: 'Preview tools',
  problems: 'Problems',
  noProblems: 'No problems on this page',
  error: 'Error',
  warning: 'Warning',
  lastGood: 'This page cannot be rendered. Below is how it looked before.',
  noPage: 'This page cannot be rendered.',
  sources: 'Sources',
  sourcesHelp: 'Where each block of this page comes from',
  versions: 'Versions',
  versionsHelp: 'This page in every version',
  usedAt: 'used at',
  condition: 'Condition',
  allVersions: 'in every version of this page',
  noSource: 'Nothing in the sources says where this comes from.',
  thisPage: 'this page',
  same: 'as this page',
  differs: '{count} blocks differ from this page',
  differsOnce: 'One block differs from this page',
  onlyOne: 'This page is the same in every version.',
  hint: 'Hint',
  open: 'Open in the editor',
  close: 'Close',
  lost: 'The development server has stopped.',
  loading: 'Looking …',
};

const JAPANESE: PreviewWords = {
  tools: 'プレビューツール',
  problems: '問題',
  noProblems: 'このページに問題はありません',
  error: 'エラー',
  warning: '警告',
  lastGood: 'このページは現在生成できません。下に表示されているのは以前の状態です。',
  noPage: 'このページは生成できません。',
  sources: 'ソース',
  sourcesHelp: 'このページの各ブロックの出どころ',
  versions: 'バージョン',
  versionsHelp: 'すべてのバージョンでのこのページ',
  usedAt: '使用箇所',
  condition: '条件',
  allVersions: 'このページのすべてのバージョン',
  noSource: 'このブロックの出どころは分かりません。',
  thisPage: 'このページ',
  same: 'このページと同じ',
  differs: 'このページと異なるブロックが {count} 個あります',
  differsOnce: 'このページと異なるブロックが 1 個あります',
  onlyOne: 'このページはすべてのバージョンで同じです。',
  hint: 'ヒント',
  open: 'エディターで開く',
  close: '閉じる',
  lost: '開発サーバーが停止しています。',
  loading: '検索中 …',
};

export function findPreviewWords(language: string): PreviewWords {
  return /^ja(?:-|$)/i.test(language) ? JAPANESE : ENGLISH;
}
