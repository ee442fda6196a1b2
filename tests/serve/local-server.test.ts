import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import {
  type LocalServer,
  openPreview,
  readSources,
  serveFolder,
  servePreview,
} from '../../src/serve/index.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { writeLantern } from './lantern-site.ts';

const folder = createFolder();
const root = join(folder, 'site');
const failures: unknown[] = [];
/** As folders of versions have, and files of writers. */
const ODD_NAMES = ['server@2.0', 'a b', '芯', '100%', "it's (1) & + , ; = $"];
let preview: LocalServer;
let built: LocalServer;

beforeAll(async () => {
  writeLantern(root);
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'secret.svg'), 'secret');
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, '.git/config'), 'secret');
  symlinkSync('../../../secret.svg', join(root, 'assets/images/link.svg'));
  const { value } = await readSources({ root });
  if (value === undefined) throw new Error('The site cannot be read.');
  const site = openPreview(value, { root, renderMarkdown: renderMarkdownHere });
  preview = await servePreview(async () => site, { port: 0, root, onError: (error) => failures.push(error) });
  mkdirSync(join(folder, 'out/.git'), { recursive: true });
  writeFileSync(join(folder, 'out/index.html'), '<p>root');
  writeFileSync(join(folder, 'out/.git/config'), 'secret');
  for (const name of ODD_NAMES) writeFileSync(join(folder, 'out', name), name);
  built = await serveFolder(join(folder, 'out'), { port: 0, basePath: '/docs/' });
});
afterAll(async () => {
  await preview.close();
  await built.close();
  removeFolder(folder);
});

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

/** `fetch` tidies addresses and headers; an attacker does not. */
function get(url: string, path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** Writes bytes that are no request; there when the server has closed the connection. */
function sendBytes(url: string, bytes: Uint8Array | string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.end(bytes));
    socket.on('close', () => resolve()).on('error', () => resolve());
    socket.resume();
  });
}

describe('a server on this machine', () => {
  it('listens on 127.0.0.1 only', () => {
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
  });

  it('knows its own names only, with its own port', async () => {
    const { port } = new URL(preview.url);
    const ask = async (host: string) => (await get(preview.url, '/docs/en/', { host })).status;
    expect(await ask(`localhost:${port}`)).toBe(200);
    expect(await ask(`[::1]:${port}`)).toBe(200);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost',
      'localhost:1',
      '127.0.0.1.nip.io',
    ])
      expect(await ask(host)).toBe(403);
  });

  it('tells pages of other origins nothing', async () => {
    const ask = async (headers: Readonly<Record<string, string>>) =>
      (await get(preview.url, '/docs/en/', headers)).status;
    expect(await ask({ origin: new URL(preview.url).origin })).toBe(200);
    expect(await ask({ origin: 'https://evil.example' })).toBe(403);
    expect(await ask({ origin: 'null' })).toBe(403);
    expect(await ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    // A link from elsewhere, which reads nothing of what it opens.
    expect(await ask({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200);
  });

  it('takes no request that would change anything', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get(preview.url, '/docs/en/', {}, method)).status).toBe(405);
    expect(await get(preview.url, '/docs/en/', {}, 'HEAD')).toEqual({ status: 200, body: '' });
  });

  const odd = [
    '/docs/../../secret.html',
    '/docs/%2e%2e/%2e%2e/secret.html',
    '/docs/..%2f..%2fsecret.html',
    '/docs/assets/..%5c..%5csecret.svg',
    '/docs/assets/images/link.svg',
    '/docs/.git/config',
    '/.git/config',
    '/__decant/../secret.html',
    '/__decant/%2e%2e%2fsecret.html',
    '/__decant/sources?page=/docs/../../secret.html',
    '/__decant/sources?page=%',
    '/__decant/versions?page=%00',
    '/%',
    '/docs/%',
    '/docs/%E0%A4%A',
    '/docs/%00',
    '/docs/en/%0d%0aset-cookie:x',
    '//docs/en/',
    '/docs//////en/',
    `/docs/${'a/'.repeat(3000)}`,
    `/docs/${'x'.repeat(20_000)}`,
    '/docs/__proto__/constructor/',
    '/docs/en/constructor',
    '/docs/content/wick.md',
    '/docs/data/site.yml',
  ];

  it.each(odd.map((path) => [path.slice(0, 50), path]))('gives nothing away for %s', async (_, path) => {
    for (const { url } of [preview, built]) {
      const { status, body } = await get(url, path);
      expect([302, 400, 404, 414, 431]).toContain(status);
      expect(body).not.toMatch(/secret|Trim the wick/);
    }
  });

  it('goes on after what is no request, and after many at once', async () => {
    await sendBytes(
      preview.url,
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 37) % 256),
    );
    await sendBytes(preview.url, `GET /${'\u0000'.repeat(9)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    await sendBytes(preview.url, 'GET / HTTP/9.9\r\n\r\n');
    const paths = Array.from({ length: 300 }, (_, at) => odd[at % odd.length] ?? '/');
    const answers = await Promise.all(paths.map((path) => get(preview.url, path)));
    expect(answers).toHaveLength(300);
    expect((await get(preview.url, '/docs/en/wick/')).body).toContain('Trim the wick');
    expect(failures).toEqual([]);
  });
});

describe('a built folder', () => {
  it('is served as it is, below its base path', async () => {
    expect(await get(built.url, '/docs/')).toEqual({ status: 200, body: '<p>root' });
    for (const name of ODD_NAMES)
      for (const path of [encodeURI(name), encodeURIComponent(name)])
        expect(await get(built.url, `/docs/${path}`)).toEqual({ status: 200, body: name });
    expect((await get(built.url, '/')).status).toBe(404);
    expect((await get(built.url, '/docs/nothing')).status).toBe(404);
  });
});
