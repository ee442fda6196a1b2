import type { PageHead } from '../../links/index.ts';
import type { SeenDifference } from './find-seen.ts';
import type { SiteOutline } from './types.ts';

/** Paths of the articles whose links may show the title of one of some. */
export function listLinking(
  { fragments }: Pick<SiteOutline, 'fragments'>,
  { retitled }: Pick<SeenDifference, 'retitled'>,
): readonly string[] {
  const isTitle = (name: string) => name.endsWith('#') && retitled.has(name.slice(name.indexOf(' ') + 1, -1));
  return [...fragments].flatMap(([owner, asked]) =>
    [...asked.keys()].some(isTitle) ? [owner.slice(owner.indexOf(' ') + 1)] : [],
  );
}

/** Paths of the articles whose pages are compared with pages of some, in what a release changed. */
export function listCompared(
  { changes }: Pick<SiteOutline, 'changes'>,
  isMade: (page: PageHead) => boolean,
): readonly string[] {
  return changes.pages.flatMap(({ older, newer }) => (isMade(newer) ? [older.article.path] : []));
}
