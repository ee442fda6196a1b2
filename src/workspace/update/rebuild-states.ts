import type { Diagnostic } from '../../diagnostics/index.ts';
import type { PageHead } from '../../links/index.ts';
import type { ChangedFiles, SiteFiles } from '../../load/index.ts';
import type { RenderMarkdown } from '../../markdown/index.ts';
import { joinDiagnostics } from '../join-diagnostics.ts';
import type { SitePart } from '../types.ts';
import type { SeenDifference } from './find-seen.ts';
import { isMost, listAffected } from './list-affected.ts';
import { listLinking } from './list-showing.ts';
import { type FindShowing, hasSpokenOf } from './patch-site.ts';
import { type Rebuilt, rebuildArticles } from './rebuild-articles.ts';
import type { SiteOutline } from './types.ts';

export interface StatesRequest {
  readonly before: SiteFiles;
  readonly after: SiteFiles;
  /** All in which the two differ from each other, and from the site of the outline. */
  readonly ever: ChangedFiles;
  readonly renderMarkdown: RenderMarkdown;
  readonly findShowing: FindShowing;
}

/** Some pages of a site, and what was said while they were made. */
export interface JudgedPart extends SitePart {
  readonly diagnostics: readonly Diagnostic[];
}

/** Two states of a site, as far as they may differ: the same pages in both. */
export interface RebuiltStates {
  readonly before: RebuiltState;
  readonly after: RebuiltState;
}

export interface RebuiltState {
  /** Pages whose texts may differ. */
  readonly part: JudgedPart;
  /** Pages of the same texts around which something else may stand. */
  readonly framed: readonly PageHead[];
  /** All pages of the site. */
  readonly heads: readonly PageHead[];
}

/**
 * Makes in two states those pages that may differ, of what is known of a third one: those that changed texts go into, and those
 * that show a title or a description that is another one. Undefined where other pages may come out otherwise too.
 */
export async function rebuildStates(
  outline: SiteOutline,
  { before, after, ever, ...tools }: StatesRequest,
): Promise<RebuiltStates | undefined> {
  const affected = listAffected(outline, ever);
  if (affected === undefined || [before, after].some((files) => hasSpokenOf(outline, ever, files)))
    return undefined;
  const wanted = new Set(affected);
  const framed = new Set<string>();
  const [seenBefore, seenAfter] = [new Set<string>(), new Set<string>()];
  for (;;) {
    if (isMost(outline, wanted)) return undefined;
    const { size } = wanted;
    const request = { ...tools, ever, wanted, remade: wanted };
    const older = await rebuildArticles(outline, { ...request, files: before });
    const newer = await rebuildArticles(outline, { ...request, files: after });
    if (typeof older === 'string' || typeof newer === 'string') return undefined;
    addShowing(older, seenBefore);
    addShowing(newer, seenAfter);
    if (wanted.size === size) return { before: judgeState(older), after: judgeState(newer) };
  }

  function judgeState({ part, pages, heads, found }: Rebuilt): RebuiltState {
    const diagnostics = joinDiagnostics(found.owned, found.legacy, outline.others);
    return {
      part: { ...part, pages, diagnostics },
      framed: heads.filter(({ href, article }) => framed.has(href) && !wanted.has(article.path)),
      heads,
    };
  }

  function addShowing({ seen, part, heads }: Rebuilt, known: Set<string>): void {
    if (!noteSeen(seen, known)) return;
    for (const path of listLinking(outline, seen)) wanted.add(path);
    const showing = tools.findShowing(part, heads, ({ href }) => seen.hrefs.has(href));
    for (const { href } of showing) framed.add(href);
  }
}

/** Whether something is seen that was not seen before: of all else the pages that show it are found. */
function noteSeen({ hrefs, retitled }: SeenDifference, known: Set<string>): boolean {
  const { size } = known;
  for (const href of hrefs) known.add(href);
  for (const path of retitled) known.add(`title ${path}`);
  return known.size > size;
}
