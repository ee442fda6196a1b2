import type { FieldName } from '../load/index.ts';
import { createHeadingId, type Heading, type TitledWords } from '../markdown/index.ts';
import type { Version } from '../versions/index.ts';
import { escapeHtml } from './escape.ts';
import { readLinkTitle, type TitleSources } from './titles.ts';
import type { RenderedArticle } from './types.ts';

/** Headings of a field on the page of a version. Those of the rendering itself where no heading holds a title. */
export type TitleHeadings = (
  rendered: RenderedArticle,
  field: FieldName,
  version: Version,
) => readonly Heading[];

/** Puts the titles of articles into the headings whose AUTOTITLE links show them, and makes ids of what they then say. */
export function createHeadingTitler(sources: TitleSources, sourceLanguage: string): TitleHeadings {
  return ({ resolution, renderings }, field, version) => {
    const headings = renderings[field]?.headings ?? NONE;
    if (!hasTitles(headings)) return headings;
    const { article, failures } = resolution;
    const language = failures.includes(field) ? sourceLanguage : resolution.language;
    const from = { article, language, version };
    return headings.map((heading) =>
      heading.titled === undefined
        ? heading
        : fillHeading(heading, heading.titled, (url) => readLinkTitle(sources, { url }, from)),
    );
  };
}

const NONE: readonly Heading[] = [];

export function hasTitles(headings: readonly Heading[]): boolean {
  return headings.some(({ titled }) => titled !== undefined);
}

function fillHeading(heading: Heading, titled: TitledWords, readTitle: (url: string) => string): Heading {
  const titles = titled.urls.map(readTitle);
  const words = join(titled.words, titles);
  return {
    ...heading,
    id: titled.hasOwnId ? heading.id : createHeadingId(words),
    text: words.replace(/\s+/g, ' ').trim(),
    html: join(titled.html, titles.map(escapeHtml)),
  };
}

function join(pieces: readonly string[], titles: readonly string[]): string {
  return pieces.map((piece, at) => piece + (titles[at] ?? '')).join('');
}
