import type { Element, Text } from 'hast';
import { offsetOf } from '../html/offset.ts';
import {
  openAttribute,
  openAttributes,
  openText,
  type RenderContext,
  type RenderStep,
} from '../render-context.ts';
import { visit } from '../visit.ts';
import { isAutotitle } from './autotitle.ts';

/** Addresses that stay in the site, of links and of images, become slots, and so does the text `AUTOTITLE`. */
export const openLinks: RenderStep = (tree, draft) => {
  const { after } = draft;
  visit(tree, 'element', (element) => {
    if (element.tagName === 'a') openLink(element, draft);
    if (element.tagName === 'img' && placeImage(element, draft, !after.hasImage)) after.hasImage = true;
    if (IMAGES.has(element.tagName)) openImage(element, 'src', draft);
    if (element.tagName === 'source') openImage(element, 'srcSet', draft);
    if (element.tagName === 'video') openImage(element, 'poster', draft);
  });
};

const IMAGES = new Set(['img', 'source', 'video', 'audio', 'track']);

function openLink(element: Element, draft: RenderContext): void {
  const { href, dataFootnoteRef, dataFootnoteBackref, className } = element.properties;
  if (href === '') reportBareAutotitle(element, draft);
  if (typeof href !== 'string' || href === '') return;
  if (dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined) return;
  const classes = Array.isArray(className) ? className : [];
  if (classes.includes('heading-anchor')) return;
  const place = { url: href, offset: offsetOf(element) };
  if (staysInSite(href)) {
    const plan = classes.includes('dotcom-only') ? { isDefault: true as const } : {};
    openAttribute(draft, { kind: 'link', ...place, ...plan }, element, 'href');
  }
  for (const child of element.children.filter(isAutotitle)) openTitle(child, place, element, draft);
}

/** Blanks stay where they part the title from what stands beside it in the link. */
function openTitle(
  text: Text,
  place: { readonly url: string; readonly offset: number },
  { children }: Element,
  draft: RenderContext,
): void {
  const at = children.indexOf(text);
  const lead: Text = { type: 'text', value: at > 0 ? (/^\s*/.exec(text.value)?.[0] ?? '') : '' };
  const trail: Text = {
    type: 'text',
    value: at < children.length - 1 ? (/(?<!\s)\s*$/.exec(text.value)?.[0] ?? '') : '',
  };
  children.splice(at, 1, ...[lead, text, trail].filter(({ value }) => value !== ''));
  openText(draft, { kind: 'title', ...place }, text);
}

function reportBareAutotitle(element: Element, draft: RenderContext): void {
  if (!element.children.some(isAutotitle)) return;
  draft.problems.push({
    code: 'markdown/autotitle-address',
    severity: 'error',
    message: 'AUTOTITLE finds no title, because the link has no address.',
    hint: 'Write `[AUTOTITLE](/folder/article)`.',
    offset: offsetOf(element),
  });
}

function openImage(element: Element, name: 'src' | 'srcSet' | 'poster', draft: RenderContext): void {
  const value = element.properties[name];
  if (typeof value !== 'string' || value === '' || !staysInSite(value)) return;
  // A list of candidates (`a.png 1x, b.png 2x`) is more than one address.
  if (name === 'srcSet' && /[\s,]/.test(value.trim())) return;
  openAttribute(draft, { kind: 'image', url: value.trim(), offset: offsetOf(element) }, element, name);
}

/**
 * So that nothing jumps while images load: the size of the file where the author gives none. All but the first wait
 * until the reader comes near. False for an image that shows nothing.
 */
function placeImage(element: Element, draft: RenderContext, isFirst: boolean): boolean {
  const { properties } = element;
  const { src, width, height, style, dataStyle } = properties;
  if (typeof src !== 'string' || src === '') return false;
  if (!isFirst) {
    properties.loading ??= 'lazy';
    properties.decoding ??= 'async';
  }
  const isSized =
    width !== undefined || height !== undefined || /width|height/.test(String(style ?? dataStyle ?? ''));
  if (!isSized && staysInSite(src)) {
    openAttributes(draft, { kind: 'size', url: src.trim(), offset: offsetOf(element) }, element);
  }
  return true;
}

/** No scheme and no host: `/x`, `#x`, `x/y`. */
export function staysInSite(url: string): boolean {
  return !/^\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url);
}
