import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Rendering, type RenderMarkdown, renderMarkdownHere } from '../../src/markdown/index.ts';
import { openPreview, readSources, servePreview } from '../../src/serve/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { LANTERN, writeLantern } from './lantern-site.ts';

const MARK = 'Turn round and begin anew.';
const GIVEN_UP: Rendering = {
  pieces: [''],
  slots: [],
  headings: [],
  problems: [
    {
      code: 'markdown/timeout',
      severity: 'error',
      message: 'This Markdown could not be rendered within 10 seconds.',
      offset: 0,
    },
  ],
  text: '',
  platforms: [],
  tools: [],
};

/** A renderer that does not come back with a text that has the mark, until it is told to give up: as the pool does after the deadline. */
function createStuckRenderer() {
  let giveUp = () => {};
  const ended = new Promise<void>((end) => {
    giveUp = end;
  });
  const renderMarkdown: RenderMarkdown = async (texts, options, folders) => {
    const found = await renderMarkdownHere(texts, options, folders);
    if (!texts.some((text) => text.includes(MARK))) return found;
    await ended;
    return found.map((rendering, at) => (texts[at]?.includes(MARK) ? GIVEN_UP : rendering));
  };
  return { renderMarkdown, giveUp };
}

it('an article that does not end keeps no other page waiting, and its page says so', async () => {
  const root = createTemporaryFolder();
  writeLantern(root, { ...LANTERN, 'content/wick.md': `${LANTERN['content/wick.md']}\n${MARK}\n` });
  const { renderMarkdown, giveUp } = createStuckRenderer();
  const { value } = await readSources({ root });
  if (value === undefined) throw new Error('The site cannot be read.');
  const server = await servePreview(async () => openPreview(value, { root, renderMarkdown }), {
    port: 0,
    root,
    onError: (error) => expect.fail(String(error)),
  });
  onTestFinished(() => server.close());
  const get = async (path: string) => {
    const response = await fetch(new URL(path, server.url));
    return { status: response.status, html: await response.text() };
  };

  let isAnswered = false;
  const stuck = get('en/wick/').finally(() => {
    isAnswered = true;
  });
  // Pages that list it, and others; and what is written meanwhile.
  for (const path of ['en/', 'en/oil/', 'ja/oil/', 'en/server@2.0/care/clean/'])
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  appendFileSync(join(root, 'content/oil.md'), '\nLamp oil keeps for years.\n');
  await server.update(new Set(['content/oil.md']));
  expect((await get('en/oil/')).html).toContain('Lamp oil keeps for years.');
  expect(isAnswered).toBe(false);

  giveUp();
  const { status, html } = await stuck;
  expect(status).toBe(500);
  expect(html).toContain('"isBroken":true');
  expect(html).toContain('This Markdown could not be rendered within 10 seconds.');
  expect(html).toContain('content/wick.md:7:1');
});
