import type { OwnedResult } from '../diagnostics/index.ts';
import { type LinkInput, type RenderedArticle, settleArticles } from '../links/index.ts';
import type { FieldName } from '../load/index.ts';
import type { Rendering, RenderMarkdown } from '../markdown/index.ts';
import type { Resolution } from '../resolve/index.ts';
import { renderArticles } from './render-articles.ts';

/** What articles are rendered for: pages in some languages, linked in this way. */
export interface ShownScope extends Omit<LinkInput, 'rendered'> {
  /** As `WorkspaceTools` has it. */
  readonly makesOutlines?: boolean | undefined;
}

/**
 * Renders articles as far as pages of the built languages need them. Of the source language without pages outlines
 * do, but for texts that stand in for those of translations; which ones is known when links are looked at.
 */
export async function renderShown(
  resolutions: readonly Resolution[],
  renderMarkdown: RenderMarkdown,
  { makesOutlines, ...links }: ShownScope,
): Promise<OwnedResult<readonly RenderedArticle[]>> {
  const shown = makesOutlines ? listShown(links) : undefined;
  const scope = { ...links, shown };
  const rendered = await renderArticles(resolutions, renderMarkdown, scope);
  if (shown === undefined) return rendered;
  const settled = settleArticles({ ...links, rendered: rendered.value });
  const lent = new Set(
    settled.filter(({ resolution }) => shown.includes(resolution.language)).flatMap(listOutlined),
  );
  return lent.size === 0 ? rendered : renderArticles(resolutions, renderMarkdown, { ...scope, lent });
}

function listOutlined({ resolution, renderings }: RenderedArticle): readonly string[] {
  return (Object.entries(renderings) as [FieldName, Rendering][]).flatMap(([name, { isOutline }]) =>
    isOutline ? (resolution.fields[name]?.text ?? []) : [],
  );
}

/** The built languages, where the source language is not among them. */
export function listShown({
  config,
  languages,
}: Pick<LinkInput, 'config' | 'languages'>): readonly string[] | undefined {
  return languages.includes(config.languages[0]?.code ?? '') ? undefined : languages;
}
