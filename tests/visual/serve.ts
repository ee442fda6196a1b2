import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Serves a folder on a free port of 127.0.0.1, as a plain web server would: files, and 404.html for the rest.
 *
 * @param headers sent with every answer
 */
export async function serve(
  folder: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const files = sirv(folder);
  const missing = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    files(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      // A browser opens some on which it never asks anything, and the server would wait for them.
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}
