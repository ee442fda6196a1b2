import type { Area } from '../list-areas.ts';
import type { Box, Picture, ViewComparison } from '../types.ts';

/** Under which ids the two pictures of a view are stored in the report. */
export interface PictureIds {
  readonly base: string;
  readonly head: string;
}

/** Room shown around a place, in pixels. */
const ROOM = 16;

/** A picture is in the report once; cut-outs refer to it. */
export function storePicture(png: string, { width, height }: Picture, id: string): string {
  return `<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><image id="${id}" width="${width}" height="${height}" href="data:image/png;base64,${png}"/></defs></svg>`;
}

/** Cut-outs of both sides, of one size so that they can lie on each other. */
export function drawPair({ base, head }: Area, ids: PictureIds): string {
  const width = Math.max(base?.width ?? 0, head?.width ?? 0) + 2 * ROOM;
  const height = Math.max(base?.height ?? 0, head?.height ?? 0) + 2 * ROOM;
  const cutBase = base && { x: base.x - ROOM, y: base.y - ROOM, width, height };
  const cutHead = head && { x: head.x - ROOM, y: head.y - ROOM, width, height };
  const figures = [
    drawFigure('base', 'Before', cutBase, ids.base),
    drawFigure('head', 'After', cutHead, ids.head),
  ];
  const isBoth = base !== undefined && head !== undefined;
  return `<div class="pair${isBoth ? ' both' : ''}" style="--wide:${width}px">${figures.join('')}${isBoth ? SLIDER : ''}</div>`;
}

const SLIDER = '<input type="range" value="50" aria-label="How much of the page before is seen">';

function drawFigure(side: string, title: string, box: Box | undefined, id: string): string {
  if (box === undefined)
    return `<figure class="${side}"><div class="none">${title}: not there</div></figure>`;
  return `<figure class="${side}"><figcaption>${title}</figcaption>${drawCut(box, id, title)}</figure>`;
}

function drawCut({ x, y, width, height }: Box, id: string, title: string, marks = ''): string {
  return `<svg role="img" aria-label="${title}" viewBox="${x} ${y} ${width} ${height}" style="max-width:${width}px"><use href="#${id}"/>${marks}</svg>`;
}

/** Both pages from top to bottom, with a frame around each place that changed. */
export function drawWhole({ base, head }: ViewComparison, areas: readonly Area[], ids: PictureIds): string {
  const draw = (side: 'base' | 'head', title: string, picture: Picture) => {
    const marks = areas.flatMap((area) => {
      const box = area[side];
      return box === undefined ? [] : [drawMark(box)];
    });
    const page = { x: 0, y: 0, width: picture.width, height: picture.height };
    const cut = drawCut(page, ids[side], title, marks.join(''));
    return `<figure class="${side}"><figcaption>${title}</figcaption>${cut}</figure>`;
  };
  return `<div class="pair">${draw('base', 'Before', base)}${draw('head', 'After', head)}</div>`;
}

function drawMark({ x, y, width, height }: Box): string {
  return `<rect class="mark" x="${x - 3}" y="${y - 3}" width="${width + 6}" height="${height + 6}" rx="3"/>`;
}
