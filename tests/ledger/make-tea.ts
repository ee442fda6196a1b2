import { createSetup, parseConfig } from '../../src/config/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { openWorkspace, type Site } from '../../src/workspace/index.ts';
import { type Texts, toFiles } from '../workspace/random-site.ts';

export const SITE_FILE = `title: Tea
baseUrl: https://tea.example.com/docs/
languages:
  - { code: en, name: English, dir: . }
  - { code: ja, name: 日本語, dir: translations/ja-JP, aliases: [jp] }
plans:
  - { id: cloud, short: cl, name: Cloud, default: true }
  - { id: server, short: sv, name: Server, releases: ['2.1', '2.0'], deprecated: ['1.9'] }
`;

/** A small site in two languages; `black` is in no release of the server but the newest. */
export const TEA: Texts = {
  'content/index.md': "---\ntitle: Tea\nversions: '*'\nchildren: [/green, /black]\n---\n",
  'content/green.md': `---
title: Green tea
versions: '*'
redirect_from: [/sencha]
---
## Brewing green tea

Heat the water to seventy degrees, and pour it over the leaves in the pot.

## Storing

Keep the leaves dry and cool in a closed tin, far from light and from spices.
`,
  'content/black.md': `---
title: Black tea
versions: { cl: '*', sv: '>2.0' }
---
## Brewing black tea

Boiling water makes it strong; wait for four minutes before you pour.
`,
  'translations/ja-JP/content/green.md': `---
title: 緑茶
---
## 緑茶のいれ方

七十度のお湯を急須の茶葉に注ぎます。

## 保存

茶葉は缶に入れて、乾いた涼しい場所に置きます。
`,
};

/** Builds the site of some files in memory, all of it or what is named. */
export function buildTea(
  texts: Texts,
  {
    siteFile = SITE_FILE,
    ...names
  }: {
    readonly siteFile?: string;
    readonly versions?: readonly string[];
    readonly languages?: readonly string[];
  } = {},
): Promise<Site> {
  const config = parseConfig({ path: 'data/site.yml', text: siteFile }, '/nowhere').value;
  if (config === undefined) throw new Error('The site file of the test is faulty.');
  const files = { value: toFiles(texts), diagnostics: [] };
  return openWorkspace(createSetup(config, names), files, { renderMarkdown: renderMarkdownHere }).site();
}
