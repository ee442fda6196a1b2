import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DevServer, serveFolder } from '../../src/serve/index.ts';

let dir: string;
let server: DevServer;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'decant-serve-'));
  await mkdir(join(dir, 'site/ja'), { recursive: true });
  await writeFile(join(dir, 'secret.html'), 'secret');
  await writeFile(join(dir, 'site/index.html'), '<p>root');
  await writeFile(join(dir, 'site/404.html'), '<p>missing');
  await writeFile(join(dir, 'site/ja/index.html'), '<p>日本語');
  await writeFile(join(dir, 'site/styles.css'), 'p{}');
  server = await serveFolder(join(dir, 'site'), { port: 0, basePath: '/docs/' });
});
afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

const RELOAD = `<script>new EventSource('/__decant/events').onmessage=()=>location.reload()</script>`;
const get = async (path: string) => {
  const response = await fetch(new URL(path, server.url), { redirect: 'manual' });
  return { status: response.status, body: await response.text(), headers: response.headers };
};

/** `fetch` tidies addresses; an attacker does not. */
function getRaw(path: string, host?: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const headers = host === undefined ? {} : { host };
    request({ hostname, port, path, headers }, (response) => {
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

describe('the development server', () => {
  it('listens on 127.0.0.1 only', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/docs\/$/);
  });

  it('serves pages below the base path, with the script that reloads them', async () => {
    expect(await get('ja/')).toMatchObject({ status: 200, body: `<p>日本語${RELOAD}` });
  });

  it('serves other files as they are', async () => {
    expect(await get('styles.css')).toMatchObject({ status: 200, body: 'p{}' });
  });

  it('sends an address outside the base path to the site', async () => {
    const { status, headers } = await get('/');
    expect([status, headers.get('location')]).toEqual([302, '/docs/']);
  });

  it('answers a missing page with the 404 page', async () => {
    expect(await get('en/nothing/')).toMatchObject({ status: 404, body: `<p>missing${RELOAD}` });
  });

  it.each(['/docs/../secret.html', '/docs/%2e%2e/secret.html', '/docs/..%2fsecret.html', '/docs/%E0%A4%A'])(
    'does not leave its folder for %s',
    async (path) => {
      expect((await getRaw(path)).body).not.toContain('secret');
    },
  );

  it('refuses a request under another name', async () => {
    expect((await getRaw('/docs/ja/', 'evil.example')).status).toBe(403);
  });

  it('tells open pages to reload', async () => {
    const response = await fetch(new URL('/__decant/events', server.url));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    server.reload();
    expect((await reader?.read())?.value).toBe('data: reload\n\n');
    await reader?.cancel();
  });
});
