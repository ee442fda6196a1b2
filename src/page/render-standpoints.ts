import type { SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import type { RenderedArticle } from '../links/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import { createResolver } from '../resolve/index.ts';
import { createSet, type Version } from '../versions/index.ts';
import { renderArticles } from '../workspace/index.ts';
import type { Ledger } from './ledger.ts';

/** An article as readers of one version and language see it. */
export interface Standpoint {
  readonly article: Article;
  readonly language: string;
  readonly version: Version;
}

/** Resolves and renders articles; undefined where the part of the site that was read does not suffice. */
export type RenderStandpoints = (
  wanted: readonly Standpoint[],
) => Promise<Result<readonly RenderedArticle[]> | undefined>;

export interface RendererScope {
  readonly config: SiteConfig;
  readonly versions: readonly Version[];
  readonly corpus: Corpus;
  readonly ledger: Ledger;
  readonly renderMarkdown: RenderMarkdown;
}

export function createStandpointRenderer(scope: RendererScope): RenderStandpoints {
  const { ledger, renderMarkdown } = scope;
  const resolver = createResolver(scope);
  return async (wanted) => {
    const resolved = wanted.map(({ article, language, version }) =>
      resolver.resolveArticle(article, language, createSet([version])),
    );
    if (ledger.isLacking()) return undefined;
    const resolutions = resolved.flatMap(({ value }) => value);
    const rendered = await renderArticles(resolutions, renderMarkdown, scope);
    const diagnostics = [...resolved.flatMap((each) => each.diagnostics), ...rendered.diagnostics];
    return { value: rendered.value, diagnostics };
  };
}
