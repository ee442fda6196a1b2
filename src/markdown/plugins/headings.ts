import type { Element, ElementContent } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';
import { collectIds } from '../html/ids.ts';
import { offsetOf } from '../html/offset.ts';
import { stringifyHtml } from '../html/stringify.ts';
import type { PartHeading } from '../parts/part.ts';
import { openAttribute, type RenderContext, type RenderStep } from '../render-context.ts';
import type { TitledWords } from '../types.ts';
import { markTitles, splitAtTitles } from './titled-words.ts';
import { visitWithVariant } from './variants.ts';

/**
 * Gives every heading an id (one written in raw HTML stays) and a link to itself, and collects
 * them. The ids are slots, because a translation takes those of its source, and a title is only known on the page.
 * What they are by GitHub's rule depends on the headings of the whole text.
 */
export const linkHeadings: RenderStep = (tree, draft) => {
  draft.ids.push(...collectIds(tree));
  visitWithVariant(tree, (element, variant) => {
    if (!/^h[1-6]$/.test(element.tagName)) return;
    draft.headings.push(readHeading(element, variant));
    draft.after.hasHeading = true;
    element.children.push(createAnchor(element, draft));
  });
};

function readHeading(element: Element, variant: string | undefined): PartHeading {
  const ownId = String(element.properties.id ?? '');
  const titled = takeApart(element, ownId !== '');
  const words = extractWords(element);
  const heading = {
    depth: Number(element.tagName.charAt(1)),
    id: ownId,
    text: collapse(words),
    html: stringifyWords(element),
    offset: offsetOf(element),
    ...(titled && { titled }),
    ...(variant !== undefined && { variant }),
  };
  return { heading, idWords: ownId === '' && titled === undefined ? words : undefined };
}

function takeApart(heading: Element, hasOwnId: boolean): TitledWords | undefined {
  const titles = markTitles(heading);
  return (
    titles && {
      urls: titles.urls,
      words: splitAtTitles(extractWords(titles.marked)),
      html: splitAtTitles(stringifyWords(titles.marked)),
      hasOwnId,
    }
  );
}

/**
 * A link to the heading, which is called like it; the style sheet gives it its sign. The heading names itself, or else it would be
 * called by its words and by those of the link.
 */
function createAnchor(heading: Element, draft: RenderContext): Element {
  const slot = { kind: 'id', heading: draft.headings.length - 1 } as const;
  const anchor: Element = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['heading-anchor'], href: '#', dataFurniture: '' },
    children: [],
  };
  openAttribute(draft, slot, heading, 'id');
  openAttribute(draft, slot, heading, 'ariaLabelledBy');
  openAttribute(draft, slot, anchor, 'href', '#');
  openAttribute(draft, slot, anchor, 'ariaLabelledBy');
  return anchor;
}

/** The content of a heading as it may stand inside a link of the mini contents. */
function stringifyWords({ children }: Element): string {
  return stringifyHtml({ type: 'root', children: keepWords(children) });
}

function keepWords(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return child.type === 'text' ? [child] : [];
    if (DROPPED.has(child.tagName)) return [];
    const kept = keepWords(child.children);
    return INLINE.has(child.tagName) ? [{ ...child, properties: {}, children: kept }] : kept;
  });
}

const DROPPED = new Set(['img', 'picture', 'svg', 'video', 'audio', 'iframe', 'br', 'input']);
const INLINE = new Set(['b', 'bdi', 'code', 'del', 'em', 'i', 'kbd', 's', 'strong', 'sub', 'sup', 'var']);

/**
 * What the id is made of. Blanks count one by one, as on GitHub: two that a condition or an icon left between words
 * are two hyphens. Line endings, and white space at the edges of raw HTML, do not.
 */
function extractWords(heading: Element): string {
  const words = toPlainText(heading).replace(/(?<!\s)\s*\n\s*/g, ' ');
  const { children } = heading;
  const lead = children[0]?.type === 'text' ? words.trimStart() : words;
  return children.at(-1)?.type === 'text' ? lead.trimEnd() : lead;
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
