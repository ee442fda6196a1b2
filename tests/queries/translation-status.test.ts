import { describe, expect, it } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { readTranslationStatus, type TranslatedFile } from '../../src/queries/index.ts';
import type { History } from '../../src/sources/index.ts';
import { UsageError } from '../../src/usage-error.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { openSource, page } from './open-source.ts';

const COMMIT = 'c'.repeat(40);

/** Git as it is where every translation was touched once, and the sources were these then. */
function createHistory(
  older: Readonly<Record<string, string>>,
  part: Partial<Extract<History, { kind: 'git' }>> = {},
): History {
  const touches = new Map(
    Object.keys(older).map((file) => [
      `translations/ja/${file}`,
      { commit: COMMIT, date: '2021-10-01', path: `translations/ja/${file}`, isOldestKnown: false },
    ]),
  );
  return {
    kind: 'git',
    touches,
    changed: new Set(),
    isShallow: false,
    readTexts: async (files) => files.map(({ path }) => older[path]),
    ...part,
  };
}

const none: History = { kind: 'none', reason: '/site is not in a git repository.' };

function readStatus(
  files: Readonly<Record<string, string>>,
  history: History = none,
  asked: Parameters<typeof openSource>[1] = {},
) {
  const site = openSource(files, asked);
  const tools = { renderMarkdown: renderMarkdownHere };
  const workspace = openWorkspace(site, { value: site.files, diagnostics: [] }, tools);
  return readTranslationStatus(workspace, history);
}

const STEPS = [
  'Install the widget on every machine of the house.',
  '',
  '1. Download the package from the shop.',
  '2. Run the installer as `root`.',
  '3. Restart the machine and wait for the light.',
  '',
  '| Machine | Light |',
  '| --- | --- |',
  '| Large | Green |',
  '',
  '{% ifversion server > 3.0 %}',
  'Ask your keeper for a key before you begin.',
  '{% endif %}',
].join('\n');
const japanese = [
  '家のすべての機械にウィジェットをインストールします。',
  '',
  '1. 店からパッケージをダウンロードします。',
  '2. インストーラーを `root` で実行します。',
  '3. 機械を再起動して、ランプを待ちます。',
  '',
  '| 機械 | ランプ |',
  '| --- | --- |',
  '| 大 | 緑 |',
  '',
  '{% ifversion server > 3.0 %}',
  '始める前に鍵を管理者に求めてください。',
  '{% endif %}',
].join('\n');

const file = 'content/install.md';
const translation = page('インストール', '*', japanese);

/** What changed between two bodies of the source, in a word and what it is about. */
async function listChanges(before: string, after: string): Promise<readonly string[]> {
  const status = await readStatus(
    { [file]: page('Install', '*', after), [`translations/ja/${file}`]: translation },
    createHistory({ [file]: page('Install', '*', before) }),
  );
  const found = status.files.find(({ source }) => source === file);
  return (found?.changes ?? []).map(({ kind, line, block }) => `${kind} ${block} ${line}`);
}

describe('what changed in a source since its translation was touched', () => {
  it.each([
    ['nothing', 'x', 'x', []],
    ['a new step', 'Restart the machine and', 'Sign the paper.\n3. Restart the machine and', ['new step 9']],
    ['a step that is gone', '2. Run the installer as `root`.\n', '', ['removed step 8']],
    ['other words', 'on every machine of the house', 'on the machines of each room', ['changed paragraph 5']],
    ['a typo', 'from the shop', 'form the shop', ['small step 7']],
    ['a mark', 'machine of the house.', 'machine of the house!', ['small paragraph 5']],
    ['another number', 'server > 3.0', 'server > 3.1', ['condition condition 15']],
    ['another name in code', '`root`', '`toor`', ['changed step 8']],
    ['the opposite', 'Ask your keeper', "Don't ask your keeper", ['changed paragraph 16']],
    ['a new row', '| Large | Green |', '| Large | Green |\n| Small | Red |', ['new row 14']],
  ])('%s', async (_, from, to, expected) => {
    expect(
      await listChanges(
        STEPS,
        STEPS.replace(from, () => to),
      ),
    ).toEqual(expected);
  });

  it('a condition that is put around a block, or goes', async () => {
    const [tag, end] = ['{% ifversion server > 3.0 %}\n', '\n{% endif %}'];
    const without = STEPS.replace(tag, '').replace(end, '');
    expect(await listChanges(STEPS, without)).toEqual(['condition condition 15', 'condition condition 17']);
    expect(await listChanges(without, STEPS)).toEqual(['condition condition 15', 'condition condition 17']);
  });

  it('a condition within a line', async () => {
    const inline = STEPS.replace('from the shop', '{% ifversion cloud %}from the shop{% endif %}');
    expect(await listChanges(STEPS, inline)).toEqual(['condition step 7']);
  });

  it('a paragraph that moved', async () => {
    const [first = '', ...rest] = STEPS.split('\n\n');
    expect(await listChanges(STEPS, [...rest, first].join('\n\n'))).toEqual(['moved paragraph 17']);
  });

  it('a value of frontmatter, and of YAML by its key', async () => {
    const now = {
      'content/index.md': page('Home', '*', ''),
      'data/variables/product.yml': 'name: Widget\nlong: The Widget of the house\nold: Gone\n',
      'translations/ja/data/variables/product.yml': 'name: ウィジェット\nlong: 家のウィジェット\nold: 旧\n',
    };
    const older = { 'data/variables/product.yml': 'name: Widget\nlong: The Gadget of the house\nnew: X\n' };
    const { files } = await readStatus(now, createHistory(older));
    const found = files.find(({ source }) => source.endsWith('product.yml'));
    expect(found?.changes.map(({ kind, key, before, after }) => [kind, key, before, after])).toEqual([
      ['removed', 'new', 'X', undefined],
      ['changed', 'long', 'The Gadget of the house', 'The Widget of the house'],
      ['new', 'old', undefined, 'Gone'],
    ]);
  });
});

it('of the description of an API only words are translated, found by the names of what they are about', async () => {
  const source = `openapi: 3.1.0
info: { title: Widgets, version: '1' }
paths:
  /widgets:
    get:
      operationId: listWidgets
      summary: List the widgets
      parameters:
        - { name: size, in: query, description: How large they are., schema: { type: string, default: large one } }
        - { name: page, in: query, description: Which page of them. }
      responses:
        '200': { description: The widgets., content: { text/plain: { example: { description: no words } } } }
`;
  const translation = `paths:
  /widgets:
    get:
      summary: ウィジェットの一覧
      parameters:
        - { name: page, in: query, description: ページの番号。 }
`;
  const { files } = await readStatus({
    'content/index.md': page('Home', '*', ''),
    'data/rest/all.yaml': source,
    'translations/ja/data/rest/all.yaml': translation,
  });
  const found = files.find((file) => file.source === 'data/rest/all.yaml');
  expect(found?.words).toBe(13);
  expect(found?.fallbacks.map(({ part }) => part)).toEqual([
    'paths./widgets.get.parameters.0.description',
    'paths./widgets.get.responses.200.description',
  ]);
});

/** State and weight of the translation of one file. */
async function judge(
  source: string,
  translated: string | undefined,
  history: History = none,
): Promise<TranslatedFile> {
  const files = {
    [file]: page('Install', '*', source),
    ...(translated === undefined ? {} : { [`translations/ja/${file}`]: translated }),
  };
  const found = (await readStatus(files, history)).files.find((each) => each.source === file);
  if (found === undefined) throw new Error('The file was not looked at.');
  return found;
}

describe('how a file stands', () => {
  it('is missing, a copy of the source, current, or unknown', async () => {
    const same = createHistory({ [file]: page('Install', '*', STEPS) });
    expect(await judge(STEPS, undefined)).toMatchObject({ state: 'missing', weight: 45 });
    expect(await judge(STEPS, page('Install', '*', STEPS), same)).toMatchObject({ state: 'untranslated' });
    expect(await judge(STEPS, translation, same)).toMatchObject({ state: 'current', weight: 0 });
    expect(await judge(STEPS, translation)).toMatchObject({
      state: 'unknown',
      unknown: '/site is not in a git repository.',
    });
  });

  it('is stale for more than letters', async () => {
    const typo = createHistory({ [file]: page('Install', '*', STEPS.replace('from', 'form')) });
    expect(await judge(STEPS, translation, typo)).toMatchObject({ state: 'small', weight: 0 });
    const words = createHistory({
      [file]: page('Install', '*', STEPS.replace('a key', 'two keys and a paper')),
    });
    expect(await judge(STEPS, translation, words)).toMatchObject({
      state: 'stale',
      touched: { commit: COMMIT, date: '2021-10-01', isOldestKnown: false },
    });
  });

  it('tells tags, headings, tables, steps, and code that differ from the source', async () => {
    const other = japanese
      .replace('3. ', '')
      .replace('| 大 | 緑 |\n', '')
      .replace('server > 3.0', 'server > 2.0');
    const { state, structure } = await judge(STEPS, page('インストール', '*', `## 概要\n\n${other}`));
    expect(state).toBe('broken');
    expect(structure).toEqual([
      { kind: 'tags', missing: ['{% ifversion server > 3.0 %}'], extra: ['{% ifversion server > 2.0 %}'] },
      { kind: 'headings', missing: [], extra: ['## heading'] },
      { kind: 'tables', missing: ['row'], extra: [] },
      { kind: 'steps', missing: ['step'], extra: [] },
    ]);
  });

  it('takes words for readers in tags as words', async () => {
    const tags = (icon: string, label: string) =>
      `{% octicon "check" aria-label="${icon}" %}\n\n{% codetabs %}\n{% codetab shell "${label}" %}\n{% endcodetab %}\n{% endcodetabs %}`;
    const source = `${STEPS}\n\n${tags('Yes', 'Command line')}`;
    const good = await judge(
      source,
      page('インストール', '*', `${japanese}\n\n${tags('可', 'コマンドライン')}`),
    );
    expect(good.structure).toEqual([]);
    const other = tags('可', 'コマンドライン').replace('"check"', '"x"').replace('shell', 'cmd');
    const bad = await judge(source, page('インストール', '*', `${japanese}\n\n${other}`));
    expect(bad.structure.map(({ kind, missing }) => [kind, missing])).toEqual([
      ['tags', ['{% octicon "check" aria-label="Yes" %}', '{% codetab shell "Command line" %}']],
    ]);
  });

  it('tells what falls back, in which versions, and why', async () => {
    const broken = japanese.replace('始める前に', '{% data reusables.widgets.nothing %}');
    const { fallbacks, state } = await judge(STEPS, page('インストール', '*', broken));
    expect(state).toBe('broken');
    expect(fallbacks).toMatchObject([
      { part: 'body', versions: ['server-3.2', 'server-3.1'], isFailure: true },
    ]);
    expect(fallbacks[0]?.reason).toContain('reusables.widgets.nothing');
  });

  it('tells what falls back for mistakes in its Markdown, and for links whose title nobody knows', async () => {
    const bare = await judge(STEPS, page('インストール', '*', `${japanese}\n\n[AUTOTITLE]()。`));
    expect(bare.fallbacks).toMatchObject([{ part: 'body', isFailure: true }]);
    expect(bare.fallbacks[0]?.reason).toMatch(/^AUTOTITLE finds no title/);
    const lost = await judge(STEPS, page('インストール', '*', `${japanese}\n\n[AUTOTITLE](/nowhere)。`));
    expect(lost.fallbacks).toMatchObject([{ part: 'body', isFailure: true }]);
    expect(lost.fallbacks[0]?.reason).toContain("'/nowhere'");
  });

  it('is not known for a file that is not committed, or older than a shallow clone', async () => {
    const older = { [file]: page('Install', '*', STEPS) };
    const name = `translations/ja/${file}`;
    const untracked = createHistory(older, { touches: new Map(), changed: new Set([name]) });
    expect(await judge(STEPS, translation, untracked)).toMatchObject({
      state: 'unknown',
      unknown: 'The file is not committed yet.',
    });
    const edited = createHistory(older, { changed: new Set([name]) });
    expect(await judge(STEPS, translation, edited)).toMatchObject({ state: 'current', unknown: undefined });
    const touch = { commit: COMMIT, date: '2021-10-01', path: name, isOldestKnown: true };
    const shallow = createHistory(older, { isShallow: true, touches: new Map([[name, touch]]) });
    expect(await judge(`${STEPS}\n\nLast of all, drink some tea.`, translation, shallow)).toMatchObject({
      state: 'stale',
      unknown: expect.stringContaining('shallow'),
    });
  });
});

describe('a language in figures', () => {
  const files = {
    'content/one.md': page('One thing', '*', 'Words of one.'),
    'content/two.md': page('Two things', "server: '*'", 'Words of two, and more.'),
    'data/reusables/note.md': 'A note for all.\n',
    'data/features/new.yml': "versions: { cloud: '*' }\n",
    'translations/ja/content/one.md': page('一', '*', '一つの言葉。'),
  };

  it('counts words and files of articles and data', async () => {
    const { languages, notes } = await readStatus(files);
    expect(languages).toMatchObject([
      {
        language: 'ja',
        files: 4,
        translated: 1,
        missing: 3,
        words: 17,
        translatedWords: 5,
        percent: 29,
        unknown: 1,
      },
    ]);
    expect(notes).toEqual(['Cannot tell what is stale: /site is not in a git repository.']);
  });

  it('looks at articles of the versions asked for', async () => {
    const { files: found } = await readStatus(files, none, { versions: ['cloud'] });
    expect(found.map(({ source }) => source)).not.toContain('content/two.md');
  });

  it('lists files with most to do first', async () => {
    const weights = (await readStatus(files)).files.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('is nothing for the source language alone', async () => {
    await expect(readStatus(files, none, { languages: ['en'] })).rejects.toThrow(UsageError);
    await expect(readStatus(files, none, { languages: ['en'] })).rejects.toThrow('The translations are ja.');
  });
});
