import type { SiteSetup } from '../config/index.ts';
import type { OwnedResult, Result } from '../diagnostics/index.ts';
import type { RenderedArticle } from '../links/index.ts';
import {
  type Article,
  assembleCorpus,
  type Corpus,
  isMadeOfData,
  refreshCorpus,
  type SiteFiles,
} from '../load/index.ts';
import type { BeginRendering, RenderMarkdown } from '../markdown/index.ts';
import { produceRedirects } from '../redirects/index.ts';
import { addComingVersions, createTracer, followArticles, type Resolution } from '../resolve/index.ts';
import { draftSite } from './draft-site.ts';
import { findChangedBodies } from './find-changed-bodies.ts';
import { findUsers } from './find-users.ts';
import { keepUnaffected } from './keep-unaffected.ts';
import { type LinkSiteInput, linkSite } from './link-site.ts';
import { beginArticle, renderArticles } from './render-articles.ts';
import { listShown, renderShown } from './render-shown.ts';
import { createKeyResolver, type KeyResolver, listKeys, type Outlook, resolveKeys } from './resolve-keys.ts';
import type { ArticleKey, FollowedSite, Phase, ResolvedArticles, Site, Workspace } from './types.ts';
import { outlineSite } from './update/outline-site.ts';

/** What a workspace works with. */
export interface WorkspaceTools {
  /** Renders equal texts once, if it keeps what it has rendered. */
  readonly renderMarkdown: RenderMarkdown;
  /** Where given, it hears of each text as soon as it is resolved, to render it meanwhile. */
  readonly beginRendering?: BeginRendering | undefined;
  /**
   * Whether the renderer knows the purpose `outline`: then `site` makes outlines of what translations lend from the source
   * language where only their pages are made. All texts are rendered whole if absent.
   */
  readonly makesOutlines?: boolean;
  /** How much a broken link weighs; a warning if absent. */
  readonly brokenLinks?: 'warning' | 'error';
  /** Whether somebody will ask what articles come to (`followed`): they are then resolved in such a way that it is known. */
  readonly isFollowed?: boolean;
  readonly onPhase?: ((phase: Phase) => void) | undefined;
  /** Is waited for when the texts of a site are rendered: their renderer may give its memory back. */
  readonly onRendered?: (() => Promise<void>) | undefined;
  /** Hears what was done, kept or done again, and why. */
  readonly onTrace?: ((text: string) => void) | undefined;
}

/** A site as the files give it. Nothing is read, resolved or rendered until somebody asks. */
export function openWorkspace(setup: SiteSetup, files: Result<SiteFiles>, tools: WorkspaceTools): Workspace {
  return open(setup, files, tools, () => readSources(setup, files, tools));
}

/** @param read is called once, when somebody asks for the first time */
function open(
  setup: SiteSetup,
  files: Result<SiteFiles>,
  tools: WorkspaceTools,
  read: () => ReadSources,
): Workspace {
  const { brokenLinks = 'warning', makesOutlines = false } = tools;
  const { onPhase, onRendered, onTrace, beginRendering, renderMarkdown } = tools;
  let sources: ReadSources | undefined;
  // Let go of once it was called: it holds the workspace before, and that one the one before it.
  let pending: (() => ReadSources) | undefined = read;
  let whole: Promise<Site> | undefined;
  let resolving: Promise<ResolvedArticles> | undefined;
  return {
    ...setup,
    files: files.value,
    get corpus() {
      return readOnce().corpus;
    },
    get findings() {
      return readOnce().diagnostics;
    },
    resolved,
    rendered: async (keys) => render(await resolved(keys)),
    followed,
    site() {
      whole ??= link();
      return whole;
    },
    outline: async () => outlineSite(await (whole ?? draft()), undefined),
    usersOf: (names) => findUsers(names, files.value.texts, { ...setup, corpus: readOnce().corpus }),
    update: (changed) =>
      open(
        setup,
        changed,
        tools,
        () =>
          (sources && refreshSources(sources, files, changed, setup, onTrace)) ??
          readSources(setup, changed, tools),
      ),
  };

  function readOnce(): ReadSources {
    sources ??= pending?.() ?? readSources(setup, files, tools);
    pending = undefined;
    return sources;
  }

  function resolved(keys?: Iterable<ArticleKey>): Promise<ResolvedArticles> {
    const { corpus, resolver } = readOnce();
    const scope = { ...setup, corpus, shown: makesOutlines ? listShown(setup) : undefined };
    const onResolved =
      beginRendering && ((found: readonly Resolution[]) => beginArticle(found, beginRendering, scope));
    const wanted = keys && new Set(keys);
    const chosen = listKeys(corpus.articles.values(), setup, wanted);
    const kept = chosen.filter(({ key }) => resolver.outcomes.has(key)).length;
    onTrace?.(`resolve: ${chosen.length - kept} articles, each in a language; ${kept} are known`);
    return resolveKeys(resolver, chosen, setup, onResolved);
  }

  function render({ value }: ResolvedArticles): Promise<OwnedResult<readonly RenderedArticle[]>> {
    return renderArticles(value, renderMarkdown, { ...setup, corpus: readOnce().corpus });
  }

  async function followed(): Promise<FollowedSite | undefined> {
    const { outlook, resolver } = readOnce();
    if (outlook === undefined) return undefined;
    await resolving;
    const found = await followArticles({ ...outlook, ...resolver }, setup.config);
    return { ...outlook, ...found };
  }

  async function link(): Promise<Site> {
    const parts = await prepare();
    const shown = { ...parts, redirects: parts.redirects.value, makesOutlines };
    const rendered = await renderShown(parts.resolved.value, renderMarkdown, shown);
    await onRendered?.();
    onPhase?.('linking');
    const site = linkSite({ ...parts, rendered });
    const { outcomes, renderings: distinct, pages } = site.figures;
    onTrace?.(`markdown: ${distinct} distinct texts of ${outcomes} outcomes`);
    onTrace?.(`links: ${pages} pages; all of them are linked again`);
    return site;
  }

  async function draft(): Promise<Site> {
    return draftSite({ ...(await prepare()), renderMarkdown });
  }

  /** All that pages are made of but for their renderings. */
  async function prepare(): Promise<Omit<LinkSiteInput, 'rendered'>> {
    onPhase?.('reading');
    const { corpus, diagnostics, resolver } = readOnce();
    onPhase?.('resolving');
    resolving = resolved();
    const resolutions = await resolving;
    onPhase?.('rendering');
    const linked = { ...setup, corpus, brokenLinks };
    return {
      ...linked,
      read: diagnostics,
      resolved: resolutions,
      redirects: produceRedirects(linked),
      resolver: resolver.resolver,
      uses: resolver.reads.uses,
    };
  }
}

/** What was read, and what of it is resolved so far. */
interface ReadSources {
  readonly corpus: Corpus;
  readonly diagnostics: Result<Corpus>['diagnostics'];
  readonly resolver: KeyResolver;
  readonly outlook?: Outlook | undefined;
}

function readSources(
  setup: SiteSetup,
  files: Result<SiteFiles>,
  { isFollowed }: Pick<WorkspaceTools, 'isFollowed'>,
): ReadSources {
  const { value: corpus, diagnostics } = assembleCorpus(files.value, setup.config, setup.versions);
  const outlook = isFollowed ? createOutlook(setup, files.value, corpus) : undefined;
  return {
    corpus,
    diagnostics: [...files.diagnostics, ...diagnostics],
    resolver: createKeyResolver(setup, corpus, undefined, outlook),
    outlook,
  };
}

/** The site with versions to come. */
function createOutlook({ config, versions: known }: SiteSetup, files: SiteFiles, { data }: Corpus): Outlook {
  const versions = addComingVersions(known, config.plans);
  const corpus = assembleCorpus(files, config, versions, { data, areNotesTold: true }).value;
  return { versions, corpus, tracer: createTracer({ config, corpus, versions }) };
}

/** The sources with other bodies and other words: what these cannot reach stays resolved. Undefined where more differs. */
function refreshSources(
  { corpus, diagnostics, resolver }: ReadSources,
  before: Result<SiteFiles>,
  now: Result<SiteFiles>,
  setup: SiteSetup,
  onTrace: WorkspaceTools['onTrace'],
): ReadSources | undefined {
  const { config } = setup;
  const files = findChangedBodies(before, now, config);
  if (files === undefined) {
    onTrace?.('load: everything is read again; more than bodies of articles and reusables differs');
    return undefined;
  }
  const { changed, heads } = files;
  const { articles, features, data } = corpus;
  const own = [...articles.values()].filter(({ texts }) =>
    [...texts.values()].some(({ file }) => changed.has(file)),
  );
  const paths = new Set(own.map(({ path }) => path));
  const refreshed = diagnostics.some(({ place }) => heads.has(place.file))
    ? undefined
    : refreshCorpus({ articles, features, data: data.parts }, paths, files, now.value, config);
  if (refreshed === undefined || !own.every((each) => hasSameParts(each, refreshed))) {
    onTrace?.(
      'load: everything is read again; a reusable has come or gone, or frontmatter says more than words',
    );
    return undefined;
  }
  onTrace?.(`load: ${changed.size} files have another body; the rest is kept`);
  const kept = keepUnaffected(resolver, paths, files, config);
  return { corpus: refreshed, diagnostics, resolver: createKeyResolver(setup, refreshed, kept) };
}

/** Who shows the intro of another article has not read one that was not there. */
function hasSameParts(article: Article, { articles }: Corpus): boolean {
  const { path, texts } = article;
  const now = articles.get(path)?.texts;
  const list = (words: Article['texts'] | undefined) =>
    [...(words ?? [])]
      .map(([code, { fields }]) => `${code} ${Object.keys(fields).sort().join(' ')}`)
      .join('\n');
  return !isMadeOfData(article) && list(texts) === list(now);
}
