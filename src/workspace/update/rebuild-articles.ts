import { indexChanges, replaceHeads } from '../../changes/index.ts';
import type { OldAddresses, Page, PageHead } from '../../links/index.ts';
import {
  type Article,
  type ChangedFiles,
  type Corpus,
  isMadeOfData,
  refreshCorpus,
  type SiteFiles,
} from '../../load/index.ts';
import type { RenderMarkdown } from '../../markdown/index.ts';
import { buildNavigation } from '../../navigation/index.ts';
import { createOldAddresses } from '../../redirects/index.ts';
import { createKeyResolver } from '../resolve-keys.ts';
import type { SitePart } from '../types.ts';
import { findSeen, type SeenDifference } from './find-seen.ts';
import type { Findings } from './join-findings.ts';
import { makeArticles } from './make-articles.ts';
import { indexPacked, type PackedRendered } from './pack-rendered.ts';
import { unpackTargets } from './pack-targets.ts';
import { refreshOutline } from './refresh-outline.ts';
import type { SiteOutline } from './types.ts';

/** Which articles to rebuild, and of what. */
export interface RebuildRequest {
  readonly files: SiteFiles;
  /** How the files differ from those of the site of the outline. */
  readonly ever: ChangedFiles;
  /** Paths of the articles. */
  readonly wanted: ReadonlySet<string>;
  /** Paths of those whose texts may be others. */
  readonly remade: ReadonlySet<string>;
  readonly renderMarkdown: RenderMarkdown;
  /** As `WorkspaceTools` has it. */
  readonly makesOutlines?: boolean | undefined;
}

/** Articles that were rebuilt, and the site around them. */
export interface Rebuilt {
  readonly articles: readonly Article[];
  readonly pages: readonly Page[];
  /** Of all pages of the site, the new ones among them. */
  readonly heads: readonly PageHead[];
  readonly part: Omit<SitePart, 'pages'>;
  readonly corpus: Corpus;
  readonly seen: SeenDifference;
  readonly found: Findings;
  readonly outlined: PackedRendered;
}

/** Rebuilds the pages of some articles. A text says why all of the site has to be built instead. */
export async function rebuildArticles(
  before: SiteOutline,
  { files, ever, wanted, remade, renderMarkdown, makesOutlines }: RebuildRequest,
): Promise<Rebuilt | string> {
  const { config, versions, built, languages, builtVersions } = before;
  if (hasWritten(before, wanted))
    return 'the change reaches release notes or an API reference, which are made of data';
  const corpus = refreshCorpus(before, wanted, ever, files, config);
  if (corpus === undefined) return 'a reusable has come or gone, or frontmatter differs in more than words';
  const outline = refreshOutline(before, corpus);
  const scope = { config, corpus, versions, built, languages };
  const resolver = createKeyResolver(scope, corpus);
  const articles = [...corpus.articles.values()].filter(({ path }) => wanted.has(path));
  const redirects = readOldAddresses(outline);
  const others = indexPacked(before.rendered, corpus.articles, (path) => wanted.has(path));
  const tools = { resolver, renderMarkdown, makesOutlines };
  const made = await makeArticles(articles, { ...scope, ...tools, redirects, others });
  if (made === undefined) return 'a text could not be rendered';
  const { linked, outlined, found } = made;
  const pages = linked.value;
  const links = { ...scope, redirects, brokenLinks: 'warning' as const };
  const seen = findSeen(outline, { articles, former: before.articles, remade, linked, outlined, links });
  if (seen === undefined)
    return 'other pages or lists show what has changed: a label, an anchor, a change of a release';

  const anew = new Map(pages.map((page) => [page.href, page]));
  const findPage = (head: PageHead) => anew.get(head.href) ?? head;
  const changes = replaceHeads(outline.changes, findPage);
  const { resolveText, resolveWording } = resolver.resolver;
  const heads = outline.heads.map(findPage);
  const navigation = buildNavigation({ ...scope, pages: heads, redirects, resolveText, resolveWording });
  return {
    articles,
    pages,
    heads,
    part: {
      config,
      corpus,
      languages,
      versions: builtVersions,
      navigation,
      changes: indexChanges(changes.releases, changes.pages),
    },
    corpus,
    seen,
    found,
    outlined,
  };
}

function hasWritten({ articles }: SiteOutline, paths: ReadonlySet<string>): boolean {
  return [...paths].some((path) => {
    const article = articles.get(path);
    return article !== undefined && isMadeOfData(article);
  });
}

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
