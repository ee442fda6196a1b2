import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveFolder } from '../serve/index.ts';
import { openBrowser, type PictureBrowser } from './browser.ts';
import { comparePictures } from './compare-pictures.ts';
import { groupByDifference, groupByShape, type ReadPageFile } from './group-pages.ts';
import { listVisualChanges } from './list-changes.ts';
import { mergeRenderings } from './merge-renderings.ts';
import { openPictureBudget, type PictureBudget } from './picture-budget.ts';
import { readSite } from './read-site.ts';
import type {
  BuiltSite,
  PageGroup,
  PageRendering,
  SiteChanges,
  View,
  ViewComparison,
  VisualComparison,
} from './types.ts';

export interface CompareRequest {
  readonly views: readonly View[];
  /** How many renderings are looked at. */
  readonly limit: number;
  /** The program of the browser; without it the usual places are tried. */
  readonly browser?: string | undefined;
  readonly onPhase?: (name: string) => void;
  /** Addresses of the pages to compare; all if absent. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Ends the comparison, which then throws the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Characters that pictures may have, all together; there is a default. */
  readonly room?: number | undefined;
}

/** Pictures are most of a report. More would be slow to open, and too large for what keeps files of CI. */
const ROOM = 24 * 1024 * 1024;

/** Any free port. */
const PORT = 0;

/**
 * Compares two folders that hold built sites. The browser starts only where files of pages differ.
 *
 * @throws UsageError where a browser is needed and there is none
 */
export async function compareSites(
  baseFolder: string,
  headFolder: string,
  request: CompareRequest,
): Promise<VisualComparison> {
  request.onPhase?.('finding pages that differ');
  const base = await readSite(baseFolder);
  const head = await readSite(headFolder);
  const { added, removed, rewritten, restyled } = keepAsked(
    listVisualChanges(base, head),
    head,
    request.only,
  );
  const read = ({ folder }: BuiltSite): ReadPageFile => {
    return (path) => {
      request.signal?.throwIfAborted();
      return readFile(join(folder, path), 'utf8');
    };
  };
  const groups = [
    ...(await groupByDifference(rewritten, read(base), read(head))),
    ...(await groupByShape(restyled, read(head))),
  ];
  const chosen = groups.slice(0, request.limit);
  const skipped = groups.slice(request.limit).flat().sort();
  const looked = chosen.length === 0 ? [] : await lookAt(chosen, base, head, request);
  const isSeen = ({ comparisons }: PageRendering) => comparisons.length > 0;
  const unseen = looked.filter((each) => !isSeen(each)).flatMap(({ pages }) => pages);
  const renderings = mergeRenderings(looked.filter(isSeen));
  return { added, removed, renderings, unseen: unseen.sort(), skipped };
}

/** Pages that were not asked for are not told of. */
function keepAsked(changes: SiteChanges, { basePath }: BuiltSite, only: CompareRequest['only']): SiteChanges {
  if (only === undefined) return changes;
  const addresses = new Set([...only].map(decodeAddress));
  const keep = (paths: readonly string[]) =>
    paths.filter((path) => addresses.has(`${basePath}${path.replace(/(^|\/)index\.html$/, '$1')}`));
  const { added, removed, rewritten, restyled } = changes;
  return { added: keep(added), removed: keep(removed), rewritten: keep(rewritten), restyled: keep(restyled) };
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

async function lookAt(
  groups: readonly PageGroup[],
  base: BuiltSite,
  head: BuiltSite,
  request: CompareRequest,
): Promise<readonly PageRendering[]> {
  const camera = await openBrowser(request.browser);
  const baseServer = await serveFolder(base.folder, { port: PORT, basePath: base.basePath });
  const headServer = await serveFolder(head.folder, { port: PORT, basePath: head.basePath });
  const album = openPictureBudget(request.room ?? ROOM);
  // A page that is being looked at is given up: its browser is gone.
  const stop = () => camera.close();
  request.signal?.addEventListener('abort', stop);
  try {
    const renderings: PageRendering[] = [];
    for (const [index, group] of groups.entries()) {
      request.signal?.throwIfAborted();
      request.onPhase?.(`looking at page ${index + 1} of ${groups.length}`);
      const [page] = group;
      const urls = { base: addressOf(baseServer.url, page), head: addressOf(headServer.url, page) };
      renderings.push(createRendering(group, await compareViews(camera, album, urls, request.views)));
    }
    return renderings;
  } finally {
    request.signal?.removeEventListener('abort', stop);
    await Promise.all([camera.close(), baseServer.close(), headServer.close()]);
  }
}

function addressOf(site: string, path: string): string {
  const parts = path.replace(/(^|\/)index\.html$/, '$1').split('/');
  return new URL(parts.map(encodeURIComponent).join('/').replaceAll('%40', '@'), site).href;
}

/** Views that only repeat the words of the first one are left out. */
async function compareViews(
  camera: PictureBrowser,
  album: PictureBudget,
  urls: { readonly base: string; readonly head: string },
  views: readonly View[],
): Promise<readonly ViewComparison[]> {
  const comparisons: ViewComparison[] = [];
  for (const view of views) {
    // One after the other: a page that is drawn beside another one is not always whole when it is looked at.
    const base = await camera.photograph(urls.base, view);
    const head = await camera.photograph(urls.head, view);
    if (base === undefined || head === undefined) return [];
    const changes = await comparePictures(base, head, camera.countPixels);
    const isNew = comparisons.length === 0 ? changes.length > 0 : changes.some(({ kind }) => kind === 'look');
    if (!isNew) continue;
    const [before, after] = album.keep(base, head, comparisons.length === 0);
    comparisons.push({ view, base: before, head: after, changes });
  }
  return comparisons;
}

function createRendering(pages: PageGroup, comparisons: readonly ViewComparison[]): PageRendering {
  const kinds = comparisons.flatMap(({ changes }) => changes.map(({ kind }) => kind));
  return {
    page: pages[0],
    pages,
    hasWords: kinds.some((kind) => kind !== 'look'),
    hasLook: kinds.includes('look'),
    comparisons,
  };
}
