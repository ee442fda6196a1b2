import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A long page: three answers of text. */
const STEPS = Array.from(
  { length: 700 },
  (_, at) => `Step ${at + 1}: pour slowly, and wait for the 🫖 to sing.`,
);

/** In one version all of it is other words, in one block of code. */
const EARLIER = `\`\`\`\n${'🫖'.repeat(3000)}\n\`\`\``;

const FILES: Readonly<Record<string, string>> = {
  'data/site.yml': `title: Kettle docs
baseUrl: https://docs.example.com/help/
languages:
  - { code: en, name: English, dir: . }
  - { code: ja, name: 日本語, dir: translations/ja }
plans:
  - { id: kettle-cloud, short: cloud, name: Kettle Cloud, default: true }
  - { id: kettle-server, short: server, name: Kettle Server, releases: ['3.10', '3.9', '3.8'] }
`,
  'data/reusables/safety.md':
    'Keep the lid closed.{% ifversion server > 3.8 %} The whistle warns you.{% endif %}\n',
  'content/index.md': page('Kettle docs', "'*'", '', 'children: [/guide]'),
  'content/guide/index.md': page('Guide', "'*'", '', 'children: [/boil, /steam, /long, /給湯]'),
  'content/guide/boil.md': page(
    'Boil water',
    "'*'",
    `Fill the kettle with water.

{% data reusables.safety %}

{% ifversion server > 3.9 or cloud %}
## Descale automatically

The kettle descales itself every month.

### Filters

Change the filter.
{% endif %}

## Turn it off

\`\`\`sh
# not a heading
kettle off
\`\`\`
`,
    'redirect_from: /old/boil',
  ),
  'content/guide/steam.md': page(
    'Steam milk',
    "{ server: '>=3.9' }",
    'Use the wand. See "[AUTOTITLE](/guide/boil)."',
  ),
  'content/guide/long.md': page(
    'A long page',
    "'*'",
    `{% ifversion server = 3.8 %}\n${EARLIER}\n{% else %}\n${STEPS.join('\n\n')}\n{% endif %}`,
  ),
  'content/guide/給湯.md': page('Hot water', "'*'", 'Hot water at any time.'),
  'translations/ja/content/guide/boil.md': `---
title: 湯を沸かす
---

やかんに水を入れます。

{% data reusables.safety %}

{% ifversion server > 3.9 or cloud %}
## 自動で水垢を取る

毎月、自動で水垢を取り除きます。

### フィルター

フィルターを交換します。
{% endif %}

## 電源を切る
`,
};

function page(title: string, versions: string, body: string, ...keys: readonly string[]): string {
  return ['---', `title: ${title}`, `versions: ${versions}`, ...keys, '---', '', body, ''].join('\n');
}

/** Writes a small site: two plans, two languages, conditions in an article and in a reusable. */
export function writeKettleSite(root: string): void {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
