import type { Note } from './types.ts';

/** A server of Turborepo's remote cache, and who asks. */
export interface RemoteOptions {
  /** Where `v8/artifacts/…` begins. */
  readonly url: string;
  /** Undefined where the environment has none: then nobody is asked. */
  readonly token: string | undefined;
  /** Identifier (`team_…`) or short name of a team; servers keep what teams have apart. */
  readonly team: string;
  /** What signs packs; without one they are not signed, and signatures not looked at. */
  readonly signatureKey?: string | undefined;
  /** Milliseconds for one request, 10 seconds if absent. */
  readonly timeout?: number;
  /** Milliseconds that all requests of a build may take together, 2 minutes if absent. Several run at once. */
  readonly patience?: number;
}

export interface Artifact {
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Asks and sends until the server fails once: then it is said, and nobody is asked any more. */
export interface RemoteConnection {
  /** Undefined where there is none of this name, or nobody answers. */
  get(name: string): Promise<Artifact | undefined>;
  /** The status; undefined where nobody answers. */
  put(name: string, body: Buffer, headers: Readonly<Record<string, string>>): Promise<number | undefined>;
}

/** Bytes of a pack on its way. */
const MAX_BODY = 64 * 1024 ** 2;

export function createConnection(options: RemoteOptions, note: Note): RemoteConnection {
  const { url, token, team, timeout = 10_000, patience = 120_000 } = options;
  const side = team.startsWith('team_') ? 'teamId' : 'slug';
  let isUp = true;
  let spent = 0;

  /** @param reason what the server does, as the end of a sentence */
  function giveUp(reason: string): void {
    if (isUp) note(`The remote cache at ${url} ${reason}. This build continues without it.`);
    isUp = false;
  }

  /** Undefined where nobody answers in time, or what `take` makes of the answer. */
  async function request<T>(
    name: string,
    init: RequestInit,
    take: (response: Response) => Promise<T>,
  ): Promise<T | undefined> {
    if (!isUp) return undefined;
    const address = new URL(`v8/artifacts/${name}`, url.endsWith('/') ? url : `${url}/`);
    address.searchParams.set(side, team);
    const headers = { ...init.headers, authorization: `Bearer ${token}`, 'user-agent': 'decant' };
    const start = performance.now();
    try {
      const signal = AbortSignal.timeout(timeout);
      return await take(await fetch(address, { ...init, headers, signal }));
    } catch (error) {
      giveUp(describeFailure(error, timeout));
      return undefined;
    } finally {
      spent += performance.now() - start;
      if (spent > patience) giveUp('is too slow to be useful');
    }
  }

  if (!token) giveUp('requires a token, and the environment has none');
  return {
    get: (name) =>
      request(name, {}, async (response) => {
        if (response.ok) return { headers: response.headers, body: await readBody(response) };
        await response.body?.cancel();
        if (response.status !== 404) giveUp(`answers with status ${response.status}`);
        return undefined;
      }),
    put: (name, body, more) => {
      const headers = { 'content-type': 'application/octet-stream', 'x-artifact-duration': '0', ...more };
      return request(name, { method: 'PUT', body: new Uint8Array(body), headers }, async (response) => {
        await response.body?.cancel();
        if (response.status >= 500) giveUp(`answers with status ${response.status}`);
        return response.status;
      });
    },
  };
}

async function readBody({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('sent more than a pack can hold');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `fetch` hides what happened in `cause`. */
function describeFailure(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return `fails: ${error}`;
  if (error.name === 'TimeoutError') return `does not answer within ${timeout / 1000} seconds`;
  const { cause } = error;
  const reason =
    cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : error.message;
  return `does not answer (${reason})`;
}
