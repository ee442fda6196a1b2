import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server that somebody else wrote, as teams run it for themselves, on this machine only. */
export interface RemoteServer {
  readonly url: string;
  /** Where it keeps its files: a folder for each team. */
  readonly storage: string;
  stop(): Promise<void>;
}

/** The token that it accepts. */
export const TOKEN = 'a-token';

/**
 * Starts https://github.com/ducktors/turborepo-remote-cache.
 *
 * @param env its own variables, such as `TURBO_REMOTE_CACHE_SIGNATURE_KEY`: with one it keeps signatures
 */
export async function startRemoteServer(
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RemoteServer> {
  const main = join(dirname(fileURLToPath(import.meta.resolve('turborepo-remote-cache'))), 'cli.js');
  const storage = join(folder, 'server');
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH,
      TURBO_TOKEN: TOKEN,
      STORAGE_PATH: storage,
      STORAGE_PATH_USE_TMP_FOLDER: 'false',
      HOST: '127.0.0.1',
      PORT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(said)));
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  return {
    url,
    storage,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

/** Any other server, made of a function. */
export async function startServer(listener: RequestListener): Promise<Pick<RemoteServer, 'url' | 'stop'>> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A server before another that passes on what it is asked, but refuses to overwrite. */
export function startImmutableServer(target: string): Promise<Pick<RemoteServer, 'url' | 'stop'>> {
  return startServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = new Headers({ authorization: String(request.headers.authorization) });
    const address = new URL(request.url ?? '/', target);
    const isPut = request.method === 'PUT';
    if (isPut && (await fetch(address, { method: 'HEAD', headers })).ok) {
      response.writeHead(409).end();
      return;
    }
    if (isPut) headers.set('content-type', String(request.headers['content-type']));
    const init = isPut ? { method: 'PUT', headers, body: Buffer.concat(chunks) } : { headers };
    const answer = await fetch(address, init);
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  });
}
