import { lstat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { findSource } from '../config/index.ts';
import { findMediaType } from '../media-types.ts';
import { describeShown } from './describe-shown.ts';
import { createEditorLinks, EDITORS } from './editor-links.ts';
import { openEvents } from './events.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { type LocalRequest, type LocalServer, openLocalServer } from './local-server.ts';
import type { SitePreview } from './preview.ts';
import { readClient } from './read-client.ts';
import { createFileSender } from './serve-folder.ts';
import type { Reply, ShownPage, SiteAnswer } from './types.ts';

/** A site that is served while it is written. */
export interface PreviewServer extends LocalServer {
  /** Changes have been made: open pages show them. */
  update(changed: ReadonlySet<string>): Promise<void>;
}

export interface PreviewServerOptions {
  readonly port: number;
  readonly root: string;
  /** The name of an editor, or an address with `{file}`, `{line}` and `{column}`. */
  readonly editor?: string | undefined;
  /** What the last session answered is sent until the site is open, and what this one answers is noted. */
  readonly kept?: Pick<KeptAnswers, 'last' | 'note' | 'change'>;
  /** Hears what is said of each page that is shown. */
  readonly onShown?: (shown: ShownPage) => void;
  readonly onError?: (error: unknown) => void;
  /** A folder with what is made of the whole site, which may be that of an older state; undefined where there is none. */
  readonly findWhole?: () => Promise<string | undefined>;
}

/** What machines read, the index of the search, card pictures, and the list of all that a release changed. */
const OF_WHOLE = /^(?:[^/]+\.(?:json|txt|xml)|(?:search|cards)\/.+|[^/]+\/[^/]+-to-[^/]+\/(?:index\.html)?)$/;

/** Where everything stands that no build has. */
const OWN = '/__decant/';

/** A page that is asked for is sent whole before the site is opened, which keeps the process busy. */
const SENDING_MS = 100;

/** Whoever starts the server will hardly need longer to ask for a page. */
const ASKING_MS = 300;

/**
 * Serves a preview on 127.0.0.1. HTML gets a script behind its end; nothing else is changed, and browsers keep nothing.
 *
 * @param preview opens the site, at the first question that what is kept does not answer, and soon in any case
 */
export async function servePreview(
  preview: () => Promise<SitePreview>,
  options: PreviewServerOptions,
): Promise<PreviewServer> {
  const { root, port, editor = 'vscode', kept, onShown = () => {}, onError = () => {} } = options;
  const link = createEditorLinks(root, EDITORS[editor] ?? editor);
  const sendSource = createFileSender(root);
  const events = openEvents();
  /** Numbers the states of the sources: a page that was sent before a change may listen only after it. */
  let changes = 0;
  /** Those that have begun. */
  let updates = 0;
  /** What was answered before the site was open. */
  const early = new Map<string, Reply>();
  let opening: Promise<SitePreview> | undefined;
  let tell = (): void => {};
  const opened = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let isOpen = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  const basePath = kept?.last?.basePath ?? (await open()).sources.setup.config.basePath;
  const server = await openLocalServer(answer, { port, onError });
  openSoon(ASKING_MS);
  return {
    url: `${server.url}${basePath.slice(1)}`,
    async update(changed) {
      const site = await open();
      updates += 1;
      kept?.change(changed);
      await site.update(changed).catch(onError);
      changes += 1;
      events.send('update');
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      events.close();
      await server.close();
    },
  };

  function open(): Promise<SitePreview> {
    opening ??= openChecked();
    return opening;
  }

  async function openChecked(): Promise<SitePreview> {
    clearTimeout(timer);
    const site = await preview();
    isOpen = true;
    // What the last session knew is what this one would say, or its pages ask again.
    for (const [path, reply] of early) {
      if (!isDeepStrictEqual(reply, await find(path, site).catch(onError))) changes = 1;
    }
    tell();
    return site;
  }

  function openSoon(time: number): void {
    if (opening !== undefined || isClosed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void open().catch(onError), time);
  }

  async function answer(asked: LocalRequest): Promise<void> {
    const { path } = asked;
    if (path.startsWith(OWN)) return answerOwn(path.slice(OWN.length), asked);
    const known = isOpen ? undefined : kept?.last?.replies.get(path);
    if (known !== undefined) {
      early.set(path, known);
      openSoon(SENDING_MS);
      asked.response.once('close', () => openSoon(SENDING_MS));
      return send(known, asked, 0);
    }
    const site = await open();
    const at = changes;
    return send(await find(path, site), asked, at);
  }

  /** What there is at a path from `/` on. */
  async function find(path: string, site: SitePreview): Promise<Reply> {
    const before = updates;
    const base = site.sources.setup.config.basePath;
    if (!path.startsWith(base)) return { kind: 'redirect', to: base };
    const made = formReply(await site.answer(path.slice(base.length)), site);
    if (isKept(made) && before === updates) kept?.note(path, made);
    return made;
  }

  function formReply(found: SiteAnswer, site: SitePreview): Reply {
    if (found.kind !== 'page') return found;
    const { kind, html, shown, status } = found;
    if (shown !== undefined) onShown(shown);
    return { kind, html, status, state: shown && describeShown(shown, status === 200, site, link) };
  }

  async function send(found: Reply, asked: LocalRequest, at: number): Promise<void> {
    const { request, response } = asked;
    const miss = () => void sendMissing(asked, at).catch(onError);
    switch (found.kind) {
      case 'page':
        return sendPage(found, response, at);
      case 'text':
        return respond(response, 200, findTextType(found.name), found.text);
      case 'redirect':
        return redirect(response, found.to);
      case 'asset':
        return (await isRegularInside(root, found.file))
          ? sendSource(found.file, request, response, miss)
          : miss();
      default:
        return sendWhole(found.name, asked, miss);
    }
  }

  /** Never a page: it would be one of an older state. */
  async function sendWhole(
    name: string,
    { request, response }: LocalRequest,
    miss: () => void,
  ): Promise<void> {
    const folder = OF_WHOLE.test(name) ? await options.findWhole?.() : undefined;
    if (folder === undefined) return miss();
    createFileSender(folder)(name, request, response, miss);
  }

  /** With a page, but for parts of pages: of those nobody sees one. */
  async function sendMissing({ request, response }: LocalRequest, at: number): Promise<void> {
    const asked = request.headers['sec-fetch-dest'];
    const isPart = typeof asked === 'string' && !/^(?:document|empty|i?frame)$/.test(asked);
    if (isPart) return respond(response, 404, 'text/plain', 'Not found\n');
    const site = await open();
    const missing = formReply(await site.answer('404.html'), site);
    if (missing.kind === 'page') return sendPage(missing, response, at);
    respond(response, 404, 'text/plain', 'Not found\n');
  }

  /** Never opens the site: other parts of the page may still be on their way. */
  async function listen(response: ServerResponse): Promise<void> {
    openSoon(SENDING_MS);
    await opened;
    events.listen(response, changes);
  }

  async function answerOwn(name: string, { query, response }: LocalRequest): Promise<void> {
    const client = await readClient(name);
    if (client !== undefined) return respond(response, 200, findTextType(name), client);
    if (name === 'events') return listen(response);
    const site = await open();
    const base = site.sources.setup.config.basePath;
    const asked = query.get('page') ?? '';
    const found = asked.startsWith(base) ? await site.answer(decode(asked.slice(base.length))) : undefined;
    const shown = found?.kind === 'page' ? found.shown : undefined;
    if (shown === undefined) return respond(response, 404, 'text/plain', 'Not found\n');
    const { answerQuestion } = await import('./answer-questions.ts');
    const value = await answerQuestion(name, shown, site, link);
    if (value !== undefined) return respondJson(response, value);
    return respond(response, 404, 'text/plain', 'Not found\n');
  }
}

function sendPage(
  { html, state, status }: Reply & { kind: 'page' },
  response: ServerResponse,
  at: number,
): void {
  respond(response, status, 'text/html', `${html}${formatScript({ ...state, at })}`);
}

/** Whether it stays the same while the sources do, and is no error. */
function isKept(reply: Reply): boolean {
  if (reply.kind === 'elsewhere') return !OF_WHOLE.test(reply.name);
  return reply.kind !== 'page' || reply.status === 200;
}

/** Behind the page, whose bytes are those of a build. */
function formatScript(state: object): string {
  const json = JSON.stringify(state).replace(/</g, '\\u003c');
  return `<script type="application/json" id="decant-preview-state">${json}</script>
<script type="module" src="${OWN}client.js"></script>
`;
}

function respondJson(response: ServerResponse, value: unknown): void {
  respond(response, 200, 'application/json', JSON.stringify(value));
}

function respond(response: ServerResponse, status: number, type: string, text: string): void {
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    .end(text);
}

/** As a build copies files: no link leads out of the sources. */
async function isRegularInside(root: string, file: string): Promise<boolean> {
  const path = findSource(root, file);
  const stats = path === undefined ? undefined : await lstat(path).catch(() => undefined);
  return stats?.isFile() === true;
}

/** Never for long: the address may be a page after the next change. */
function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}

function findTextType(name: string): string {
  return findMediaType(name) ?? 'text/plain';
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
