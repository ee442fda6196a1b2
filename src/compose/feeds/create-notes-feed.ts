import { trust } from '../../../site/html.ts';
import type { FeedEntryView, FeedView } from '../../../site/view.ts';
import type { Page } from '../../links/index.ts';
import { listReleaseNotes } from '../../load/index.ts';
import { joinPieces } from '../../markdown/index.ts';
import type { PartOfSite } from '../types.ts';
import { locateFeed, nameNotes } from './find-feed-links.ts';

/**
 * The notes of all releases of a plan that say on which day they came out.
 *
 * @param pages those of an article with release notes in one language and plan, at least one
 */
export function createNotesFeed(pages: readonly Page[], site: PartOfSite, output: string): FeedView {
  const [first] = pages;
  if (first === undefined) throw new Error(`A feed without pages: ${output}`);
  const entries = pages
    .flatMap((page) => listEntries(page, site))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return {
    language: first.language,
    title: nameNotes(first),
    href: locateFeed(site, output),
    pageHref: first.href,
    updated: entries[0]?.day ?? '',
    entries,
  };
}

function listEntries(page: Page, { corpus }: PartOfSite): readonly FeedEntryView[] {
  const { article, version, language, headings } = page;
  const depth = Math.min(...headings.map((heading) => heading.depth));
  const tops = headings.filter((heading) => heading.depth === depth);
  const sections = splitSections(joinPieces(page.body.rendering, page.body.fills), depth);
  return listReleaseNotes(article, corpus.data, version, language).flatMap(
    ({ name, title, day }): readonly FeedEntryView[] => {
      // Its own text stands before the notes, and may have headings, too.
      const at = tops.findIndex(({ text }) => text === title);
      const section = sections[at];
      if (day === undefined || section === undefined) return [];
      const href = `${page.href}#${encodeURIComponent(tops[at]?.id ?? '')}`;
      return [{ name, title, day, href, content: trust(section) }];
    },
  );
}

/** What stands below each heading of a level. */
function splitSections(markup: string, depth: number): readonly string[] {
  return markup
    .split(new RegExp(`(?=<h${depth}[\\s>])`))
    .filter((part) => part.startsWith(`<h${depth}`))
    .map((part) =>
      part
        .slice(part.indexOf(`</h${depth}>`) + `</h${depth}>`.length)
        .replace(ANCHOR, '')
        .trim(),
    );
}

/** Empty links beside headings, which only the theme shows. */
const ANCHOR = /<a class="heading-anchor"[^<>]*><\/a>/g;
