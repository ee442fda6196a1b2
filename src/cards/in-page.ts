/** A text to be drawn, in one colour, within a box. */
export interface TextOrder {
  readonly kind: 'text';
  readonly text: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly families: string;
  readonly weight: number;
  /** Sizes to try, the largest first. What is too long for the last one ends in an ellipsis. */
  readonly sizes: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A picture to be drawn on white, no larger than a box. */
export interface PictureOrder {
  readonly kind: 'picture';
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

export type InkOrder = TextOrder | PictureOrder;

/**
 * Pixels, row by row from the top, as stretches of equal ones. Those of a text are shares of its colour from 0 to 15, a character for each
 * stretch: 256 + share * 2048 + pixels. Those of a picture are `rrggbb` and how often, with a blank between stretches.
 */
export interface Ink {
  readonly width: number;
  readonly height: number;
  /** Around the box of a text, so that marks and swashes find room. */
  readonly margin: number;
  readonly runs: string;
}

/** Runs in the page, so it knows nothing of what is around it here. */
export async function paintInPage(orders: readonly InkOrder[]): Promise<readonly Ink[]> {
  const MARGIN = 16;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('the browser has no canvas');
  await Promise.all([...document.fonts].map((face) => face.load().catch(() => undefined)));
  const drawn: Ink[] = [];
  for (const order of orders)
    drawn.push(order.kind === 'text' ? drawText(order, context) : await drawPicture(order, context));
  document.body.replaceChildren();
  return drawn;

  function drawText(order: TextOrder, context: CanvasRenderingContext2D): Ink {
    const { language, direction, families, weight, width } = order;
    document.documentElement.lang = language;
    const box = document.createElement('div');
    box.dir = direction;
    box.textContent = order.text;
    box.style.cssText = `position:absolute;top:0;left:0;width:${width}px;text-wrap:balance;word-break:auto-phrase`;
    box.style.fontFamily = families;
    box.style.fontWeight = String(weight);
    document.body.replaceChildren(box, canvas);
    let size = 0;
    let height = 0;
    for (size of order.sizes) {
      height = Math.round(size * 1.2);
      box.style.fontSize = `${size}px`;
      box.style.lineHeight = `${height}px`;
      // A smaller size rather than a break within a word.
      if (box.offsetHeight <= order.height && box.scrollWidth <= width) break;
    }
    box.style.overflowWrap = 'anywhere';
    const most = Math.max(1, Math.floor(order.height / height));
    const lines = splitLines(box, language, size);
    const shown = lines.slice(0, most);
    canvas.width = width + 2 * MARGIN;
    canvas.height = shown.length * height + 2 * MARGIN;
    setInk();
    if (lines.length > most) shown[most - 1] = shorten(shown[most - 1] ?? '', width, context);
    shown.forEach((line, at) => {
      const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText(line);
      const base = MARGIN + at * height + (height + above - below) / 2;
      context.fillText(line, direction === 'rtl' ? width + MARGIN : MARGIN, Math.round(base));
    });
    return { width: canvas.width, height: canvas.height, margin: MARGIN, runs: readShares(context) };

    /** Whatever sets the size of a canvas also sets all else to what it begins with. */
    function setInk(): void {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.fillStyle = '#000';
      context.font = `${weight} ${size}px ${families}`;
      context.direction = direction;
      context.textAlign = 'start';
      context.textBaseline = 'alphabetic';
    }
  }

  /** As the browser breaks them; what is read together is drawn together. */
  function splitLines(box: HTMLElement, language: string, size: number): string[] {
    const node = box.firstChild;
    const text = box.textContent ?? '';
    if (node === null) return [''];
    const range = document.createRange();
    const lines: string[] = [];
    let start = 0;
    let top: number | undefined;
    for (const { index, segment } of new Intl.Segmenter(language).segment(text)) {
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      const found = [...range.getClientRects()].at(-1);
      if (found === undefined) continue;
      // Fonts that stand in for others have boxes of other heights.
      const middle = (found.top + found.bottom) / 2;
      if (top !== undefined && middle > top + size * 0.6) {
        lines.push(text.slice(start, index).trim());
        start = index;
        top = middle;
      }
      top ??= middle;
    }
    return [...lines, text.slice(start).trim()];
  }

  function shorten(line: string, width: number, context: CanvasRenderingContext2D): string {
    const parts = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
    while (parts.length > 0 && context.measureText(`${parts.join('').trimEnd()}…`).width > width) parts.pop();
    return `${parts.join('').trimEnd()}…`;
  }

  function readShares(context: CanvasRenderingContext2D): string {
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const parts: string[] = [];
    let last = -1;
    let count = 0;
    for (let at = 1; at < data.length; at += 4) {
      const share = 15 - Math.round((data[at] ?? 0) / 17);
      if (share === last && count < 2047) {
        count += 1;
        continue;
      }
      if (count > 0) parts.push(String.fromCharCode(256 + last * 2048 + count));
      last = share;
      count = 1;
    }
    return `${parts.join('')}${String.fromCharCode(256 + last * 2048 + count)}`;
  }

  async function drawPicture(order: PictureOrder, context: CanvasRenderingContext2D): Promise<Ink> {
    const image = new Image();
    image.src = order.source;
    await image.decode();
    // A drawing may say nothing of its size.
    const [wide, high] = [image.naturalWidth || order.height, image.naturalHeight || order.height];
    const scale = Math.min(order.width / wide, order.height / high);
    canvas.width = Math.max(1, Math.round(wide * scale));
    canvas.height = Math.max(1, Math.round(high * scale));
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const runs: string[] = [];
    let last = '';
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const colour = [data[at], data[at + 1], data[at + 2]]
        .map((part = 0) => part.toString(16).padStart(2, '0'))
        .join('');
      if (colour !== last && count > 0) {
        runs.push(`${last}${count}`);
        count = 0;
      }
      last = colour;
      count += 1;
    }
    return {
      width: canvas.width,
      height: canvas.height,
      margin: 0,
      runs: [...runs, `${last}${count}`].join(' '),
    };
  }
}
