import type { VersionRange } from '../../site/view.ts';
import type { SiteConfig } from '../config/index.ts';
import type { Page } from '../links/index.ts';
import { findCondition } from '../resolve/index.ts';
import { listVersions, type VersionSet } from '../versions/index.ts';
import { findRanges } from './find-ranges.ts';

/**
 * By the place of a heading among those of the body: which versions have its section, where not all of the article's do. None where
 * the site does not say so.
 */
export function listHeadingRanges(
  { article, resolution, body }: Page,
  { availability, plans }: Pick<SiteConfig, 'availability' | 'plans'>,
): ReadonlyMap<number, readonly VersionRange[]> {
  const text = availability === undefined ? undefined : resolution.fields.body;
  const found = new Map<number, readonly VersionRange[]>();
  // Release notes are sections of their releases by nature; their headings say so.
  if (text === undefined || article.layout === 'release-notes') return found;
  const versions = listVersions(plans);
  const above: { readonly depth: number; readonly set: VersionSet }[] = [];
  for (const [at, { depth, offset }] of body.rendering.headings.entries()) {
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    const set = article.versions & (findCondition(text, offset) ?? article.versions);
    if (set !== (above.at(-1)?.set ?? article.versions))
      found.set(at, findRanges(set, article.versions, versions));
    above.push({ depth, set });
  }
  return found;
}

/** HTML beside headings, by their place among all of a text. */
export interface HeadingMarks {
  readonly before: ReadonlyMap<number, string>;
  readonly behind: ReadonlyMap<number, string>;
}

/** Joins a text as `joinPieces` does, with marks beside its headings. */
export function joinWithMarks({ rendering, fills }: Page['body'], { before, behind }: HeadingMarks): string {
  let pending: string | undefined;
  return rendering.pieces
    .map((piece, at) => {
      const mark = pending;
      const isEnd = mark !== undefined && HEADING_END.test(piece);
      if (isEnd) pending = undefined;
      const marked = isEnd ? piece.replace(HEADING_END, (end) => `${end}${mark}`) : piece;
      const slot = rendering.slots[at];
      const isHeading = slot?.kind === 'id' && marked.endsWith(' id="');
      if (!isHeading) return `${marked}${fills[at] ?? ''}`;
      pending = behind.get(slot.heading);
      const above = before.get(slot.heading) ?? '';
      return `${above === '' ? marked : marked.replace(HEADING_START, (start) => `${above}${start}`)}${fills[at] ?? ''}`;
    })
    .join('');
}

const HEADING_START = /<h[1-6]\b[^<>]*$/;
const HEADING_END = /<\/h[1-6]>/;
