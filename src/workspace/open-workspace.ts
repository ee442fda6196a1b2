import type { SiteSetup } from '../config/index.ts';
import type { OwnedResult, Result } from '../diagnostics/index.ts';
import type { RenderedArticle } from '../links/index.ts';
import { assembleCorpus, type Corpus, type SiteFiles } from '../load/index.ts';
import type { BeginRendering, RenderMarkdown } from '../markdown/index.ts';
import { createResolver, type Resolution, type Resolver } from '../resolve/index.ts';
import { findUsers } from './find-users.ts';
import { linkSite } from './link-site.ts';
import { createMarkdownOptions } from './markdown-options.ts';
import { listTexts, renderArticles } from './render-articles.ts';
import { listKeys, type ResolvedKeys, resolveKeys } from './resolve-keys.ts';
import type { ArticleKey, Phase, ResolvedArticles, Site, Workspace } from './types.ts';
import { type DataWatch, watchData } from './watch-data.ts';

/** What a workspace works with. */
export interface WorkspaceTools {
  /** Renders equal texts once, if it keeps what it has rendered. */
  readonly renderMarkdown: RenderMarkdown;
  /** Where given, it hears of each text as soon as it is resolved, to render it meanwhile. */
  readonly beginRendering?: BeginRendering | undefined;
  /** How much a link that nothing answers weighs; a warning if absent. */
  readonly brokenLinks?: 'warning' | 'error';
  readonly onPhase?: ((phase: Phase) => void) | undefined;
}

/** A site as the files give it. Nothing is read, resolved or rendered until somebody asks. */
export function openWorkspace(setup: SiteSetup, files: Result<SiteFiles>, tools: WorkspaceTools): Workspace {
  const { brokenLinks = 'warning', onPhase, beginRendering, renderMarkdown } = tools;
  const known: ResolvedKeys = new Map();
  let read: Read | undefined;
  let whole: Promise<Site> | undefined;
  return {
    ...setup,
    files: files.value,
    get corpus() {
      return open().corpus;
    },
    resolved,
    rendered,
    site: () => {
      whole ??= link();
      return whole;
    },
    usersOf: (names) => findUsers(names, files.value.texts, { ...setup, corpus: open().corpus }),
    update: (changed) => openWorkspace(setup, changed, tools),
  };

  function open(): Read {
    read ??= readSources(setup, files);
    return read;
  }

  function resolved(keys?: Iterable<ArticleKey>): Promise<ResolvedArticles> {
    const { corpus, watch, resolver } = open();
    const options = createMarkdownOptions(setup.config, corpus);
    const onResolved =
      beginRendering && ((found: readonly Resolution[]) => beginRendering(listTexts(found).texts, options));
    const wanted = keys && new Set(keys);
    const all = listKeys(corpus.articles.values(), setup);
    return resolveKeys(
      resolver,
      wanted === undefined ? all : all.filter(({ key }) => wanted.has(key)),
      setup,
      { onBegin: watch.attribute, onResolved },
      known,
    );
  }

  async function rendered(keys?: Iterable<ArticleKey>): Promise<OwnedResult<readonly RenderedArticle[]>> {
    return render(await resolved(keys));
  }

  function render({ value }: ResolvedArticles): Promise<OwnedResult<readonly RenderedArticle[]>> {
    return renderArticles(value, renderMarkdown, { ...setup, corpus: open().corpus });
  }

  async function link(): Promise<Site> {
    onPhase?.('reading');
    const { corpus, diagnostics, watch, resolver } = open();
    onPhase?.('resolving');
    const resolutions = await resolved();
    watch.attribute('');
    onPhase?.('rendering');
    const renderings = await render(resolutions);
    onPhase?.('linking');
    return linkSite({
      ...setup,
      corpus,
      read: diagnostics,
      resolved: resolutions,
      rendered: renderings,
      resolver,
      brokenLinks,
      uses: watch.uses,
    });
  }
}

/** What was read, and what reads on. */
interface Read {
  readonly corpus: Corpus;
  readonly diagnostics: Result<Corpus>['diagnostics'];
  readonly watch: DataWatch;
  readonly resolver: Resolver;
}

function readSources(setup: SiteSetup, files: Result<SiteFiles>): Read {
  const { value: corpus, diagnostics } = assembleCorpus(files.value, setup.config, setup.versions);
  const watch = watchData(corpus);
  const resolver = createResolver({ ...setup, corpus: watch.corpus, onRead: watch.onRead });
  return { corpus, diagnostics: [...files.diagnostics, ...diagnostics], watch, resolver };
}
