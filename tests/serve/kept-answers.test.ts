import { appendFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished, test } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import {
  openKeptAnswers,
  openPreview,
  type PreviewServer,
  readSources,
  type SitePreview,
  servePreview,
} from '../../src/serve/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { LANTERN, writeLantern } from './lantern-site.ts';

const SOURCES = ['content', 'data', 'assets', 'translations/ja-JP'];

interface Session {
  readonly server: PreviewServer;
  /** Whether anything is known of the session before. */
  readonly knows: boolean;
  get(path: string): Promise<string>;
  end(): Promise<void>;
}

/** A site, and sessions with it one after the other. */
async function openSite(files = LANTERN) {
  const folder = createTemporaryFolder();
  const root = join(folder, 'site');
  writeLantern(root, files);
  // What is written while a session begins counts as a change.
  await wait(50);
  const openSite = async (): Promise<SitePreview> => {
    const { value } = await readSources({ root });
    if (value === undefined) throw new Error('The site cannot be read.');
    return openPreview(value, { root, renderMarkdown: renderMarkdownHere });
  };
  return {
    root,
    openSite,
    /** @param open opens the site, when the session needs it */
    async begin(open: () => Promise<SitePreview> = openSite, name = ''): Promise<Session> {
      const kept = openKeptAnswers({ dir: join(folder, 'cache'), mode: 'write' }, root, name);
      const server = await servePreview(
        () => {
          kept.begin();
          return open();
        },
        { port: 0, root, kept, onError: (error) => expect.fail(String(error)) },
      );
      onTestFinished(() => server.close());
      return {
        server,
        knows: kept.last !== undefined,
        get: async (path) => (await fetch(new URL(path, server.url))).text(),
        async end() {
          await server.close();
          await kept.keep('/docs/', SOURCES);
        },
      };
    },
  };
}

it('answers what the last session did before the site is open, byte for byte', async () => {
  const site = await openSite();
  const first = await site.begin();
  const paths = ['en/wick/', 'ja/oil/', 'assets/images/mark.svg'];
  const before = await Promise.all(paths.map(first.get));
  expect(before[0]).toContain('Trim the wick');
  await first.end();

  let open = (_: SitePreview): void => {};
  const opening = new Promise<SitePreview>((resolve) => {
    open = resolve;
  });
  const second = await site.begin(() => opening);
  expect(await Promise.all(paths.map(second.get))).toEqual(before);
  const other = second.get('en/oil/');
  open(await site.openSite());
  expect(await other).toContain('Fill the lamp');
  expect(await readState(second.server)).toBe('0');
});

test.each<[string, (root: string) => void]>([
  ['an article is edited', (root) => appendFileSync(join(root, 'content/oil.md'), 'More.\n')],
  [
    'other text of the same length and time stands in a file',
    (root) => {
      const file = join(root, 'content/wick.md');
      const { atime, mtime } = statSync(file);
      writeFileSync(file, (LANTERN['content/wick.md'] ?? '').replace('It burns', 'It glows'));
      utimesSync(file, atime, mtime);
    },
  ],
  [
    'an article comes',
    (root) => writeFileSync(join(root, 'content/new.md'), LANTERN['content/oil.md'] ?? ''),
  ],
  ['an article goes', (root) => rmSync(join(root, 'content/oil.md'))],
  ['an article moves', (root) => renameSync(join(root, 'content/oil.md'), join(root, 'content/lamp-oil.md'))],
  ['a word of the site file', (root) => appendFileSync(join(root, 'data/site.yml'), '# Another.\n')],
  ['a picture', (root) => appendFileSync(join(root, 'assets/images/mark.svg'), '\n')],
])('knows nothing of older sources: %s', async (_, change) => {
  const site = await openSite();
  const first = await site.begin();
  await first.get('en/wick/');
  await first.end();
  change(site.root);
  expect((await site.begin()).knows).toBe(false);
});

it('keeps nothing where a file was written that no change was told of', async () => {
  const site = await openSite();
  const first = await site.begin();
  await first.get('en/wick/');
  appendFileSync(join(site.root, 'content/oil.md'), 'More.\n');
  await first.end();
  expect((await site.begin()).knows).toBe(false);
});

it('keeps what was answered after a change, and nothing of before', async () => {
  const site = await openSite();
  const first = await site.begin();
  await Promise.all(['en/wick/', 'en/oil/'].map(first.get));
  appendFileSync(join(site.root, 'content/oil.md'), '\nLamp oil keeps for years.\n');
  await wait(50);
  await first.server.update(new Set(['content/oil.md']));
  await first.get('en/oil/');
  await first.end();

  let times = 0;
  const second = await site.begin(() => {
    times += 1;
    return site.openSite();
  });
  const page = await second.get('en/oil/');
  expect([times, page.includes('Lamp oil keeps for years.')]).toEqual([0, true]);
  expect(page).toContain('"at":0');
  expect(await second.get('en/wick/')).toContain('Trim the wick');
  expect(times).toBe(1);
});

it('a page that is another one by now asks again', async () => {
  const site = await openSite();
  const first = await site.begin();
  await first.get('en/oil/');
  await first.end();
  const second = await site.begin(() => {
    // Between the look at the sources and their reading.
    appendFileSync(join(site.root, 'content/oil.md'), '\nLamp oil keeps for years.\n');
    return site.openSite();
  });
  expect(await second.get('en/oil/')).not.toContain('for years');
  expect(await readState(second.server)).toBe('1');
  expect(await second.get('en/oil/')).toContain('for years');
});

it('keeps nothing where a source has changed between the look at it and the first question', async () => {
  const site = await openSite();
  const first = await site.begin();
  await first.get('en/oil/');
  await first.end();
  const second = await site.begin();
  appendFileSync(join(site.root, 'content/oil.md'), '\nLamp oil keeps for years.\n');
  await wait(50);
  await second.get('en/wick/');
  await second.end();
  expect([second.knows, (await site.begin()).knows]).toEqual([true, false]);
});

it('sessions with other options know nothing of each other', async () => {
  const site = await openSite();
  const first = await site.begin();
  await first.get('en/wick/');
  await first.end();
  expect((await site.begin(site.openSite, 'another')).knows).toBe(false);
  expect((await site.begin()).knows).toBe(true);
});

it('pages that have errors are not kept', async () => {
  const site = await openSite({ ...LANTERN, 'content/oil.md': '---\ntitle: [\n---\n' });
  const first = await site.begin();
  expect(await first.get('en/oil/')).toContain('"isBroken":true');
  await first.end();
  let isOpen = false;
  const second = await site.begin(() => {
    isOpen = true;
    return site.openSite();
  });
  await second.get('en/oil/');
  expect(isOpen).toBe(true);
});

/** The number of the state that the server says it serves; a page of another one asks again. */
async function readState({ url }: PreviewServer): Promise<string | undefined> {
  const { body } = await fetch(new URL('/__decant/events', url));
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const text = (await reader?.read())?.value ?? '';
  await reader?.cancel();
  return /^data: (.*)$/m.exec(text)?.[1];
}
