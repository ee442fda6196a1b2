import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cacheRenderings } from '../../src/cache/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { build } from '../../src/publish-site/index.ts';
import {
  openPreview,
  type PreviewServer,
  readSources,
  type ShownPage,
  servePreview,
} from '../../src/serve/index.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { LANTERN, writeLantern } from './lantern-site.ts';

const folder = createFolder();
const root = join(folder, 'site');
const out = join(folder, 'out');
const rendered: string[] = [];
const shown: ShownPage[] = [];
const renderMarkdown = cacheRenderings((texts, options, folders) => {
  rendered.push(...texts);
  return renderMarkdownHere(texts, options, folders);
});
let server: PreviewServer;

async function open(): Promise<PreviewServer> {
  const { value } = await readSources({ root });
  if (value === undefined) throw new Error('The site cannot be read.');
  const preview = openPreview(value, { root, renderMarkdown });
  return servePreview(async () => preview, {
    port: 0,
    root,
    onShown: (page) => shown.push(page),
    onError: (error) => {
      throw error;
    },
    findWhole: async () => out,
  });
}

beforeAll(async () => {
  writeLantern(root);
  server = await open();
});
afterAll(async () => {
  await server.close();
  removeFolder(folder);
});

const SCRIPT =
  /<script type="application\/json" id="decant-preview-state">(.*)<\/script>\n<script type="module" src="\/__decant\/client\.js"><\/script>\n$/;

/** A page as a browser gets it: its own bytes, and what stands behind them. */
async function get(path: string) {
  const response = await fetch(new URL(path, server.url), { redirect: 'manual' });
  const text = await response.text();
  const state = JSON.parse(SCRIPT.exec(text)?.[1] ?? '{}');
  const location = response.headers.get('location');
  return { status: response.status, location, html: text.replace(SCRIPT, ''), state };
}
const ask = async (name: string, page: string) =>
  (await fetch(new URL(`/__decant/${name}?page=${encodeURIComponent(page)}`, server.url))).json();

function write(file: string, text: string): void {
  mkdirSync(join(root, file, '..'), { recursive: true });
  writeFileSync(join(root, file), text);
}
/** Files that were written, moved or deleted, as who watches them tells. */
const save = (...files: readonly string[]) => server.update(new Set(files));
async function edit(file: string, change: (text: string) => string): Promise<void> {
  write(file, change(readFileSync(join(root, file), 'utf8')));
  await save(file);
}
const append = (more: string) => (text: string) => `${text}\n${more}\n`;

describe('a page that is asked for', () => {
  it('is made at once, and nothing else', async () => {
    rendered.length = 0;
    expect((await get('en/server@1.0/wick/')).status).toBe(200);
    expect(rendered.join('\n')).toContain('Trim the wick');
    expect(rendered.join('\n')).not.toMatch(/Fill the lamp|Wipe the glass/);
  });

  it('has the bytes that a build gives it, in every version and language', async () => {
    await build({ root, out, workers: 0 });
    const pages = [
      ...['en/', 'en/wick/', 'en/oil/', 'en/server@2.0/care/', 'en/server@1.0/care/clean/'],
      ...['ja/', 'ja/wick/', 'ja/server@1.0/wick/', 'ja/server@2.0/care/clean/'],
      ...['', 'en/@compare/', 'en/server@1.0-to-2.0/wick/'],
    ];
    for (const page of pages)
      expect([page, (await get(page)).html]).toEqual([
        page,
        readFileSync(join(out, page, 'index.html'), 'utf8'),
      ]);
    for (const file of [
      'en/wick.md',
      'en/server@2.0/care.md',
      'assets/images/mark.svg',
      'pages.json',
      'llms.txt',
      'search/en/server@2.0/index.json',
    ])
      expect([file, (await get(file)).html]).toEqual([file, readFileSync(join(out, file), 'utf8')]);
    for (const file of (await get('en/oil/')).html.match(/(?:theme|assets)\/[^"]+/g) ?? [])
      expect([file, (await get(file)).html]).toEqual([file, readFileSync(join(out, file), 'utf8')]);
    expect(readFileSync(join(out, 'en/wick/index.html'), 'utf8')).not.toContain('__decant');
  });

  it('has the card pictures of the whole site', async () => {
    mkdirSync(join(out, 'cards/en'), { recursive: true });
    writeFileSync(join(out, 'cards/en/oil.png'), 'picture');
    expect(await get('cards/en/oil.png?0123')).toMatchObject({ status: 200, html: 'picture' });
    expect((await get('cards/en/none.png')).status).toBe(404);
  });

  it('is led to by old addresses and those without a slash, and missing where there is none', async () => {
    expect(await get('en/cord/')).toMatchObject({ status: 302, location: '/docs/en/wick/' });
    expect(await get('EN/Cord')).toMatchObject({ status: 302, location: '/docs/en/wick/' });
    expect(await get('en/wick')).toMatchObject({ status: 302, location: '/docs/en/wick/' });
    expect(await get('/')).toMatchObject({ status: 302, location: '/docs/' });
    const missing = await get('en/nothing/');
    expect(missing.status).toBe(404);
    expect(missing.html).toBe(readFileSync(join(out, '404.html'), 'utf8'));
    const picture = new URL('assets/images/gone.png', server.url);
    const headers = { 'sec-fetch-dest': 'image' };
    const part = await fetch(picture, { headers });
    expect([part.status, await part.text()]).toEqual([404, 'Not found\n']);
  });
});

describe('its reader', () => {
  it('learns where each block comes from', async () => {
    const blocks = await ask('sources', '/docs/en/server@2.0/wick/');
    const find = (words: string) => blocks.findLast((each: { words: string }) => each.words === words);
    expect(find('The new burner needs less oil.').origins).toMatchObject([
      {
        place: 'content/wick.md:10',
        link: expect.stringMatching(/^vscode:\/\/file\/.*\/content\/wick\.md:10:1$/),
        conditions: [{ tag: 'ifversion server > 1.0', place: 'content/wick.md:10:1', ranges: 'server 2.0' }],
        ranges: 'server 2.0',
      },
    ]);
    expect(find('Let it cool first.').origins).toMatchObject([
      {
        place: 'data/reusables/safety.md:1',
        via: [{ place: 'content/wick.md:13:3' }],
        conditions: [],
        ranges: '',
      },
    ]);
  });

  it('learns what the page is in other versions', async () => {
    const outcomes = await ask('versions', '/docs/en/server@2.0/wick/');
    expect(outcomes).toMatchObject([
      { isHere: true, blocks: [], versions: [{ href: '/docs/en/server@2.0/wick/', isHere: true }] },
      {
        isHere: false,
        versions: [{ href: '/docs/en/wick/' }, { href: '/docs/en/server@1.0/wick/' }],
        blocks: [{ kind: 'removed', html: expect.stringContaining('The new burner') }],
      },
    ]);
    expect(await ask('versions', '/docs/en/oil/')).toHaveLength(1);
    expect(await ask('versions', '/docs/ja/server@2.0/care/clean/')).toHaveLength(1);
  });
});

describe('a change', () => {
  beforeEach(async () => {
    await get('en/wick/');
    await get('ja/wick/');
    shown.length = 0;
  });
  afterEach(async () => {
    rmSync(root, { recursive: true });
    writeLantern(root);
    await save('data/site.yml');
  });

  it('of a text is on the page, also through a reusable and a variable', async () => {
    await edit('content/wick.md', append('Snuff it.'));
    expect((await get('en/wick/')).html).toContain('Snuff it.');
    await edit('data/reusables/safety.md', () => 'Wear gloves.\n');
    expect((await get('en/wick/')).html).toContain('Wear gloves.');
    expect((await get('ja/wick/')).html).toContain('Wear gloves.');
    await edit('data/variables/lamp.yml', () => 'name: Ray\n');
    expect((await get('en/oil/')).html).toContain('Ray holds a pint');
  });

  it('of a title is in the lists of other pages', async () => {
    await edit('content/wick.md', (text) => text.replace('title: The wick', 'title: The thread'));
    expect((await get('en/')).html).toContain('The thread');
    expect((await get('en/oil/')).html).not.toContain('The wick');
  });

  it('that moves a file moves its page', async () => {
    renameSync(join(root, 'content/oil.md'), join(root, 'content/fuel.md'));
    await edit('content/fuel.md', (text) => text.replace('intro:', 'redirect_from: [/oil]\nintro:'));
    await edit('content/index.md', (text) => text.replace('/oil', '/fuel'));
    await save('content/oil.md');
    expect((await get('en/fuel/')).html).toContain('Fill the lamp');
    expect(await get('en/oil/')).toMatchObject({ status: 302, location: '/docs/en/fuel/' });
  });

  it('that deletes a file is a missing page, and one that brings one is a page', async () => {
    rmSync(join(root, 'content/oil.md'));
    await save('content/oil.md');
    await edit('content/index.md', (text) => text.replace(', /oil', ', /glass'));
    expect((await get('en/oil/')).status).toBe(404);
    write('content/glass.md', (LANTERN['content/oil.md'] ?? '').replace('The oil', 'The glass'));
    await save('content/glass.md');
    expect((await get('en/')).html).toContain('The glass');
    expect((await get('en/glass/')).status).toBe(200);
  });

  it('of the site file is on every page, also a new language', async () => {
    await edit('data/site.yml', (text) => text.replace('title: Lantern', 'title: Beacon'));
    expect((await get('en/wick/')).html).toContain('Beacon');
    await edit('data/site.yml', (text) =>
      text.replace('plans:', '  - { code: de, name: Deutsch, dir: translations/de }\nplans:'),
    );
    write('translations/de/content/wick.md', '---\ntitle: Der Docht\nintro: Er brennt.\n---\n\nKürze ihn.\n');
    await save('translations/de/content/wick.md');
    expect((await get('de/wick/')).html).toContain('Kürze ihn.');
  });

  it('of the theme is on every page', async () => {
    write('theme/templates/page-foot.js', 'export const override = () => () => "Made of tin.";\n');
    await edit('data/site.yml', (text) => `${text}theme: theme\n`);
    expect((await get('en/wick/')).html).toContain('Made of tin.');
    await edit('theme/templates/page-foot.js', (text) => text.replace('tin', 'brass'));
    expect((await get('en/wick/')).html).toContain('Made of brass.');
    await edit('theme/templates/page-foot.js', () => 'export const override = () => () => nothing();\n');
    const { status, html, state } = await get('en/wick/');
    expect([status, html.includes('Made of brass.'), state.isOld]).toEqual([200, true, true]);
    expect(state.problems[0]).toMatchObject({
      code: 'theme/faulty-template',
      message: expect.stringContaining('page-foot.js'),
    });
  });

  it('by an editor that saves under another name first is one change', async () => {
    write('content/wick.md~', 'half a te');
    writeFileSync(join(root, 'content/.wick.md.swp'), 'swap');
    renameSync(join(root, 'content/wick.md'), join(root, 'content/wick.md.bak'));
    await save('content/wick.md', 'content/wick.md~', 'content/wick.md.bak');
    write('content/wick.md.new', `${LANTERN['content/wick.md']}\nSnuff it.\n`);
    renameSync(join(root, 'content/wick.md.new'), join(root, 'content/wick.md'));
    await save('content/wick.md', 'content/wick.md.new');
    expect(await get('en/wick/')).toMatchObject({ status: 200, html: expect.stringContaining('Snuff it.') });
  });

  it('of two files at once, and two at the same time, are both there', async () => {
    write('content/wick.md', `${LANTERN['content/wick.md']}\nSnuff it.\n`);
    write('data/reusables/safety.md', 'Wear gloves.\n');
    const first = save('content/wick.md');
    const second = save('data/reusables/safety.md');
    const { html } = await get('en/wick/');
    await Promise.all([first, second]);
    expect(html).toMatch(/Wear gloves\.[\s\S]*Snuff it\./);
  });

  it('that breaks a page leaves it as it was, says what is wrong, and is forgotten when mended', async () => {
    const before = (await get('en/server@2.0/wick/')).html;
    await edit('content/wick.md', (text) => text.replace('{% endif %}', ''));
    const broken = await get('en/server@2.0/wick/');
    expect([broken.status, broken.html]).toEqual([200, before]);
    expect(broken.state).toMatchObject({
      isBroken: true,
      isOld: true,
      problems: [
        {
          severity: 'error',
          code: 'resolve/unclosed-tag',
          place: 'content/wick.md:10:1',
          link: expect.stringContaining('content/wick.md:10:1'),
          hint: expect.any(String),
          excerpt: expect.arrayContaining([expect.objectContaining({ line: 10, isMeant: true })]),
        },
      ],
    });
    expect(shown.at(-1)?.diagnostics).toHaveLength(1);
    // Another page that is broken has nothing to do with this one.
    await edit('content/oil.md', (text) => text.replace("cloud: '*'", "cloud: '=>2'"));
    expect((await get('en/server@2.0/wick/')).state.problems).toHaveLength(1);
    await edit('content/oil.md', () => LANTERN['content/oil.md'] ?? '');
    await edit('content/wick.md', () => LANTERN['content/wick.md'] ?? '');
    expect(await get('en/server@2.0/wick/')).toMatchObject({
      html: before,
      state: { isBroken: false, problems: [] },
    });
  });

  it('that breaks the frontmatter, an index page or the site file never makes a page missing', async () => {
    const before = (await get('en/wick/')).html;
    await edit('content/wick.md', (text) => text.replace('title: The wick', 'title: [The wick'));
    expect(await get('en/wick/')).toMatchObject({ status: 200, html: before, state: { isBroken: true } });
    // Nobody has looked at this one before.
    expect(await get('ja/server@2.0/wick/')).toMatchObject({
      status: 500,
      state: { isBroken: true, isOld: false },
    });
    await edit('content/wick.md', () => LANTERN['content/wick.md'] ?? '');
    await edit('content/index.md', (text) => text.replace('children: [', 'children: [['));
    expect(await get('en/wick/')).toMatchObject({ status: 200, html: before, state: { isBroken: true } });
    await edit('content/index.md', () => LANTERN['content/index.md'] ?? '');
    await edit('data/site.yml', (text) => text.replace('plans:', 'plans: ['));
    const { status, state } = await get('en/wick/');
    expect([status, state.problems[0].place]).toEqual([200, expect.stringMatching(/^data\/site\.yml:/)]);
    await edit('data/site.yml', () => LANTERN['data/site.yml'] ?? '');
    expect((await get('en/wick/')).state.problems).toEqual([]);
  });

  it('that breaks a file of data is told on the pages that use it', async () => {
    const before = LANTERN['data/variables/lamp.yml'] ?? '';
    await edit('data/variables/lamp.yml', () => 'name: [Ray\n');
    expect((await get('en/oil/')).state.problems).toMatchObject([
      { severity: 'error', code: 'load/data-syntax', place: 'data/variables/lamp.yml:1:7' },
    ]);
    expect((await get('en/wick/')).state.problems).toEqual([]);
    await edit('data/variables/lamp.yml', () => before);
    expect((await get('en/oil/')).state.problems).toEqual([]);
  });

  it('that breaks a page leaves other names of others alone', async () => {
    await edit('content/oil.md', (text) => text.replace('title: The oil', 'title: [The oil'));
    expect(await get('en/server/wick/')).toMatchObject({
      status: 302,
      location: '/docs/en/server@2.0/wick/',
    });
  });

  it('that is no error stands at its place, in the words of the reader', async () => {
    await edit('content/wick.md', append('[Nowhere](/nowhere)'));
    const { state } = await get('en/wick/');
    expect(state).toMatchObject({
      words: { hint: 'Hint' },
      isBroken: false,
      problems: [{ severity: 'warning', code: 'links/broken' }],
    });
    expect(await ask('problems', '/docs/en/wick/')).toMatchObject([
      { field: 'body', words: 'Nowhere', level: 0 },
    ]);
    expect((await get('ja/wick/')).state.words.hint).toBe('ヒント');
  });

  it('is told to open pages', async () => {
    const response = await fetch(new URL('/__decant/events', server.url));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await edit('content/wick.md', append('Snuff it.'));
    expect((await reader?.read())?.value).toBe('event: update\ndata:\n\n');
    await reader?.cancel();
  });
});
