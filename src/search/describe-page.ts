import type { SiteConfig } from '../config/index.ts';
import type { FilledText, Page } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import { joinPieces, type Rendering } from '../markdown/index.ts';
import type { Navigation } from '../navigation/index.ts';
import { splitSections } from './split-sections.ts';
import type { SearchRecord, SearchSection } from './types.ts';

/** Describes pages as records of the index: title, trail, intro and body, without the furniture around them. */
export function createPageDescriber(
  config: Pick<SiteConfig, 'basePath'>,
  navigation: Pick<Navigation, 'findTrail'>,
): (page: Page) => SearchRecord {
  let [split, path] = [createSplitter(), ''];
  return (page) => {
    // Articles share no texts, and those of a whole site are many.
    if (page.article.path !== path) [split, path] = [createSplitter(), page.article.path];
    const [start, ...sections] = split(page.body);
    const intro = page.intro === undefined ? [] : split(page.intro);
    const texts = [...intro.map(({ text }) => text), start?.text ?? ''];
    const base = createPermalink(config, page.language, page.version, '').href;
    return {
      address: page.href.startsWith(base) ? page.href.slice(base.length) : page.href,
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
  };
}

/** Versions share most texts, and differ in addresses of links that nobody searches: those are cut into sections once. */
function createSplitter(): (text: FilledText) => readonly SearchSection[] {
  const known = new WeakMap<Rendering, Map<string, readonly SearchSection[]>>();
  return ({ rendering, fills }) => {
    const own = known.get(rendering) ?? new Map<string, readonly SearchSection[]>();
    known.set(rendering, own);
    const key = JSON.stringify(fills.filter((_, at) => isRead(rendering, at)));
    const sections = own.get(key) ?? splitSections(joinPieces(rendering, fills));
    own.set(key, sections);
    return sections;
  };
}

/** Whether a slot holds words or ids: the others are values of attributes. */
function isRead({ slots }: Rendering, at: number): boolean {
  const kind = slots[at]?.kind;
  return kind !== 'link' && kind !== 'image' && kind !== 'size';
}
