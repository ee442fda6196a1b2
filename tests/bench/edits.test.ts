import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addArticle,
  editBody,
  editHeading,
  editTitle,
  editVariable,
  isEditable,
  isEditableVariable,
  removeArticle,
} from '../../bench/edit-site.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

let folder = '';
const write = (name: string, text: string): string => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const read = (file: string) => readFileSync(file, 'utf8');

beforeEach(() => {
  folder = createTemporaryFolder();
});

const ARTICLE = `---
title: 'Green tea'
redirect_from:
  - /old
versions:
  fpt: '*'
---
# No heading below the title

## Water

Boil it.

## Leaves
`;
const INDEX = "---\ntitle: Tea\nversions: '*'\nchildren:\n  - /green\n  - /black\n---\n";

describe('an article', () => {
  it('gets another body, heading or title in each round', () => {
    write('index.md', INDEX);
    const file = write('green.md', ARTICLE);
    expect(isEditable(file)).toBe(true);
    for (const round of ['0', '1']) {
      editTitle(file, round);
      editHeading(file, round);
      editBody(file, round);
    }
    expect(read(file)).toBe(
      `${ARTICLE.replace("'Green tea'", 'Edited for the benchmark, round 1').replace('## Water', '## Water, round 1')}

Edited for the benchmark, round 0.


Edited for the benchmark, round 1.
`,
    );
  });

  it('gets a neighbour with a title of its own and no old addresses, after it in the list', () => {
    write('index.md', INDEX);
    addArticle(write('green.md', ARTICLE), '2');
    expect(read(join(folder, 'index.md'))).toBe(INDEX.replace('/green', '/green\n  - /green-2'));
    const added = read(join(folder, 'green-2.md'));
    expect(added).toContain("title: Edited for the benchmark, round 2\nversions:\n  fpt: '*'\n---\n");
    expect(isEditable(join(folder, 'green-2.md'))).toBe(true);
  });

  it('goes, and with it its place in the list', () => {
    write('index.md', INDEX);
    removeArticle(write('green.md', ARTICLE));
    expect(readdirSync(folder)).toEqual(['index.md']);
    expect(read(join(folder, 'index.md'))).toBe(INDEX.replace('  - /green\n', ''));
  });

  it.each([
    ['whose title has more lines', INDEX, ARTICLE.replace("'Green tea'", 'Green\n  tea')],
    ['whose title is folded', INDEX, ARTICLE.replace("'Green tea'", '>-\n  Green tea')],
    ['without a heading', INDEX, ARTICLE.replaceAll('## ', '')],
    [
      'with a heading in code only',
      INDEX,
      ARTICLE.replace('## Water', '```\n## Water\n```').replace('## L', 'L'),
    ],
    ['that no list names', INDEX.replace('/green', '/greens'), ARTICLE],
    ['that is named twice', INDEX.replace('/black', '/green'), ARTICLE],
  ])('%s is not one to edit', (_, index, text) => {
    write('index.md', index);
    expect(isEditable(write('green.md', text))).toBe(false);
  });
});

describe('a variable', () => {
  it.each([
    ["name: 'Tea ''n'' more'", "name: 'Tea ''n'' more round-1'"],
    ['  name: "Tea"', '  name: "Tea round-1"'],
    ['name: Tea pot', 'name: Tea pot round-1'],
  ])('has another value in each round: %s', (before, after) => {
    const line = { file: write('x.yml', `# Names\n${before}\nother: x\n`), line: 2 };
    expect(isEditableVariable(line)).toBe(true);
    editVariable(line, '0');
    editVariable(line, '1');
    expect(read(line.file)).toBe(`# Names\n${after}\nother: x\n`);
  });

  it.each([
    'name: >-',
    'name: |',
    'name: &x Tea',
    '  {% ifversion fpt %}Tea{% endif %}',
    'name: Tea # hot',
    '',
  ])('is not edited where its value is not all of its line: %s', (text) => {
    expect(isEditableVariable({ file: write('x.yml', `${text}\n  Tea\n`), line: 1 })).toBe(false);
  });
});
