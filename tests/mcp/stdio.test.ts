import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, runDecant, runProgram } from '../build/run-decant.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { writeKettleSite } from './kettle-site.ts';
import { type McpClient, openClient } from './open-client.ts';

const root = createFolder();
const site = createFolder();
let sources: McpClient;
let old: McpClient;
let built: McpClient;

beforeAll(async () => {
  writeKettleSite(root);
  rmSync(site, { recursive: true });
  expect(await runDecant(['build', '--root', root, '--out', site, '--quiet'])).toMatchObject({ status: 0 });
  // Its Markdown is enough.
  for (const folder of ['search', 'theme']) rmSync(join(site, folder), { recursive: true });
  sources = await openClient('2026-07-28', ['--root', root]);
  old = await openClient('handshake', ['--root', root]);
  built = await openClient('handshake', ['--site', site]);
});
afterAll(async () => {
  await Promise.all([sources, old, built].map((each) => each?.client.close()));
  removeFolder(root);
  removeFolder(site);
});

describe.each([
  ['sources, in the protocol of 2026', () => sources, ''],
  ['sources, after a handshake', () => old, ''],
  ['a built site', () => built, 'kettle-'],
] as const)('questions to %s', (_, open, prefix) => {
  const ask: McpClient['ask'] = (...question) => open().ask(...question);
  const cloud = prefix === '' ? 'cloud' : 'kettle-cloud@latest';
  const server = (release: string) => (prefix === '' ? `server-${release}` : `kettle-server@${release}`);

  it('lists versions and languages', async () => {
    const { data, text } = await ask('list_versions');
    expect(data).toMatchObject({
      version: cloud,
      language: 'en',
      title: 'Kettle docs',
      versions: [
        { name: cloud, pages: 5, isDefault: true },
        { name: server('3.10'), id: 'kettle-server@3.10', pages: 6, isDefault: false },
        { name: server('3.9'), pages: 6 },
        { name: server('3.8'), pages: 5 },
      ],
      languages: [{ code: 'en', isSource: true }, { code: 'ja' }],
      conditionsKnown: prefix === '',
    });
    expect(text).toContain(`- ${cloud}: Kettle Cloud, 5 pages (default)`);
  });

  it('finds pages of one version, in any language', async () => {
    const english = await ask('search', { query: 'descaling', version: 'Kettle Server 3.10' });
    expect(english.data).toMatchObject({
      version: server('3.10'),
      results: [{ page: 'guide/boil', title: 'Boil water', section: 'Descale automatically' }],
    });
    const earlier = await ask('search', { query: 'descales', version: server('3.9') });
    expect(earlier.data).toMatchObject({ version: server('3.9'), total: 0, results: [] });
    const japanese = await ask('search', { query: '水垢', language: 'ja' });
    expect(japanese.data).toMatchObject({
      language: 'ja',
      total: 1,
      results: [{ page: 'guide/boil', title: '湯を沸かす' }],
    });
    expect(JSON.stringify(japanese.data)).toContain('https://docs.example.com/help/ja/guide/boil/');
  });

  it('goes on behind a cursor, which belongs to its question', async () => {
    const first = await ask('search', { query: 'water', limit: 1 });
    const pages = [];
    for (let cursor: unknown; ; ) {
      const { data } = await ask('search', {
        query: 'water',
        limit: 1,
        ...(cursor !== undefined && { cursor }),
      });
      expect(data.results).toHaveLength(1);
      pages.push(JSON.stringify(data.results));
      cursor = data.nextCursor;
      if (cursor === undefined) break;
    }
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages).size).toBe(first.data.total);
    const other = await ask('search', { query: 'milk', cursor: first.data.nextCursor });
    expect(other).toMatchObject({
      isError: true,
      text: expect.stringContaining('belongs to another question'),
    });
  });

  it('reads a page, whatever it is called', async () => {
    const names = [
      'guide/boil',
      '/guide/boil/',
      '/help/en/kettle-server@3.9/guide/boil/',
      'https://docs.example.com/help/en/kettle-server@3.9/guide/boil/index.html#turn-it-off',
    ];
    const answers = [];
    for (const page of names) answers.push(await ask('read_page', { page, version: server('3.9') }));
    for (const { data } of answers) expect(data).toEqual(answers[0]?.data);
    const { data } = answers[0] ?? {};
    expect(data).toMatchObject({ page: 'guide/boil', version: server('3.9'), title: 'Boil water' });
    expect(data?.markdown).toContain('The whistle warns you.');
    expect(data?.markdown).not.toContain('descales');
    // The version of an address counts where the question names none.
    expect((await ask('read_page', { page: names[2] })).data).toEqual(data);
    const { data: japanese } = await ask('read_page', { page: 'guide/給湯', language: 'ja' });
    expect(japanese).toMatchObject({ page: 'guide/給湯', language: 'ja', title: 'Hot water' });
  });

  it('reads a section alone, by its words or its place in an address', async () => {
    for (const section of ['Descale automatically', 'descale-automatically']) {
      const { data } = await ask('read_page', { page: 'guide/boil', section });
      expect(data.markdown).toMatch(/^## Descale[\s\S]*### Filters[\s\S]*filter\.\s*$/);
    }
    const { isError, text } = await ask('read_page', { page: 'guide/boil', section: 'Descale automatic' });
    expect(isError).toBe(true);
    expect(text).toContain("Did you mean 'Descale automatically'?");
    expect(text).not.toContain('not a heading');
  });

  it('takes an empty section for none, and signs alone for one that there is not', async () => {
    const { data: whole } = await ask('read_page', { page: 'guide/boil' });
    for (const section of ['', ' '])
      expect((await ask('read_page', { page: 'guide/boil', section })).data).toEqual(whole);
    expect(await ask('read_page', { page: 'guide/boil', section: '##' })).toMatchObject({
      isError: true,
      text: expect.stringContaining(
        "The page 'guide/boil' has no section '##'. Its headings are:\n- Boil water",
      ),
    });
    const home = await ask('read_page', { page: '', section: '給湯' });
    expect(home).toMatchObject({
      isError: true,
      text: expect.stringContaining("The page '/' has no section"),
    });
    const { data } = await ask('is_available', { page: 'guide/steam' });
    for (const section of ['', '  '])
      expect((await ask('is_available', { page: 'guide/steam', section })).data).toEqual(data);
    expect(await ask('is_available', { section: ' ', phrase: '  ' })).toMatchObject({
      isError: true,
      text: 'Name a page, a section or a phrase.',
    });
  });

  it('refuses an address on another host, but for this machine', async () => {
    for (const page of ['https://docs.example.org/help/en/guide/boil/', '//example.org/help/en/guide/給湯/'])
      for (const tool of ['read_page', 'is_available'])
        expect(await ask(tool, { page })).toMatchObject({
          isError: true,
          text: expect.stringMatching(/example\.org'.* begin with https:\/\/docs\.example\.com\/help\//),
        });
    for (const page of [
      'HTTP://DOCS.example.com/help/en/guide/boil/',
      'http://localhost:8080/help/guide/boil',
    ])
      expect((await ask('read_page', { page })).data).toMatchObject({ page: 'guide/boil' });
  });

  it('reads a long page in parts that make the whole', async () => {
    let cursor: unknown;
    let whole = '';
    let parts = 0;
    let characters: unknown;
    do {
      const { data } = await ask('read_page', {
        page: 'guide/long',
        ...(cursor !== undefined && { cursor }),
      });
      expect(String(data.markdown).length).toBeLessThanOrEqual(16_000);
      whole += data.markdown;
      parts += 1;
      ({ nextCursor: cursor, characters } = data);
    } while (cursor !== undefined);
    expect(parts).toBeGreaterThan(1);
    expect(whole).toHaveLength(Number(characters));
    expect(whole).toContain('Step 700:');
  });

  it('says where a page, a section or a phrase is available', async () => {
    const ofPage = await ask('is_available', { page: 'guide/steam' });
    expect(ofPage.data).toMatchObject({
      version: cloud,
      available: false,
      versions: [server('3.10'), server('3.9')],
      since: [{ version: server('3.9'), isOldest: false }],
    });
    const ofSection = await ask('is_available', {
      page: 'guide/boil',
      section: 'Filters',
      version: server('3.9'),
    });
    expect(ofSection.data).toMatchObject({
      version: server('3.9'),
      available: false,
      versions: [cloud, server('3.10')],
      places: [{ page: 'guide/boil' }],
    });
    const ofPhrase = await ask('is_available', { phrase: 'the WHISTLE  warns', version: server('3.9') });
    expect(ofPhrase.data).toMatchObject({
      available: true,
      versions: [server('3.10'), server('3.9')],
      total: 1,
    });
    const conditions = [
      [ofSection, 'ifversion server > 3.9 or cloud', 'content/guide/boil.md:11:1'],
      [ofPhrase, 'ifversion server > 3.8', 'data/reusables/safety.md:1:21'],
    ] as const;
    for (const [{ data }, tag, place] of conditions) {
      const [found] = data.places as readonly { readonly conditions: readonly object[] }[];
      expect(found?.conditions).toMatchObject(prefix === '' ? [{ tag, place }] : []);
    }
    const other = await ask('is_available', { phrase: 'No such words' });
    expect(other.text).toContain('No page has the phrase in exactly these words');
    expect(await ask('is_available', {})).toMatchObject({ isError: true });
  });

  it('compares two versions of a page, and of all', async () => {
    const question = { from: server('3.8'), version: server('3.10') };
    const { data } = await ask('diff', { ...question, page: 'guide/boil' });
    expect(data).toMatchObject({
      from: server('3.8'),
      version: server('3.10'),
      figures: { changed: 1, added: 0 },
    });
    expect(JSON.stringify(data.changes)).toContain('The kettle descales itself every month.');
    const all = await ask('diff', question);
    expect(all.data).toMatchObject({ figures: { added: 1, removed: 0 } });
    expect(all.data.changes).toContainEqual({
      kind: 'added',
      pages: ['guide/steam'],
      added: [],
      removed: [],
    });
    expect(all.text).toContain('added: guide/steam');
    const same = await ask('diff', { from: 'cloud', version: cloud });
    expect(same.isError).toBe(true);
  });

  it('tells a change that is longer than an answer in parts', async () => {
    const question = { from: server('3.8'), version: server('3.10'), page: 'guide/long' };
    const sides = { added: '', removed: '' };
    let answers = 0;
    for (let cursor = ''; answers === 0 || cursor !== ''; answers += 1) {
      const { data, text } = await ask('diff', { ...question, cursor });
      expect(JSON.stringify(data).length).toBeLessThan(20_000);
      expect(JSON.stringify(data)).not.toMatch(/\\ud[89a-f]/);
      for (const { added, removed } of data.changes as readonly Record<'added' | 'removed', string[]>[]) {
        sides.added += added.join('\n\n');
        sides.removed += removed.join('');
      }
      cursor = String(data.nextCursor ?? '');
      expect(text).toContain(cursor);
    }
    expect(answers).toBeGreaterThan(2);
    expect(sides.added.match(/Step \d+:/g)).toHaveLength(700);
    expect(sides.removed).toContain('🫖'.repeat(3000));
  });

  it('helps where a version, a language or a page is not there', async () => {
    const version = await ask('read_page', { page: 'guide/boil', version: 'server-3.11' });
    expect(version.isError).toBe(true);
    expect(version.text).toContain(
      `The versions are ${cloud}, ${server('3.10')}, ${server('3.9')}, ${server('3.8')}.`,
    );
    expect(await ask('search', { query: 'x', language: 'fr' })).toMatchObject({
      isError: true,
      text: "There is no language 'fr'. The languages are en, ja.",
    });
    const page = await ask('read_page', { page: 'guide/boiling' });
    expect(page).toMatchObject({ isError: true, text: expect.stringContaining('- guide/boil\n') });
    // The last step of a path alone, and misspelt.
    expect((await ask('read_page', { page: 'boli' })).text).toMatch(/nearest are:\n- guide\/boil\n/);
    const elsewhere = await ask('read_page', { page: 'guide/steam' });
    expect(elsewhere.text).toContain(`Ask for it with the version '${server('3.10')}'.`);
  });

  it('gives pages as resources, by a template', async () => {
    const { client } = open();
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates).toMatchObject([{ uriTemplate: 'decant://page/{language}/{version}/{+path}' }]);
    const id = encodeURIComponent('kettle-server@3.9');
    for (const path of [
      'guide/給湯',
      `guide/${encodeURIComponent('給湯')}`,
      `${encodeURIComponent('guide/給湯')}?x=1`,
    ]) {
      const { contents } = await client.readResource({ uri: `decant://page/ja/${id}/${path}` });
      expect(contents).toMatchObject([
        { mimeType: 'text/markdown', text: expect.stringContaining('# Hot water') },
      ]);
    }
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'decant://page/{language}/{version}/{+path}' },
      argument: { name: 'path', value: 'guide/b' },
    });
    expect(completion.values).toEqual(['guide/boil']);
    await expect(client.readResource({ uri: 'decant://page/en/cloud/guide/nothing' })).rejects.toThrow();
  });
});

describe('questions to sources alone', () => {
  it('explain where the blocks of a page come from, and where a line comes out', async () => {
    const { data } = await sources.ask('explain', {
      page: 'guide/boil',
      words: 'whistle',
      version: 'server',
    });
    expect(data).toMatchObject({
      version: 'server-3.10',
      blocks: [{ field: 'body' }],
    });
    expect(JSON.stringify(data.blocks)).toContain('"via":["content/guide/boil.md:9:1"]');
    expect(JSON.stringify(data.blocks)).toContain('"tag":"ifversion server > 3.8"');
    const line = await sources.ask('explain', { file: 'data/reusables/safety.md', line: 1, language: 'ja' });
    expect(line.data).toMatchObject({
      language: 'ja',
      places: [{ page: 'guide/boil', language: 'ja', field: 'body' }],
    });
    const file = await sources.ask('explain', { file: 'data/reusables/safty.md' });
    expect(file.text).toContain("Did you mean 'data/reusables/safety.md'?");
    const none = await built.ask('explain', { page: 'guide/boil' });
    expect(none).toMatchObject({ isError: true, text: expect.stringContaining('--root') });
  });

  it('know old addresses', async () => {
    const { text } = await sources.ask('read_page', { page: '/help/en/old/boil' });
    expect(text).toContain('it leads to /help/en/guide/boil/');
  });

  it('check the sources, and see what has changed meanwhile', async () => {
    const clean = await sources.ask('check');
    expect(clean.data).toMatchObject({ version: 'all', language: 'all', errors: 0, total: 0, findings: [] });
    expect(await sources.ask('check', { file: 'content/guide/' })).toMatchObject({ isError: false });
    expect(await sources.ask('check', { code: 'links/brokn' })).toMatchObject({
      isError: true,
      text: "There is no rule 'links/brokn'. Did you mean 'links/broken'?",
    });
    expect(await sources.ask('check', { file: 'content/guide/steem.md' })).toMatchObject({
      isError: true,
      text: expect.stringContaining("Did you mean 'content/guide/steam.md'?"),
    });
    const first = await sources.ask('search', { query: 'water', limit: 1 });
    const file = join(root, 'content/guide/steam.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('Use the wand.', 'Use the frother. [x](/guide/gone)'));
    const { data } = await sources.ask('check', { version: 'server-3.10', severity: 'error' });
    expect(data).toMatchObject({
      version: 'server-3.10',
      errors: 1,
      findings: [{ code: 'links/broken', file: 'content/guide/steam.md', line: 6 }],
    });
    expect((await sources.ask('search', { query: 'frother', version: 'server' })).data).toMatchObject({
      total: 1,
    });
    const stale = await sources.ask('search', { query: 'water', limit: 1, cursor: first.data.nextCursor });
    expect(stale).toMatchObject({ isError: true, text: expect.stringContaining('has changed since') });
    writeFileSync(file, text);
    writeFileSync(
      join(root, 'data/site.yml'),
      readFileSync(join(root, 'data/site.yml'), 'utf8').replace('title:', 'titel:'),
    );
    expect(await sources.ask('list_versions')).toMatchObject({
      isError: true,
      text: expect.stringContaining('The site file data/site.yml cannot be used.'),
    });
    expect(await built.ask('check')).toMatchObject({ isError: true });
  });
});

it('says on stderr where there is no built site, and nothing on stdout', async () => {
  const { status, stdout, stderr } = await runProgram(process.execPath, [cli, 'mcp', '--site', '.'], root);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('there is no pages.json');
});
