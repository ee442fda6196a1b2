/** One address of each kind of page, without the language. */
export const kinds = {
  home: '',
  section: 'packages/publish/',
  landing: 'packages/',
  guides: 'packages/guides/',
  notes: 'enterprise-server@3.2/administration/release-notes/',
  variants: 'packages/learn/viewing-packages/',
  changed: 'enterprise-server@3.1-to-3.2/packages/learn/about-permissions/',
  release: 'enterprise-server@3.1-to-3.2/',
  ending: 'enterprise-server@3.0/packages/quickstart/',
  article: 'packages/workflows/publishing-and-installing-in-a-workflow/',
} as const;

/** Kinds whose pictures would show nothing new, but which are pages that readers see. */
export const moreKinds = {
  glossary: 'packages/glossary/',
  articles: 'workflows/',
  journey: 'workflows/about-workflows/',
  reference: 'workflows/workflow-syntax/',
  pictures: 'packages/publish/publishing-an-npm-package/',
  tabs: 'packages/publish/deleting-and-restoring-a-package/',
  annotated: 'packages/workflows/example-workflows/',
  compare: '@compare/',
  rest: 'enterprise-server@3.2/packages/rest-api/',
  missing: 'no/such/page/',
} as const;

/** What is asked of the search, in pictures and to look at it in a browser. */
export const queries = { en: 'container image', ja: 'コンテナイメージ' } as const;

export const languages = ['en', 'ja'] as const;

export const schemes = ['light', 'dark'] as const;

/** Sizes of the window, in CSS pixels. */
export const sizes = {
  narrow: { width: 360, height: 740 },
  wide: { width: 1140, height: 720 },
} as const;

/** What articles are made of: a page that has it, and where it is there. */
export const pieces = {
  callout: ['packages/quickstart/', '.callout-warning'],
  code: ['packages/quickstart/', '.code-block'],
  note: [kinds.article, '.callout-note'],
  tabs: ['packages/publish/deleting-and-restoring-a-package/', '.codetabs'],
  row: [kinds.article, 'tr:has(pre)'],
  table: ['packages/publish/publishing-an-npm-package/', 'table'],
} as const;

/** Every pair of a language, a scheme and a width is looked at once: no rule of axe knows more than two of them together. */
export const views = {
  en: [
    ['light', 'wide'],
    ['dark', 'narrow'],
  ],
  ja: [
    ['dark', 'wide'],
    ['light', 'narrow'],
  ],
} as const;

/** What no picture shows has no words of its own: there one language tells of both. */
export const pagesByLanguage = [
  ...Object.entries(kinds).map((kind) => [...kind, languages] as const),
  ...Object.entries(moreKinds).map((kind, at) => [...kind, [languages[at % 2] ?? 'en']] as const),
];
