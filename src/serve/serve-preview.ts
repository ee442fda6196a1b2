import { lstat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { findSource } from '../config/index.ts';
import { findMediaType } from '../media-types.ts';
import { describeShown, placeProblems } from './describe-shown.ts';
import { describeSources } from './describe-sources.ts';
import { describeVersions } from './describe-versions.ts';
import { createEditorLinks, EDITORS } from './editor-links.ts';
import { type EventStream, openEvents } from './events.ts';
import { type LocalRequest, type LocalServer, openLocalServer } from './local-server.ts';
import type { SitePreview } from './preview.ts';
import { readClient } from './read-client.ts';
import { createFileSender } from './serve-folder.ts';
import type { ShownPage, SiteAnswer } from './types.ts';

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

/** Serves a preview on 127.0.0.1. HTML gets a script behind its end; nothing else is changed, and browsers keep nothing. */
export async function servePreview(
  preview: SitePreview,
  options: PreviewServerOptions,
): Promise<PreviewServer> {
  const { root, port, editor = 'vscode', onShown = () => {}, onError = () => {} } = options;
  const link = createEditorLinks(root, EDITORS[editor] ?? editor);
  const sendSource = createFileSender(root);
  const events = openEvents();
  /** Numbers the states of the sources: a page that was sent before a change may listen only after it. */
  let changes = 0;
  const server = await openLocalServer(answer, { port, onError });
  const { basePath } = preview.sources.setup.config;
  return {
    url: `${server.url}${basePath.slice(1)}`,
    async update(changed) {
      await preview.update(changed).catch(onError);
      changes += 1;
      events.send('update');
    },
    async close() {
      events.close();
      await server.close();
    },
  };

  async function answer(asked: LocalRequest): Promise<void> {
    const { path, response } = asked;
    const at = changes;
    if (path.startsWith(OWN)) return answerOwn(path.slice(OWN.length), asked, events);
    const base = preview.sources.setup.config.basePath;
    if (!path.startsWith(base)) return redirect(response, base);
    return send(await preview.answer(path.slice(base.length)), asked, at);
  }

  async function send(found: SiteAnswer, asked: LocalRequest, at: number): Promise<void> {
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
    const missing = await preview.answer('404.html');
    if (missing.kind === 'page') return sendPage(missing, response, at);
    respond(response, 404, 'text/plain', 'Not found\n');
  }

  async function sendPage(
    found: SiteAnswer & { kind: 'page' },
    response: ServerResponse,
    at: number,
  ): Promise<void> {
    const { shown, html, status } = found;
    if (shown !== undefined) onShown(shown);
    const state = shown && describeShown(shown, status === 200, preview, link);
    respond(response, status, 'text/html', `${html}${formatScript({ ...state, at })}`);
  }

  async function answerOwn(
    name: string,
    { query, response }: LocalRequest,
    stream: EventStream,
  ): Promise<void> {
    if (name === 'events') return stream.listen(response, changes);
    const client = await readClient(name);
    if (client !== undefined) return respond(response, 200, findTextType(name), client);
    const base = preview.sources.setup.config.basePath;
    const asked = query.get('page') ?? '';
    const found = asked.startsWith(base) ? await preview.answer(decode(asked.slice(base.length))) : undefined;
    const shown = found?.kind === 'page' ? found.shown : undefined;
    if (shown === undefined) return respond(response, 404, 'text/plain', 'Not found\n');
    if (name === 'problems') return respondJson(response, await placeProblems(shown, preview));
    if (name === 'sources') return respondJson(response, await describeSources(shown, preview, link));
    if (name === 'versions') return respondJson(response, describeVersions(shown, preview));
    return respond(response, 404, 'text/plain', 'Not found\n');
  }
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
