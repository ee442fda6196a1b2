import { type Html, html, trust } from '../html.ts';
import { findAxis } from '../variants.ts';
import type { PageView, SiteView } from '../view.ts';
import { renderLang, sourceLanguageOf } from './text.ts';

/**
 * "In this article": the headings of an article, where there is more than one to choose from. Folded on narrow screens;
 * beside the text on wide ones, where the script marks the heading that is being read.
 */
export function renderMiniContents({ site, words, page }: PageView): Html | undefined {
  const { kind, showMiniToc, miniTocMaxHeadingLevel } = page.article;
  const headings = page.headings.filter(({ depth }) => depth >= 2 && depth <= miniTocMaxHeadingLevel);
  if (!(showMiniToc ?? kind === 'article') || headings.length < 2) return undefined;
  return html`<nav class="mini-contents" aria-label="${words.inThisArticle}"><details>
<summary>${words.inThisArticle}</summary>
<ul${renderLang(sourceLanguageOf(page, 'body', site), site)}>
${headings.map(
  ({ depth, id, html: content, variant }) =>
    html`<li${renderClass(depth, variant, site.variants)}><a href="#${id}">${trust(breakLongWords(content))}</a></li>\n`,
)}</ul>
</details></nav>
`;
}

/** Long names break behind the signs that join them, not where the line is full. */
function breakLongWords(content: string): string {
  return content.replace(/<[^>]*>|[^<>\s]{18,}/g, (part) =>
    part.startsWith('<') ? part : part.replace(/(?<=[\p{L}\p{N};][._/:-])(?=[\p{L}\p{N}&])/gu, '<wbr>'),
  );
}

/** How deep the heading is, and the variant it stands in: it is shown together with that. */
function renderClass(
  depth: number,
  variant: string | undefined,
  own: SiteView['variants'],
): Html | undefined {
  const classes = [
    depth > 2 ? `depth-${depth}` : '',
    variant === undefined ? '' : `${findAxis(variant, own)}-${variant}`,
  ].filter((name) => name !== '');
  return classes.length === 0 ? undefined : html` class="${classes.join(' ')}"`;
}
