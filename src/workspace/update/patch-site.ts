import type { Diagnostic } from '../../diagnostics/index.ts';
import type { PageHead } from '../../links/index.ts';
import { type ChangedFiles, hasSuspects, type SiteFiles } from '../../load/index.ts';
import type { RenderMarkdown } from '../../markdown/index.ts';
import { joinDiagnostics } from '../join-diagnostics.ts';
import type { Figures, SitePart } from '../types.ts';
import { joinFindings } from './join-findings.ts';
import { isMost, listAffected } from './list-affected.ts';
import { listCompared, listLinking } from './list-showing.ts';
import { renewOutline } from './outline-site.ts';
import { type Rebuilt, rebuildArticles } from './rebuild-articles.ts';
import type { SiteOutline } from './types.ts';

export interface PatchRequest extends ChangedFiles {
  readonly files: SiteFiles;
  /** How the files differ from those of the site of the outline, which may be an older one. */
  readonly before: ChangedFiles;
  readonly renderMarkdown: RenderMarkdown;
  /** As `WorkspaceTools` has it. */
  readonly makesOutlines?: boolean;
  /** Which of some pages name certain others around their texts: too many rather than too few. */
  readonly findShowing: FindShowing;
  /** Hears why all of the site has to be built. */
  readonly onTrace?: ((reason: string) => void) | undefined;
}

export type FindShowing = (
  site: Omit<SitePart, 'pages'>,
  pages: readonly PageHead[],
  isNamed: (page: PageHead) => boolean,
) => readonly PageHead[];

/** What of a site is rebuilt. */
export interface Patch<K> {
  /** The pages that differ from the last site, with what their layouts need of the others. */
  readonly site: SitePart;
  /** Those of the whole site, as a build of all of it has them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly figures: Figures;
  /** How many articles differ from the outline. */
  readonly articles: number;
  /** Whether others see of some page what they did not see in the outline: the next build must know. */
  readonly isSeen: boolean;
  /** Makes that of the site as it is now. */
  readonly renewOutline: () => SiteOutline<K>;
}

/**
 * Makes those pages anew that changed texts go into, and those that show a title or a description that has become another one.
 * Undefined where other pages or lists may come out otherwise too (of a heading, a page that comes or goes): then all of
 * the site has to be built.
 */
export async function patchSite<K>(
  outline: SiteOutline<K>,
  request: PatchRequest,
): Promise<Patch<K> | undefined> {
  const { files, findShowing, onTrace } = request;
  const ever = {
    changed: new Set([...request.changed, ...request.before.changed]),
    heads: new Set([...request.heads, ...request.before.heads]),
  };
  const giveUp = (reason: string) => {
    onTrace?.(`update: not in part; ${reason}`);
    return undefined;
  };
  if (hasSpokenOf(outline, ever, files))
    return giveUp('something is said of the frontmatter or the characters of a file');
  const affected = listAffected(outline, ever);
  if (affected === undefined) return giveUp('the change reaches more than articles');
  // Those whose texts may be others, and those around whose texts something else stands.
  const remade = new Set(affected);
  const wanted = new Set(affected);
  /** Whose words were looked for last. */
  let named: ReadonlySet<string> | undefined;
  for (;;) {
    if (isMost(outline, wanted)) return giveUp('the change reaches most articles');
    const size = wanted.size + remade.size;
    const rebuilt = await rebuildArticles(outline, { ...request, ever, wanted, remade });
    if (typeof rebuilt === 'string') return giveUp(rebuilt);
    const { seen, part, heads } = rebuilt;
    if (seen.hrefs.size > 0 || seen.retitled.size > 0) {
      for (const path of listLinking(outline, seen)) {
        remade.add(path);
        wanted.add(path);
      }
      // Who shows the words of the same pages was found before: of others, nothing else is seen now.
      if (named === undefined || !hasSame(named, seen.hrefs)) {
        const showing = findShowing(part, heads, ({ href }) => seen.hrefs.has(href));
        // Framed like the home page, other pages list titles.
        for (const path of ['', ...showing.map(({ article }) => article.path)]) wanted.add(path);
        named = seen.hrefs;
      }
    }
    for (const path of listCompared(outline, ({ article }) => wanted.has(article.path))) wanted.add(path);
    if (wanted.size + remade.size === size)
      return createPatch(outline, request, rebuilt) ?? giveUp('other texts of a file of YAML are read');
  }
}
function hasSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

/** Undefined where what was found of the articles cannot be joined with what was found of the others. */
function createPatch<K>(
  before: SiteOutline<K>,
  request: ChangedFiles,
  { articles, pages, heads, part, corpus, seen, found, outlined }: Rebuilt,
): Patch<K> | undefined {
  const findings = joinFindings({ ...before, articles: corpus.articles }, articles, found);
  if (findings === undefined) return undefined;
  const { figures, owned, legacy } = findings;
  const isSeen = seen.hrefs.size > 0 || seen.retitled.size > 0;
  // The others are as the last build left them, unless they show what is seen of these.
  const latest = isSeen ? undefined : listAffected({ ...before, uses: findings.uses }, request);
  const { changes } = part;
  const rendered = new Map([...before.rendered, ...outlined]);
  const known = { ...before, ...findings, data: corpus.data.parts, rendered };
  return {
    site: {
      ...part,
      pages: latest === undefined ? pages : pages.filter(({ article }) => latest.has(article.path)),
    },
    diagnostics: joinDiagnostics(owned, legacy, before.others),
    figures,
    articles: articles.length,
    isSeen,
    renewOutline: () => renewOutline(known, { articles: corpus.articles, heads, changes }),
  };
}

/**
 * Whether something is said, or is to be said, of the characters of a file, or of frontmatter that has become another one: that
 * is not said of an article, and places in it are others now.
 */
export function hasSpokenOf(
  { others, articles }: SiteOutline,
  { changed, heads }: ChangedFiles,
  { texts }: SiteFiles,
): boolean {
  const isOld = others.some(({ code, place, via }) => {
    const isOfCharacters = CHARACTERS.test(code) && changed.has(place.file);
    return isOfCharacters || heads.has(place.file) || via.some((use) => heads.has(use.file));
  });
  const files = new Set(
    [...articles.values()].flatMap((each) => [...each.texts.values()].map(({ file }) => file)),
  );
  const isUnread = [...heads].some((file) => !files.has(file));
  return isOld || isUnread || [...changed].some((file) => hasSuspects(texts.get(file) ?? ''));
}

const CHARACTERS = /^load\/(?:null-character|text-direction)$/;
