import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './read-tree.ts';
import { repository } from './run-decant.ts';

/** What the guide to the format names, and what `content/` and `data/` are to have of it. */
const guide = readFileSync(join(repository, 'docs/content/reference/writing-content.md'), 'utf8');

const sources = ['content', 'data'].flatMap((folder) =>
  listFiles(join(repository, folder)).map((path) => readFileSync(join(repository, folder, path), 'utf8')),
);
const source = sources.join('\n');

/** Forms that the guide calls older or another tool's, and names that it makes up. */
const NOT_OURS = ['include', 'tag', 'kettle', 'golang', 'article'];

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
  'word behind a fence': [...readSection('Code').matchAll(/^\| `([a-z]+)/gm)].map(([, word = '']) => word),
};

const PATTERNS: Readonly<Record<keyof typeof found, (name: string) => RegExp>> = {
  'key of frontmatter': (name) => new RegExp(`^ *${name}:`, 'm'),
  'key of a sample': (name) => new RegExp(`(?:^|[{,-]) *${name}:`, 'm'),
  'section of release notes': (name) => new RegExp(`^ +${name}:`, 'm'),
  tag: (name) => new RegExp(`\\{%-? ${name}\\b`),
  layout: (name) => new RegExp(`^layout: ${name}$`, 'm'),
  callout: (name) => new RegExp(`\\[!${name}\\]`),
  'word behind a fence': (name) => new RegExp(`^ *\`\`\`\\S.*[ }]${name}\\b`, 'm'),
};

test.each(Object.keys(found) as (keyof typeof found)[])(
  'every %s that the guide to the format names is used in content/ or data/',
  (kind) => {
    const names = [...new Set(found[kind])].filter((name) => !NOT_OURS.includes(name));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !PATTERNS[kind](name).test(source))).toEqual([]);
  },
);

function readSection(heading: string): string {
  return guide.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
}

function readNames(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
}
