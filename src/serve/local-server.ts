import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A running server on this machine. */
export interface LocalServer {
  /** `http://127.0.0.1:8080/` */
  readonly url: string;
  close(): Promise<void>;
}

export interface LocalRequest {
  /** Decoded, from `/` on; no segment of it is `.` or `..`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

export interface LocalServerOptions {
  /** The first one tried; the next free one is taken. */
  readonly port: number;
  /** Hears of what nobody has foreseen; the request is answered by then. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Listens on 127.0.0.1 and answers nobody but this machine: what comes under another name (DNS rebinding), from a page of another
 * origin, or says more than a reader asks for, is refused before `answer` hears of it.
 */
export async function openLocalServer(
  answer: (asked: LocalRequest) => void | Promise<void>,
  { port: first, onError = () => {} }: LocalServerOptions,
): Promise<LocalServer> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
    const asked = readRequest(request, server);
    if (typeof asked === 'number') return refuse(response, asked);
    const { path, query } = asked;
    Promise.resolve()
      .then(() => answer({ path, query, request, response }))
      .catch((error: unknown) => {
        onError(error);
        if (response.headersSent) response.destroy();
        else refuse(response, 500);
      });
  });
  const port = await listenOn(server, first);
  return { url: `http://127.0.0.1:${port}/`, close: () => closeServer(server) };
}

/** Longer than any address of a page. */
const MAX_URL = 8192;

/** The status that refuses a request, or what it asks for. */
function readRequest(
  request: IncomingMessage,
  server: Server,
): number | Pick<LocalRequest, 'path' | 'query'> {
  const { method, url = '/' } = request;
  if (!isLocal(request, server)) return 403;
  if (method !== 'GET' && method !== 'HEAD') return 405;
  if (url.length > MAX_URL) return 414;
  const [written = '', query = ''] = splitOnce(url, '?');
  const path = decodePath(written);
  if (path === undefined) return 400;
  return { path, query: new URLSearchParams(query) };
}

/** Of this machine by its name, and asked by its own pages; navigation from elsewhere reads nothing. */
function isLocal({ headers }: IncomingMessage, server: Server): boolean {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  if (!hosts.includes(headers.host ?? '')) return false;
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return false;
  const site = headers['sec-fetch-site'];
  const isForeign = site === 'cross-site' || site === 'same-site';
  return !isForeign || headers['sec-fetch-mode'] === 'navigate';
}

/** Undefined for what is no path of a site. */
function decodePath(written: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(written.replace(/#.*$/s, ''));
  } catch {
    return undefined;
  }
  const isPlain = path.startsWith('/') && !hasControls(path) && !path.includes('\\');
  const segments = path.split('/');
  return isPlain && !segments.includes('..') && !segments.includes('.') ? path : undefined;
}

function hasControls(path: string): boolean {
  return [...path].some((sign) => sign < ' ' || sign === '\u007f');
}

function splitOnce(text: string, by: string): readonly string[] {
  const at = text.indexOf(by);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${status}\n`);
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

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
