import { expect, test } from 'vitest';
import { addOldAddresses } from '../../src/codemod/add-old-addresses.ts';
import { answerLost, readOldFromSite } from '../../src/codemod/index.ts';
import { applySourceEdits } from '../../src/codemod/source-edits.ts';
import { createSetup, parseConfig } from '../../src/config/index.ts';
import { listAddresses } from '../../src/ledger/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { buildTea, SITE_FILE, TEA } from '../ledger/make-tea.ts';
import { type Texts, toFiles } from '../workspace/random-site.ts';

const old = await buildTea(TEA);
const ledger = { site: old.config.baseUrl, addresses: new Set(listAddresses(old)) };

async function answer(texts: Texts, siteFile = SITE_FILE) {
  const config = parseConfig({ path: 'data/site.yml', text: siteFile }, '/nowhere').value;
  if (config === undefined) throw new Error('The site file of the test is faulty.');
  const files = { value: toFiles(texts), diagnostics: [] };
  const workspace = openWorkspace(createSetup(config), files, { renderMarkdown: renderMarkdownHere });
  const found = await answerLost(workspace, ledger, readOldFromSite(old));
  const changed = [...found.files.texts].filter(([file, text]) => texts[file] !== text);
  return { ...found, changed: Object.fromEntries(changed) };
}

function edit(texts: Texts, file: string, before: string, after: string): Texts {
  const text = (texts[file] ?? '').replace(before, after);
  if (text === texts[file]) throw new Error(`Nothing to replace in ${file}.`);
  return { ...texts, [file]: text };
}

function rename(texts: Texts, from: string, to: string): Texts {
  const { [`content/${from}.md`]: text = '', ...rest } = texts;
  return edit({ ...rest, [`content/${to}.md`]: text }, 'content/index.md', from, to);
}

test('nothing lost, nothing to do', async () => {
  expect(await answer(TEA)).toMatchObject({ lost: 0, proposals: [], left: [], changed: {} });
});

test('an article that was renamed gets its old address', async () => {
  const found = await answer(rename(TEA, 'black', 'dark'));
  expect(found.left).toEqual([]);
  expect(found.broken).toEqual([]);
  expect(found.changed).toEqual({
    'content/dark.md': TEA['content/black.md']?.replace('versions:', 'redirect_from:\n  - /black\nversions:'),
  });
  expect(found.proposals).toMatchObject([
    {
      file: 'content/dark.md',
      written: 'redirect_from: /black',
      reason: '100 % of its text is on /docs/en/dark/',
    },
  ]);
});

test('an article that was renamed and edited, with a heading that was renamed too, is found', async () => {
  const renamed = rename(TEA, 'green', 'sencha-tea');
  const edited = edit(
    renamed,
    'content/sencha-tea.md',
    '## Storing\n\nKeep the',
    '## How to keep the leaves\n\nAlways keep the',
  );
  const found = await answer(edited);
  expect(found.left).toEqual([]);
  expect(found.changed['content/sencha-tea.md']).toContain('redirect_from: [/sencha, /green]');
  expect(found.changed['content/sencha-tea.md']).toContain(
    '\n\n<a id="storing"></a>\n\n## How to keep the leaves\n',
  );
});

test('a renamed heading keeps its old id, written once for the article and its translation', async () => {
  const found = await answer(edit(TEA, 'content/green.md', '## Storing', '## Keeping the leaves'));
  expect(found.left).toEqual([]);
  expect(Object.keys(found.changed)).toEqual(['content/green.md']);
  expect(found.changed['content/green.md']).toContain('<a id="storing"></a>\n\n## Keeping the leaves');
});

test('an article that has left a version gets the address with it', async () => {
  const found = await answer(
    edit(TEA, 'content/green.md', "versions: '*'", "versions: { cl: '*', sv: '>2.0' }"),
  );
  expect(found.left).toEqual([]);
  expect(found.changed['content/green.md']).toContain('redirect_from: [/sencha, /server@2.0/green]');
});

test('an old address that its article does not name any more comes back', async () => {
  const found = await answer(edit(TEA, 'content/green.md', 'redirect_from: [/sencha]\n', ''));
  expect(found.changed).toEqual({
    'content/green.md': TEA['content/green.md']?.replace(
      "versions: '*'\nredirect_from: [/sencha]\n",
      "redirect_from:\n  - /sencha\nversions: '*'\n",
    ),
  });
});

test('an article that another one has taken in leads there, heading by heading', async () => {
  const { 'content/black.md': black = '', ...rest } = TEA;
  const gone = edit(rest, 'content/index.md', ', /black', '');
  const [, words = ''] = black.split('---\n').slice(1);
  const found = await answer(
    edit(gone, 'content/green.md', '## Storing', `${words.replace('Brewing', 'Making')}\n## Storing`),
  );
  // The Japanese page showed English words there, and has none like them now.
  expect(found.left).toMatchObject([
    { records: ['/ja/black/#brewing-black-tea', '/ja/server@2.1/black/#brewing-black-tea'] },
  ]);
  expect(found.changed['content/green.md']).toContain('[/sencha, /black]');
  expect(found.changed['content/green.md']).toContain(
    '<a id="brewing-black-tea"></a>\n\n## Making black tea',
  );
});

test('of two that are alike none is guessed', async () => {
  const renamed = rename(TEA, 'black', 'dark');
  const twice = edit(
    { ...renamed, 'content/brown.md': renamed['content/dark.md'] ?? '' },
    'content/index.md',
    '/dark',
    '/dark, /brown',
  );
  const found = await answer(twice);
  expect(found.changed).toEqual({});
  expect(found.left.map(({ reason }) => reason)).toEqual([
    'Two are alike, so it is unclear which one is meant: /docs/en/dark/ and /docs/en/brown/.',
  ]);
});

test('what has no likeness anywhere stays lost', async () => {
  const { 'content/black.md': _, ...rest } = TEA;
  const found = await answer(edit(rest, 'content/index.md', ', /black', ''));
  expect(found.changed).toEqual({});
  expect(found.left).toMatchObject([{ reason: 'No page has a text like it.' }]);
  expect(found.left[0]?.records).toContain('/ja/server@2.1/black/#brewing-black-tea');
});

test('a release that is gone from the site file is a matter of that file', async () => {
  const found = await answer(TEA, SITE_FILE.replace("['2.1', '2.0']", "['2.1']"));
  expect(found.left).toMatchObject([
    { reason: "Add the release to 'deprecated' of its plan in the site file." },
  ]);
});

test.each([
  ['---\ntitle: A\nversions: x\n---\n', '---\ntitle: A\nredirect_from:\n  - /o\nversions: x\n---\n'],
  ['---\ntitle: A\n---\n', '---\ntitle: A\nredirect_from:\n  - /o\n---\n'],
  ['---\nredirect_from: /a\ntitle: A\n---\n', '---\nredirect_from:\n  - /a\n  - /o\ntitle: A\n---\n'],
  ['---\nredirect_from: "/a b"\n---\n', '---\nredirect_from:\n  - "/a b"\n  - /o\n---\n'],
  ['---\nredirect_from: []\n---\n', '---\nredirect_from: [/o]\n---\n'],
  ['---\nredirect_from: [/a]\n---\n', '---\nredirect_from: [/a, /o]\n---\n'],
  ["---\nredirect_from: ['/a]', /b,]\n---\n", "---\nredirect_from: ['/a]', /b, /o,]\n---\n"],
  ['---\nredirect_from: [\n  /a,\n  /b\n]\n---\n', '---\nredirect_from: [\n  /a,\n  /b, /o\n]\n---\n'],
  [
    '---\nredirect_from:\n- /a\n- /b\ntitle: A\n---\n',
    '---\nredirect_from:\n- /a\n- /b\n- /o\ntitle: A\n---\n',
  ],
  [
    '---\nredirect_from: # old\n    - /a\n    # note\n    - /b\n\ntitle: A\n---\n- c\n',
    '---\nredirect_from: # old\n    - /a\n    # note\n    - /b\n    - /o\n\ntitle: A\n---\n- c\n',
  ],
  ['---\nredirect_from:\ntitle: A\n---\n', '---\nredirect_from:\n  - /o\ntitle: A\n---\n'],
  ['---\nredirect_from: # old\ntitle: A\n---\n', '---\nredirect_from: # old\n  - /o\ntitle: A\n---\n'],
  ['---\nredirect_from: /a # old\n---\n', '---\nredirect_from:\n  - /a\n  - /o # old\n---\n'],
  ['---\n{ title: A, children: [b] }\n---\n', '---\n{ title: A, redirect_from: [/o], children: [b] }\n---\n'],
])('old addresses are added in the form of the article: %j', (before, after) => {
  const made = addOldAddresses('content/a.md', before, ['/o']) ?? [];
  expect(applySourceEdits(before, made)).toBe(after);
});

test('a value that YAML would read as something else is quoted', () => {
  const text = '---\nredirect_from: [/a]\n---\n';
  const edits = addOldAddresses('content/a.md', text, ["/it's", '/紅茶']) ?? [];
  expect(applySourceEdits(text, edits)).toContain("[/a, '/it''s', /紅茶]");
  expect(addOldAddresses('content/a.md', 'no frontmatter', ['/o'])).toBeUndefined();
});
