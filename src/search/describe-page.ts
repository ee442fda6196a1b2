import type { FilledText, Page } from '../links/index.ts';
import { joinPieces } from '../markdown/index.ts';
import type { Navigation } from '../navigation/index.ts';
import { splitSections } from './split-sections.ts';
import type { SearchRecord } from './types.ts';

/** A page as a record of the index: title, trail, intro and body, without the furniture around them. */
export function describeFoundPage(page: Page, navigation: Pick<Navigation, 'findTrail'>): SearchRecord {
  const [start, ...sections] = splitSections(joinText(page.body));
  const intro = page.intro === undefined ? [] : splitSections(joinText(page.intro));
  const texts = [...intro.map(({ text }) => text), start?.text ?? ''];
  return {
    href: page.href,
    title: page.title,
    trail: navigation
      .findTrail(page)
      .slice(1, -1)
      .map(({ shortTitle }) => shortTitle),
    sections: [
      { id: '', depth: 1, title: '', text: texts.filter((text) => text !== '').join(' ') },
      ...sections,
    ],
  };
}

function joinText({ rendering, fills }: FilledText): string {
  return joinPieces(rendering, fills);
}
