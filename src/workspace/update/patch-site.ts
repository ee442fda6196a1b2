import { indexChanges, replaceHeads } from '../../changes/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import { linkPages, type OldAddresses, type PageHead } from '../../links/index.ts';
import { hasSuspects, refreshCorpus, type SiteFiles } from '../../load/index.ts';
import { hasFailed, type RenderMarkdown } from '../../markdown/index.ts';
import { buildNavigation } from '../../navigation/index.ts';
import { createOldAddresses } from '../../redirects/index.ts';
import { joinDiagnostics } from '../join-diagnostics.ts';
import { renderShown } from '../render-shown.ts';
import { createKeyResolver, listKeys, resolveKeys } from '../resolve-keys.ts';
import type { Figures, SitePart } from '../types.ts';
import { countOutcomes } from './count-outcomes.ts';
import { isContained } from './is-contained.ts';
import { joinFindings } from './join-findings.ts';
import { listAffected } from './list-affected.ts';
import { indexPacked, packRendered } from './pack-rendered.ts';
import { unpackTargets } from './pack-targets.ts';
import { refreshOutline } from './refresh-outline.ts';
import type { SiteOutline } from './types.ts';

export interface PatchRequest {
  readonly files: SiteFiles;
  /** Names of the files that have another body than in the last site; everything else is as it was there. */
  readonly changed: ReadonlySet<string>;
  /** Names of those that have another body than in the site of the outline, which may be an older one. */
  readonly changedBefore: ReadonlySet<string>;
  readonly renderMarkdown: RenderMarkdown;
  /** As `WorkspaceTools` has it. */
  readonly makesOutlines?: boolean;
  /** Hears why all of the site has to be built. */
  readonly onTrace?: ((reason: string) => void) | undefined;
}

/** What of a site is rebuilt. */
export interface Patch<K> {
  /** The pages that differ from the last site, with what their layouts need of the others. */
  readonly site: SitePart;
  /** Those of the whole site, as a build of all of it has them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly figures: Figures;
  /** How many articles differ from the outline. */
  readonly articles: number;
  /** Of the site as it is now. */
  readonly outline: SiteOutline<K>;
}

/**
 * Makes those pages anew that changed bodies go into. Undefined where other pages or lists may come out otherwise too (of a
 * title, a heading, a page that comes or goes): then all of the site has to be built.
 */
export async function patchSite<K>(
  before: SiteOutline<K>,
  { files, changed, changedBefore, renderMarkdown, makesOutlines, onTrace }: PatchRequest,
): Promise<Patch<K> | undefined> {
  const everChanged = new Set([...changed, ...changedBefore]);
  const affected = listAffected(before, everChanged);
  const giveUp = (reason: string) => {
    onTrace?.(`update: not in part; ${reason}`);
    return undefined;
  };
  if (affected === undefined)
    return giveUp('the change reaches the home page, more than articles, or most of them');
  if (hasSpokenOf(before, everChanged, files)) return giveUp('a file holds invisible characters');
  const { config, versions, built, languages, builtVersions } = before;
  const corpus = refreshCorpus(before, affected, everChanged, files, config);
  if (corpus === undefined) return giveUp('a reusable has come or gone');
  const outline = refreshOutline(before, corpus);
  const scope = { config, corpus, versions, built, languages };

  const resolver = createKeyResolver(scope, corpus);
  const articles = [...corpus.articles.values()].filter(({ path }) => affected.has(path));
  const resolved = await resolveKeys(resolver, listKeys(articles, scope), scope);
  const redirects = readOldAddresses(outline);
  const links = { ...scope, redirects, brokenLinks: 'warning' as const };
  const others = indexPacked(before.rendered, corpus.articles, (path) => affected.has(path));
  const shown = { ...links, articles, others, makesOutlines };
  const rendered = await renderShown(resolved.value, renderMarkdown, shown);
  if (rendered.value.some(({ renderings }) => Object.values(renderings).some(hasFailed)))
    return giveUp('a text could not be rendered');
  const linked = linkPages({ ...links, articles, rendered: rendered.value, others });
  const pages = linked.value;

  const outlined = packRendered(linked.settled.value);
  if (!isContained(outline, { articles, linked, outlined, links }))
    return giveUp('other pages or lists show what has changed: a title, an anchor, a change of a release');

  const findings = joinFindings(outline, articles, {
    uses: resolver.reads.uses,
    owned: [resolved, rendered, linked.settled, linked].map(({ byOwner }) => byOwner),
    legacy: resolved.legacy,
    repairs: resolved.repairs,
    outcomes: countOutcomes(rendered.value),
    fragments: linked.fragments,
  });
  if (findings === undefined) return giveUp('other texts of a file of YAML are read');

  const anew = new Map(pages.map((page) => [page.href, page]));
  const findPage = (head: PageHead) => anew.get(head.href) ?? head;
  const { releases, pages: changedPages } = replaceHeads(outline.changes, findPage);
  const { resolveText, resolveWording } = resolver.resolver;
  const heads = outline.heads.map(findPage);
  const navigation = buildNavigation({ ...scope, pages: heads, redirects, resolveText, resolveWording });
  const { figures, owned, legacy } = findings;
  // The others are as the last build left them.
  const latest = listAffected({ ...outline, ...findings }, changed) ?? affected;
  return {
    site: {
      config,
      corpus,
      languages,
      versions: builtVersions,
      pages: pages.filter(({ article }) => latest.has(article.path)),
      navigation,
      changes: indexChanges(releases, changedPages),
    },
    diagnostics: joinDiagnostics(owned, legacy, outline.others),
    figures,
    articles: articles.length,
    outline: {
      ...before,
      ...findings,
      data: corpus.data.parts,
      rendered: new Map([...before.rendered, ...outlined]),
    },
  };
}

/** Whether something is said, or is to be said, of the characters of a file; that is not said of an article. */
function hasSpokenOf({ others }: SiteOutline, changed: ReadonlySet<string>, { texts }: SiteFiles): boolean {
  const isOld = others.some(({ code, place }) => CHARACTERS.test(code) && changed.has(place.file));
  return isOld || [...changed].some((file) => hasSuspects(texts.get(file) ?? ''));
}

const CHARACTERS = /^load\/(?:null-character|text-direction)$/;

/** Read when the first link asks. */
function readOldAddresses({ targets, articles, versions }: SiteOutline): OldAddresses {
  let addresses: OldAddresses | undefined;
  return {
    find(version, path) {
      addresses ??= createOldAddresses(unpackTargets(targets, articles, versions));
      return addresses.find(version, path);
    },
  };
}
