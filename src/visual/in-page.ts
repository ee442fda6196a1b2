/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Box, Picture, VisualBlock } from './types.ts';

/*
 * What runs inside the browser. Each function is sent there as text, so it must not use anything outside of itself.
 */

/**
 * Makes a page hold still: every part of it laid out, every image loaded, every font there, nothing that would stay while the page is
 * scrolled. Browsers draw that on a layer of its own, which begins on a fraction of a pixel or not as it comes.
 */
export async function settlePage(): Promise<void> {
  const style = document.createElement('style');
  style.textContent = '* { content-visibility: visible !important; scroll-behavior: auto !important }';
  document.head.append(style);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (getComputedStyle(element).position !== 'sticky') continue;
    element.style.position = 'relative';
    element.style.inset = 'auto';
  }
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/**
 * Lists the blocks of the page that are seen, as they stand in the HTML, and moves each to a whole pixel: lines of text that
 * begin on another fraction of one are drawn differently, which would be seen below every paragraph that was put in.
 */
export function collectBlocks(): Omit<Picture, 'png'> {
  const WHOLE = 'p, pre, tr, h1, h2, h3, h4, h5, h6, img, svg, video, button, input, select, summary, a';
  const blocks: VisualBlock[] = [];
  const drifting: [HTMLElement, number][] = [];
  visit(document.body);
  for (const [element, drift] of drifting) {
    element.style.position = 'relative';
    element.style.top = `${drift}px`;
  }
  const { scrollWidth: width, scrollHeight: height, lang: language } = document.documentElement;
  return { width, height, language, title: document.title, blocks };

  function visit(element: Element): void {
    const { display, position, top: offset } = getComputedStyle(element);
    // What a closed <details> holds has a box, and is not seen.
    if (display !== 'contents' && !element.checkVisibility({ visibilityProperty: true })) return;
    const isWhole = element.matches(WHOLE) || element.children.length === 0 || hasOwnText(element);
    if (!isWhole) {
      for (const child of element.children) visit(child);
      return;
    }
    const box = measure(element);
    if (box.width < 2 || box.height < 2 || box.x + box.width <= 0 || box.y + box.height <= 0) return;
    const top = element.getBoundingClientRect().top + scrollY;
    const drift = Math.round(top) - top;
    const isMovable = position === 'static' || (position === 'relative' && /^(?:auto|0px)$/.test(offset));
    if (drift !== 0 && isMovable && element instanceof HTMLElement) drifting.push([element, drift]);
    const [region, name, words] = [nameRegion(element), nameElement(element), listWords(element)];
    blocks.push({ region, name, words, box, drift: Math.round(drift * 64) / 64 });
  }

  function hasOwnText(element: Element): boolean {
    return [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
  }

  function measure(element: Element): Box {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x = 0, y = 0] = [left + scrollX, top + scrollY].map(Math.round);
    return { x, y, width: Math.round(width), height: Math.round(height) };
  }

  function nameRegion(element: Element): string {
    if (element.closest('#article-contents')) return 'article';
    const region = element.closest('header, nav, aside, footer, main');
    return region === null ? 'page' : nameElement(region);
  }

  function nameElement(element: Element): string {
    const [name] = element.classList;
    return element.localName + (name === undefined ? '' : `.${name}`);
  }

  function listWords(element: Element): string {
    if (element instanceof HTMLImageElement) return element.alt;
    const copy = element.cloneNode(true) as Element;
    for (const furniture of copy.querySelectorAll('[data-furniture], script, style, template'))
      furniture.remove();
    const text = copy.textContent ?? '';
    return element.localName === 'pre' ? text : text.replace(/\s+/g, ' ').trim();
  }
}

/** Two boxes with the same words, one on each picture. */
export interface BoxPair {
  readonly base: Box;
  readonly head: Box;
  /** Whether they lay on unequal fractions of a pixel, so that what surrounds them may be a pixel off. */
  readonly isDrifted: boolean;
}

/**
 * Counts for each pair the pixels that differ, as a share of the box. Faint differences do not count. Of boxes that drifted the
 * best of three positions counts, without the rows at their edges.
 */
export async function countPixels(request: {
  readonly base: string;
  readonly head: string;
  readonly pairs: readonly BoxPair[];
}): Promise<readonly number[]> {
  const FAINT = 6;
  const FEW = 3;
  /** Round corners of what surrounds a block that drifted. */
  const FEW_OF_DRIFTED = 0.001;
  const [base, head] = await Promise.all([draw(request.base), draw(request.head)]);
  return request.pairs.map((pair) => {
    const counts = (pair.isDrifted ? [0, -1, 1] : [0]).map((offset) => count(pair, offset));
    const fewest = Math.min(...counts);
    const area = Math.max(1, pair.head.width * pair.head.height);
    const few = pair.isDrifted ? Math.max(FEW, area * FEW_OF_DRIFTED) : FEW;
    return fewest <= few ? 0 : fewest / area;
  });

  async function draw(png: string): Promise<OffscreenCanvasRenderingContext2D> {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {
      willReadFrequently: true,
    });
    if (context === null) throw new Error('The browser provides no canvas.');
    context.drawImage(image, 0, 0);
    return context;
  }

  function count(pair: BoxPair, offset: number): number {
    const width = Math.max(1, Math.min(pair.base.width, pair.head.width));
    const height = Math.max(1, Math.min(pair.base.height, pair.head.height));
    const before = base.getImageData(pair.base.x, pair.base.y + offset, width, height).data;
    const after = head.getImageData(pair.head.x, pair.head.y, width, height).data;
    const skipped = pair.isDrifted ? width * 4 : 0;
    let differing = 0;
    for (let at = skipped; at < after.length - skipped; at += 4) {
      for (let channel = at; channel < at + 3; channel += 1) {
        if (Math.abs((before[channel] ?? 0) - (after[channel] ?? 0)) <= FAINT) continue;
        differing += 1;
        break;
      }
    }
    return differing;
  }
}
