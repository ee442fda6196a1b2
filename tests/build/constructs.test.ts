import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from './read-tree.ts';
import { repository } from './run-decant.ts';

/** What the guide to the format names, and what `content/` and `data/` are to have of it. */
const guide = readFileSync(join(repository, 'docs/content/reference/writing-content.md'), 'utf8');

const rest = readFileSync(join(repository, 'docs/content/guides/rest.md'), 'utf8');

/** The languages of the demo; what a translation has is text alone. */
const demos = {
  English: readAll('content', 'data'),
  Japanese: readAll('translations/ja-JP/content', 'translations/ja-JP/data'),
};

/** Forms that the guide calls older or another tool's, and names that it makes up. */
const NOT_OURS = ['include', 'tag', 'kettle', 'golang', 'article'];

/** What a translation takes from the source language. */
const NOT_TRANSLATED = [
  'key of frontmatter',
  'key of a sample',
  'layout',
  'section of release notes',
  'part of an API',
];

const found = {
  'key of frontmatter': [...readSection('Frontmatter').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
    ([, cell = '']) => readNames(cell),
  ),
  'key of a sample': [...guide.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].flatMap(([, sample = '']) =>
    [...sample.matchAll(/(?:^|[{,-]) *([\w-]+):\s/gm)].map(([, key = '']) => key),
  ),
  'section of release notes': (/^The sections are (.*?)\. /ms.exec(readSection('Release notes'))?.[1] ?? '')
    .split(',')
    .flatMap(readNames),
  tag: [...guide.matchAll(/\{%-? (?!end|els)(\w+)/g)].map(([, name = '']) => name),
  layout: [...guide.matchAll(/(?:`|layout: )([a-z]+-(?:landing|guides|notes))\b(?!\/)/g)].map(
    ([, name = '']) => name,
  ),
  callout: (/^The kinds are (.*?)\. /m.exec(readSection('Callouts'))?.[1] ?? '')
    .split(',')
    .flatMap(readNames),
  'word behind a fence': [...readSection('Code').matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) =>
    readNames(cell).map((word) => word.replace(/(?<=[={]).*/, '')),
  ),
  'part of an API': ['webhooks', 'callbacks', 'links', 'x-codeSamples', 'oneOf', 'nullable'].filter((name) =>
    rest.toLowerCase().includes(name.toLowerCase()),
  ),
};

const PATTERNS: Readonly<Record<keyof typeof found, (name: string) => RegExp>> = {
  'key of frontmatter': (name) => new RegExp(`^ *${name}:`, 'm'),
  'key of a sample': (name) => new RegExp(`(?:^|[{,-]) *${name}:`, 'm'),
  'section of release notes': (name) => new RegExp(`^ +${name}:`, 'm'),
  tag: (name) => new RegExp(`\\{%-? ${name}\\b`),
  layout: (name) => new RegExp(`^layout: ${name}$`, 'm'),
  callout: (name) => new RegExp(`\\[!${name}\\]`),
  'word behind a fence': (name) => new RegExp(`^ *\`\`\`\\S.*[ }]${name.replace('{', '\\{\\d')}`, 'm'),
  'part of an API': (name) => new RegExp(`^ +${name}:|^${name}:`, 'm'),
};

/** What has no name: how the guide tells of it, and how it looks. */
const FORMS: Readonly<Record<string, readonly [told: RegExp, form: RegExp]>> = {
  'a copy button': [/`\{:copy\}`/, /^ *```\w+\{:copy\}/m],
  'a block that another takes along': [/`ref=NAME`/, /^```\w+ .*ref=(\w+)[\s\S]*^```\w+ id=\1/m],
  'a placeholder in code': [/`<em>OWNER<\/em>`/, /^ *```shell[\s\S]*?<em>[A-Z]+<\/em>/m],
  'a tab with a label': [/the label that you give it/, /\{% codetab \w+ "/],
  'a prompt of a terminal': [/copies only the commands/, /^```console\S*\n\$ /m],
  'a task list': [/task lists/, /^- \[x\] /m],
  'words struck out': [/strikethrough/, /~~\S/],
  'a footnote': [/footnotes \(`\[\^1\]`\)/, /^\[\^\w+\]: /m],
  'a bare address': [/bare URLs/, /[a-zぁ-ん] ?https:\/\/[a-z.]+(?:\.\s|[ぁ-ん])/],
  'a bar in a cell': [/write `\\\|`/, /^\|.*\\\|/m],
  'a size of a picture': [/`<img>`/, /<img [^>]*width="/],
  'a place of its own': [/with that `id`, or to an `<a>` with that `name`/, /<a id="/],
  'a style that becomes a class': [/A `style` can set/, /style="text-align/],
  'Markdown in HTML': [/blank lines around Markdown/, /<td>\n\n/],
  'a formula in a line': [/Use `\$…\$`/, /\$r = \d\$/],
  'a formula of its own': [/`\$\$…\$\$`/, /^\$\$\n/m],
  'a heading that shows a title': [/`## \[AUTOTITLE\]/, /^## \[AUTOTITLE\]/m],
  'a title of another article': [/`AUTOTITLE` is replaced/, /\[AUTOTITLE\]\(\//],
  'a link to a version': [/can name a version/, /\(\/enterprise-server@/],
  'a row that is a condition': [/alone in its row/, /^\| \{% ifversion [^%]+%\} \|$/m],
  'a condition in a list': [/removes the line break/, /^\{%- ifversion /m],
  'a value that stands in for another': [/default: "…"/, /\| default: "/],
  'a language that is asked for': [/currentLanguage/, /currentLanguage/],
  'a comment of HTML': [/`<!-- … -->`/, /<!-- /],
};

const kinds = Object.keys(found) as (keyof typeof found)[];

describe.each(Object.keys(demos) as (keyof typeof demos)[])('the demo in %s', (language) => {
  const text = demos[language];
  const translated = (kind: string) => language === 'English' || !NOT_TRANSLATED.includes(kind);

  test.each(kinds.filter(translated))('has every %s that the guide to the format names', (kind) => {
    const names = [...new Set(found[kind])].filter((name) => !NOT_OURS.includes(name));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !PATTERNS[kind](name).test(text))).toEqual([]);
  });

  test('has every form that the guide tells of', () => {
    const missing = Object.entries(FORMS).filter(([, [, form]]) => !form.test(text));
    expect(missing.map(([name]) => name)).toEqual([]);
  });
});

test('the guide tells of every form', () => {
  const untold = Object.entries(FORMS).filter(([, [told]]) => !told.test(guide));
  expect(untold.map(([name]) => name)).toEqual([]);
});

test('the guide to references of an API tells of each of their parts', () => {
  expect(found['part of an API']).toHaveLength(6);
});

function readAll(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      listFiles(join(repository, folder)).map((path) => readFileSync(join(repository, folder, path), 'utf8')),
    )
    .join('\n');
}

function readSection(heading: string): string {
  return guide.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

function readNames(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
}
