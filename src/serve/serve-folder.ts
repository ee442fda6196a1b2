import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { encodePath } from '../links/index.ts';
import { type LocalServer, openLocalServer } from './local-server.ts';

/** Serves a built site as it is, below the path part of its address. Nothing is kept in browser caches. */
export async function serveFolder(
  dir: string,
  { port, basePath }: { readonly port: number; readonly basePath: string },
): Promise<LocalServer> {
  const send = createFileSender(dir);
  const server = await openLocalServer(
    ({ path, request, response }) => {
      const miss = (): void => {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
      };
      if (!path.startsWith(basePath)) return miss();
      send(path.slice(basePath.length), request, response, miss);
    },
    { port },
  );
  return { ...server, url: `${server.url}${basePath.slice(1)}` };
}

/** Sends files of a folder, in parts where a player asks for some. */
export function createFileSender(
  dir: string,
): (path: string, request: IncomingMessage, response: ServerResponse, miss: () => void) => void {
  const files = sirv(dir, { dev: true, etag: true });
  return (path, request, response, miss) => {
    if (/(?:^|\/)\./.test(path)) return miss();
    // sirv decodes by `decodeURI`, which leaves '@' and its like encoded.
    request.url = `/${encodePath(path)}`;
    files(request, response, miss);
  };
}
