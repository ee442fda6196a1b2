import type { SiteConfig } from '../../config/index.ts';
import { type LinkedPages, type LinkInput, linkPages, type RenderedIndex } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import { hasFailed, type RenderMarkdown } from '../../markdown/index.ts';
import { renderShown } from '../render-shown.ts';
import { type KeyResolver, listKeys, resolveKeys } from '../resolve-keys.ts';
import { countOutcomes } from './count-outcomes.ts';
import type { Findings } from './join-findings.ts';
import { type PackedRendered, packRendered } from './pack-rendered.ts';

/** The site that articles are made for. */
export interface MakeScope
  extends Pick<LinkInput, 'corpus' | 'versions' | 'built' | 'languages' | 'redirects'> {
  readonly config: SiteConfig;
  /** What is known of the other articles. */
  readonly others: RenderedIndex;
  readonly resolver: KeyResolver;
  readonly renderMarkdown: RenderMarkdown;
  /** As `WorkspaceTools` has it. */
  readonly makesOutlines?: boolean | undefined;
}

/** Articles with their pages, and what was found while they were made. */
export interface MadeArticles {
  readonly linked: LinkedPages;
  /** What links can see of them. */
  readonly outlined: PackedRendered;
  readonly found: Findings;
}

/** Resolves, renders and links some articles of a site. Undefined where a text could not be rendered. */
export async function makeArticles(
  articles: readonly Article[],
  { others, resolver, renderMarkdown, makesOutlines, ...scope }: MakeScope,
): Promise<MadeArticles | undefined> {
  const resolved = await resolveKeys(resolver, listKeys(articles, scope), scope);
  const links = { ...scope, articles, others, brokenLinks: 'warning' as const };
  const rendered = await renderShown(resolved.value, renderMarkdown, { ...links, makesOutlines });
  if (rendered.value.some(({ renderings }) => Object.values(renderings).some(hasFailed))) return undefined;
  const linked = linkPages({ ...links, rendered: rendered.value });
  return {
    linked,
    outlined: packRendered(linked.settled.value),
    found: {
      uses: resolver.reads.uses,
      owned: [resolved, rendered, linked.settled, linked].map(({ byOwner }) => byOwner),
      legacy: resolved.legacy,
      repairs: resolved.repairs,
      outcomes: countOutcomes(rendered.value, scope.versions),
      fragments: linked.fragments,
      addresses: linked.addresses,
    },
  };
}
