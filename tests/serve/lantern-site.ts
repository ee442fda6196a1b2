import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A site in two languages, with two releases that differ. */
export const LANTERN: Readonly<Record<string, string>> = {
  'data/site.yml': `title: Lantern
baseUrl: https://lantern.example.com/docs/
languages:
  - { code: en, name: English, dir: . }
  - { code: ja, name: 日本語, dir: translations/ja-JP }
plans:
  - { id: cloud, short: cloud, name: Cloud, default: true }
  - { id: server, short: server, name: Server, releases: ['2.0', '1.0'] }
`,
  'content/index.md': `---
title: Lanterns
versions: { cloud: '*', server: '*' }
children: [/wick, /oil, /care]
---
`,
  'content/wick.md': `---
title: The wick
intro: It burns.
versions: { cloud: '*', server: '*' }
redirect_from: [/cord]
---

Trim the wick before you light it.

{% ifversion server > 1.0 %}The new burner needs less oil.{% endif %}

- Cut it straight.
- {% data reusables.safety %}

See [the oil](/oil).
`,
  'content/oil.md': `---
title: The oil
intro: It feeds.
versions: { cloud: '*', server: '*' }
---

Fill the lamp to the mark. {% data variables.lamp.name %} holds a pint.

![The mark](/assets/images/mark.svg)
`,
  'content/care/index.md': `---
title: Care
versions: { cloud: '*', server: '*' }
children: [/clean]
---
`,
  'content/care/clean.md': `---
title: Clean the glass
intro: It shines.
versions: { server: '*' }
---

{% data reusables.safety %}

Wipe the glass.
`,
  'data/reusables/safety.md': 'Let it cool first.\n',
  'data/variables/lamp.yml': 'name: Lumen\n',
  'assets/images/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>\n',
  'translations/ja-JP/content/wick.md': `---
title: 芯
intro: 燃えます。
---

芯を切ってから火をつけます。

{% data reusables.safety %}
`,
};

/** Writes the site into a folder. */
export function writeLantern(root: string, texts: Readonly<Record<string, string>> = LANTERN): void {
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
