import { listVectors } from '../markdown/vectors.ts';

/** Vectors of one page, so that few pages hold all. */
const PER_PAGE = 32;

/** A site whose every text attempts to run `trap(N)` in a browser. */
export interface TrapSite {
  /** Texts by the names of their files. */
  readonly files: Readonly<Record<string, string>>;
  /** What `trap(N)` stands for: where the text is written. */
  readonly places: readonly string[];
  /** Of pages with vectors of Markdown, below the language. */
  readonly vectorPages: readonly string[];
  /** Of a page whose file is named so. */
  readonly named: string;
  /** Vectors of Markdown, each with a heading behind it that tells whether it took in the rest of its page. */
  readonly count: number;
}

/** How texts get out of where they stand: elements, attributes in quotes of both kinds, scripts, comments, JSON, Liquid, templates. */
const ESCAPES = [
  '<img src=x onerror=trap(N)>',
  '"><img src=x onerror=trap(N)>',
  "'><svg onload=trap(N)></svg>",
  '" autofocus tabindex=0 onfocus=trap(N) onmouseover="trap(N)',
  '</title></textarea></style></script></template></noscript><script>trap(N)</script>',
  '--><img src=x onerror=trap(N)>',
  ']]><img src=x onerror=trap(N)>',
  '&lt;img src=x onerror=trap(N)&gt;',
  '&amp;lt;img src=x onerror=trap(N)&amp;gt;',
  '&quot; onmouseover=trap(N) x=&quot;',
  '\\u003cimg src=x onerror=trap(N)\\u003e',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template of a script would run.
  '${trap(N)}',
] as const;

const ADDRESSES = [
  'javascript:trap(N)',
  ' JavaScript:trap(N)',
  'java\nscript:trap(N)',
  '\u0001javascript:trap(N)',
  'data:text/html,<script>trap(N)</script>',
  '//elsewhere.example/x',
  '/x" onmouseover="trap(N)',
  '/x"><img src=x onerror=trap(N)>',
] as const;

/** Makes the site. Each place has a number of its own, so that a trap that is run says where it came from. */
export function createTrapSite(): TrapSite {
  const places: string[] = [];
  const number = (place: string) => String(places.push(place) - 1);
  /** A text for a place, in double quotes: YAML reads it as JSON does. */
  const text = (place: string, word = place) =>
    JSON.stringify(`${word} ${ESCAPES.join(' ').replaceAll('N', number(place))}`);
  const liquid = (place: string) => `{{ "<img src=x onerror=trap(${number(place)})>" }}`;
  const list = (place: string, parts: readonly string[]) =>
    parts.map((part) => JSON.stringify(part.replaceAll('N', number(place)))).join(', ');

  const pages = parcel(listVectors());
  const versions = "versions: '*'";
  const vectorFiles = pages.map((vectors, at) => {
    const body = vectors.map((vector, row) => `${vector}\n\n## Behind ${at} ${row}\n`).join('\n');
    return [
      `content/vectors/page-${at}.md`,
      `---\ntitle: Vectors ${at}\n${versions}\n---\n\n${body}`,
    ] as const;
  });
  const children = (names: readonly string[]) =>
    `children: [${names.map((name) => JSON.stringify(`/${name}`)).join(', ')}]`;
  const named = `<img src=x onerror=trap(${number('name of a file')})>`;

  const files: Record<string, string> = {
    'data/site.yml': `title: ${text('title of the site', 'Traps')}
baseUrl: https://traps.example.com/
description: ${text('description of the site')}
languages:
  - { code: en, name: ${text('name of a language', 'English')}, dir: . }
  - { code: ja, name: ${text('name of another language', '日本語')}, dir: translations/ja }
plans:
  - { id: cloud, short: cloud, name: ${text('name of a plan', 'Cloud')}, default: true }
  - { id: server, short: server, name: ${text('name of a plan with releases', 'Server')}, releases: ['3.1', '3.0'] }
header:
  - { label: ${text('label of the header')}, href: /places }
footer:
  links: [{ label: ${text('label of the footer')}, href: /places }]
  imprint: ${text('imprint')}
banner:
  - { text: ${text('banner')}, href: /places }
editUrl: https://git.example.com/edit/{file}
promptUrl: https://chat.example.com/?q={prompt}
availability: headings
feeds: true
math: true
`,
    'data/variables/a.yml': `text: ${text('variable')}\naddress: ${list('variable as an address', ADDRESSES).split(', ')[0]}\n`,
    'data/ui.yml': `alerts:\n  NOTE: ${text('word of a callout')}\n`,
    'data/code-languages.yml': `wick: { name: ${text('name of a language of code')}, comment: number }\n`,
    'data/glossaries/external.yml': `- { term: ${text('term')}, description: ${text('description of a term')} }\n`,
    'data/features/f.yml': "versions: { server: '>3.0' }\n",
    'data/reusables/r.md': `${JSON.parse(text('reusable'))} ${liquid('output in a reusable')}\n`,
    'data/learning-tracks/places.yml': `first:
  title: ${text('title of a track')}
  description: ${text('description of a track')}
  featured_track: true
  guides: [/places/marks, /places/values]
`,
    'data/release-notes/server/3-1/0.yml': `date: '2021-09-28'
intro: ${text('intro of release notes')}
sections:
  features: [{ heading: ${text('heading of release notes')}, notes: [${text('note of a release')}] }]
  changes: [${text('change of a release')}]
`,
    'data/release-notes/server/3-0/0.yml': `date: '2021-02-16'
intro: ${text('intro of other release notes')}
sections:
  ${JSON.stringify('x"><img src=x>')}: [${text('note in a section of another name')}]
`,
    'content/index.md': `---
title: ${text('title of the home page', 'Home')}
intro: ${text('intro of the home page')}
${versions}
${children(['places', 'vectors'])}
featuredLinks: { popular: [/places/values], guides: [/places/marks] }
changelog: [{ title: ${text('title of a changelog')}, date: '2021-09-28', href: ${list('address of a changelog', ADDRESSES.slice(0, 1))} }]
---
`,
    'content/places/index.md': `---
title: ${text('title of a section', 'Places')}
shortTitle: ${text('short title of a section')}
intro: ${text('intro of a section')}
layout: product-landing
introLinks: { quickstart: /places/values, ${JSON.stringify('x"><img src=x>')}: /places/marks }
featuredLinks: { popularHeading: ${text('heading of popular articles')}, popular: [/places/values] }
${versions}
${children(['values', 'marks', 'release-notes', 'guides', 'terms', named])}
---
`,
    'content/places/values.md': `---
title: ${text('title', 'Zebra')}
shortTitle: ${text('short title')}
intro: ${text('intro')}
permissions: ${text('permissions')}
product: ${text('product')}
type: ${text('type')}
topics: [${text('topic')}]
category: [${text('category')}]
authors: [${text('author')}]
octicon: ${text('octicon')}
effectiveDate: ${text('effective date')}
defaultTool: ${text('default tool')}
product_video: ${list('address of a video', ADDRESSES.slice(0, 1))}
contributor: { name: ${text('name of a contributor')}, URL: ${list('address of a contributor', ADDRESSES.slice(0, 1))} }
communityRedirect: { name: ${text('name of a forum')}, href: ${list('address of a forum', ADDRESSES.slice(0, 1))} }
redirect_from: [${list('old address', ADDRESSES)}]
${versions}
---

zebra {% data variables.a.text %} {% data reusables.r %} ${liquid('output')}

[{% data variables.a.text %}]({% data variables.a.address %} "{% data variables.a.text %}") ![{% data variables.a.text %}](/assets/x.png)

## {% data variables.a.text %} ${liquid('output in a heading')}

{% ifversion server %}

### {% data variables.a.text %}

{% endif %}

| {% data variables.a.text %} | b |
| --- | --- |
| {% data reusables.r %} | {% data variables.a.text %} |
`,
    'content/places/marks.md': `---
title: Marks
${versions}
---

zebra

${writeMarks(number)}
`,
    'content/places/release-notes.md': `---\ntitle: Notes\nlayout: release-notes\nversions: { server: '*' }\n---\n`,
    'content/places/guides.md': `---
title: Guides
layout: product-guides
learningTracks: [first]
includeGuides: [/places/values, /places/marks]
${versions}
---
`,
    'content/places/terms.md': `---\ntitle: Terms\n${versions}\n---\n\n{% for entry in glossaries.external %}\n**{{ entry.term }}**: {{ entry.description }}\n{% endfor %}\n`,
    [`content/places/${named}.md`]: `---\ntitle: Named\n${versions}\n---\n\nzebra\n`,
    [`assets/images/"onerror="trap(${number('name of a picture')}).svg`]: `<svg xmlns="http://www.w3.org/2000/svg" onload="trap(${number('picture')})"><script>trap(0)</script></svg>`,
    'content/vectors/index.md': `---\ntitle: Vectors\n${versions}\n${children(pages.map((_, at) => `page-${at}`))}\n---\n`,
    'translations/ja/content/places/values.md': `---
title: ${text('title of a translation', 'しまうま')}
intro: ${text('intro of a translation')}
permissions: ${text('permissions of a translation')}
product: ${text('product of a translation')}
---

しまうま {% data variables.a.text %} ${liquid('output in a translation')}

## ${JSON.parse(text('heading of a translation'))}
`,
    'translations/ja/data/variables/a.yml': `text: ${text('translated variable')}\naddress: javascript:trap()\n`,
    'translations/ja/data/reusables/r.md': `${JSON.parse(text('translated reusable'))}\n`,
    ...Object.fromEntries(vectorFiles),
  };
  return {
    files,
    places,
    named: `places/${encodeURIComponent(named)}/`,
    vectorPages: pages.map((_, at) => `vectors/page-${at}/`),
    count: pages.flat().length,
  };
}

/** Every escape in every construct of Markdown whose words go elsewhere than into a text. */
function writeMarks(number: (place: string) => string): string {
  const forms: Readonly<Record<string, (text: string) => string>> = {
    'a heading': (text) => `## ${text}`,
    'words of a fence': (text) => `\`\`\`wick ${text.replaceAll('`', '')}\nx\n\`\`\``,
    'the language of a fence': (text) => `~~~${text.replace(/\s/g, '&#x20;')}\nx\n~~~`,
    'code that is copied': (text) => `\`\`\`shell copy\n${text}\n\`\`\``,
    'annotated code': (text) => `\`\`\`js annotate\n// ${text}\nx\n\`\`\``,
    'a prompt': (text) => `\`\`\`text prompt\n${text}\n\`\`\``,
    'a callout': (text) => `> [!NOTE]\n> ${text}`,
    'a formula': (text) => `$\\text{${text.replace(/[\\${}#%&]/g, '')}}$ $\\href{javascript:trap(0)}{x}$`,
    'the words of a link': (text) => `[${text}](/places/marks)`,
    'the title of a link': (text) => `[x](/places/marks '${text.replaceAll("'", '&#39;')}')`,
    'the words of a picture': (text) => `![${text}](/assets/x.png)`,
    'a footnote': (text) => `x[^${text.length}]\n\n[^${text.length}]: ${text}`,
    'a cell': (text) => `| a |\n| - |\n| ${text} |`,
    'a task': (text) => `- [ ] ${text}`,
    'a tab': (text) => `{% webui %}\n\n${text}\n\n{% endwebui %}\n\n{% cli %}\n\n${text}\n\n{% endcli %}`,
  };
  return Object.entries(forms)
    .flatMap(([name, write]) => ESCAPES.map((text) => write(text.replaceAll('N', number(name)))))
    .join('\n\n');
}

/** Vectors that take in what is behind them, or define a label, go where they disturb no other. */
function parcel(vectors: readonly string[]): readonly (readonly string[])[] {
  const last = vectors.filter((vector) => GREEDY.test(vector));
  const labels = vectors.filter((vector) => !GREEDY.test(vector) && DEFINITION.test(vector));
  const plain = vectors.filter((vector) => !GREEDY.test(vector) && !DEFINITION.test(vector));
  const count = Math.max(Math.ceil(plain.length / PER_PAGE), last.length, labels.length);
  return Array.from({ length: count }, (_, at) => [
    ...plain.filter((_, row) => row % count === at),
    ...labels.slice(at, at + 1),
    ...last.slice(at, at + 1),
  ]);
}

/** Raw HTML that has no end, by Markdown or by HTML. */
const GREEDY =
  /^<script[^>]*\n>|<\/script>trap|^<script>trap\(\)$|<\/script><script>trap\(\)$|<plaintext>|<mglyph>/i;
const DEFINITION = /^\[[^\]]+\]:/m;
