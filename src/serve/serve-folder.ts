import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, normalize, sep } from 'node:path';
import sirv from 'sirv';

/** A running server. */
export interface DevServer {
  /** `http://127.0.0.1:8080/` */
  readonly url: string;
  /** Tells every open page to load itself again. */
  reload(): void;
  close(): Promise<void>;
}

const EVENTS = '/__decant/events';
const RELOAD_SCRIPT = `<script>new EventSource('${EVENTS}').onmessage=()=>location.reload()</script>`;

/**
 * Serves a folder on 127.0.0.1. HTML gets a script that reloads the page; nothing else is changed, and nothing is
 * kept in browser caches. `basePath` is the path part of the site's address: pages are served below it.
 *
 * @param port the first one tried; the next free one is taken
 */
export async function serveFolder(
  dir: string,
  options: { port: number; basePath: string },
): Promise<DevServer> {
  const listeners = new Set<ServerResponse>();
  const files = sirv(dir, { dev: true, etag: true });
  const server = createServer((request, response) => {
    if (!isLocal(request)) return respond(response, 403, 'Forbidden');
    if (request.url === EVENTS) return listen(response, listeners);
    if (!stripBase(request, options.basePath)) return redirect(response, options.basePath);
    void answer(dir, request, response, () => files(request, response, () => answerMissing(dir, response)));
  });
  const port = await listenOn(server, options.port);
  return {
    url: `http://127.0.0.1:${port}${options.basePath}`,
    reload: () => {
      for (const listener of listeners) listener.write('data: reload\n\n');
    },
    close: () => closeServer(server, listeners),
  };
}

/** A page elsewhere must not read drafts by pointing its own name at this machine (DNS rebinding). */
function isLocal({ headers }: IncomingMessage): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? '');
}

function stripBase(request: IncomingMessage, basePath: string): boolean {
  const url = request.url ?? '/';
  if (!url.startsWith(basePath)) return false;
  request.url = `/${url.slice(basePath.length)}`;
  return true;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

async function answer(
  dir: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): Promise<void> {
  const file = findPage(dir, request.url ?? '/');
  const html = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (html === undefined) next();
  else respond(response, 200, `${html}${RELOAD_SCRIPT}`);
}

async function answerMissing(dir: string, response: ServerResponse): Promise<void> {
  const html = await readFile(join(dir, '404.html'), 'utf8').catch(() => 'Not found');
  respond(response, 404, `${html}${RELOAD_SCRIPT}`);
}

function respond(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(html);
}

/** The HTML file an address means: `/en/x/` is `en/x/index.html`. Undefined for other kinds of files. */
function findPage(dir: string, url: string): string | undefined {
  const path = decodePath(url.split(/[?#]/)[0] ?? '/');
  if (path === undefined) return undefined;
  const file = normalize(join(dir, path.endsWith('/') ? `${path}index.html` : path));
  return file.endsWith('.html') && file.startsWith(dir + sep) ? file : undefined;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

const PORTS_TRIED = 20;

async function listenOn(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + PORTS_TRIED; port += 1) {
    if (await tryListen(server, port)) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
  }
  throw new Error(`No free port from ${first} to ${first + PORTS_TRIED - 1}.`);
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error);
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve(true);
    });
  });
}

function closeServer(server: Server, listeners: ReadonlySet<ServerResponse>): Promise<void> {
  for (const listener of listeners) listener.end();
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
