import { z } from 'zod';
import { formatPlace } from '../../diagnostics/index.ts';
import { UsageError } from '../../usage-error.ts';
import { readListCursor, takeStretch } from '../text/cursor.ts';
import { splitMarkdownSections, toPlain } from '../text/split-markdown-sections.ts';
import type { ArticleOutcome, DocsLibrary, LibraryVersion, PageName } from '../types.ts';
import { chooseArticle, chooseTarget } from './choose.ts';
import { listSince } from './list-since.ts';
import { ANSWERED, CURSOR, defineTool, LANGUAGE, NEXT_CURSOR, PAGE, VERSION } from './tool.ts';

const SINCE = z.strictObject({
  plan: z.string(),
  version: z.string(),
  isOldest: z.boolean().describe('Whether older releases are not documented here, so that it may be older.'),
});
const CONDITION = z.strictObject({ tag: z.string(), place: z.string(), ranges: z.string() });

export const isAvailableTool = defineTool({
  name: 'is_available',
  title: 'Where something is available',
  description:
    'Says in which versions a page, a section or a phrase exists, since which release, and behind which condition of the sources. Without a page, it searches all pages.',
  input: z.object({
    page: PAGE.optional(),
    section: z.string().optional().describe('A heading.'),
    phrase: z
      .string()
      .min(2)
      .max(300)
      .optional()
      .describe('Words as they appear on pages; case does not matter.'),
    version: VERSION,
    language: LANGUAGE,
    cursor: CURSOR,
  }),
  output: z.strictObject({
    ...ANSWERED,
    available: z.boolean().describe('Whether it is there in that version.'),
    versions: z.array(z.string()),
    ranges: z.string().describe('The same in words.'),
    since: z.array(SINCE),
    total: z.number().describe('How many pages have it.'),
    places: z.array(
      z.strictObject({
        page: z.string(),
        title: z.string(),
        address: z.string(),
        versions: z.array(z.string()),
        ranges: z.string(),
        conditions: z.array(CONDITION),
      }),
    ),
    nextCursor: NEXT_CURSOR,
  }),
  async run(library, { page, cursor, ...asked }) {
    const { section, phrase, ...wanted } = {
      ...asked,
      section: asWords(asked.section),
      phrase: asWords(asked.phrase),
    };
    if (page === undefined && section === undefined && phrase === undefined)
      throw new UsageError('Name a page, a section or a phrase.');
    const name = page === undefined ? undefined : await chooseArticle(library, page, wanted);
    const { version, language } = name ?? chooseTarget(library, wanted);
    const question = {
      tool: 'is_available',
      path: name?.path,
      section,
      phrase,
      version: version.name,
      language,
    };
    const stretch = readListCursor(cursor, question, library.stamp);
    const found = mergeOutcomes(await library.listOutcomes(language, { path: name?.path }), section, phrase);
    const all = new Set(found.flatMap(({ versions }) => [...versions]));
    const versions = library.versions.filter((each) => all.has(each));
    const { part: places, ...next } = await takeStretch(found, stretch, 10, (each) =>
      describePlace(library, each, language, phrase ?? section),
    );
    const ranges = library.formatRanges(all);
    const since = listSince(library.versions, all);
    return {
      answer: {
        version: version.name,
        language,
        available: all.has(version),
        versions: versions.map((each) => each.name),
        ranges,
        since,
        total: found.length,
        places,
        ...next,
      },
      text: [
        `${all.has(version) ? 'Available' : 'Not available'} in ${version.name}. Available in: ${ranges}.`,
        ...(phrase !== undefined && found.length === 0
          ? [
              'No page has the phrase in exactly these words; a page may say the same in other words. The tool search finds pages by words.',
            ]
          : []),
        ...since.filter(({ isOldest }) => !isOldest).map((each) => `${each.plan}: since ${each.version}.`),
        ...places.map(({ page: path, title, ranges: own, conditions }) =>
          [
            `- ${title} (page: ${path || '/'}): ${own}`,
            ...conditions.map((each) => `  ${each.tag} (${each.place}): ${each.ranges}`),
          ].join('\n'),
        ),
      ].join('\n'),
    };
  },
});

interface FoundArticle extends Pick<ArticleOutcome, 'path' | 'title'> {
  readonly versions: Set<LibraryVersion>;
  /** In the words of the page. */
  readonly words: string;
}

/** By article, the versions whose text has what is asked for. */
function mergeOutcomes(
  outcomes: readonly ArticleOutcome[],
  section: string | undefined,
  phrase: string | undefined,
): readonly FoundArticle[] {
  const found = new Map<string, FoundArticle>();
  const has = createTest(section, phrase);
  for (const { path, title, markdown, versions } of outcomes) {
    const words = has(markdown);
    if (words === undefined) continue;
    const known = found.get(path) ?? { path, title, versions: new Set(), words };
    found.set(path, known);
    for (const version of versions) known.versions.add(version);
  }
  return [...found.values()];
}

function createTest(
  section: string | undefined,
  phrase: string | undefined,
): (text: string) => string | undefined {
  const [heading, words] = [section, phrase].map((text) => text && foldWords(text));
  return (markdown) => {
    // Most texts do not have it, and are not worth being taken apart.
    if (heading === undefined)
      return words === undefined || foldWords(toPlain(markdown)).includes(words) ? (phrase ?? '') : undefined;
    const sections = splitMarkdownSections(markdown).filter(({ title }) => foldWords(title) === heading);
    const [own] = sections.filter(
      ({ start, end }) =>
        words === undefined || foldWords(toPlain(markdown.slice(start, end))).includes(words),
    );
    return own?.title;
  };
}

/** Undefined for blanks, which every page has. */
function asWords(text: string | undefined): string | undefined {
  return text?.trim() ? text : undefined;
}

function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

async function describePlace(
  library: DocsLibrary,
  { path, title, versions, words }: FoundArticle,
  language: string,
  asked: string | undefined,
) {
  const [version] = library.versions.filter((each) => versions.has(each));
  const page = version && { path, version, language };
  const names = library.versions.filter((each) => versions.has(each)).map((each) => each.name);
  return {
    page: path,
    title,
    address: page === undefined ? '' : library.formatAddress(page),
    versions: names,
    ranges: library.formatRanges(versions),
    conditions:
      page === undefined || asked === undefined ? [] : await listConditions(library, page, words, names),
  };
}

/** The tags that keep words to their versions: those that hold wherever the words are, and not wherever the page is. */
async function listConditions(library: DocsLibrary, page: PageName, words: string, found: readonly string[]) {
  // Words over several blocks have no one place.
  const around = (await library.sources?.listConditions(page, words).catch(() => [])) ?? [];
  const article = [...(library.articles.get(page.path) ?? [])].map(({ name }) => name);
  const holds = (names: readonly string[], { versions }: (typeof around)[number]) =>
    names.every((name) => versions.includes(name));
  const narrowing = around.filter((each) => !holds(article, each));
  const outer = narrowing.filter((each) => holds(found, each));
  // Words that stand in several branches have no condition of their own.
  const inner = narrowing.filter(({ versions }) => versions.every((name) => found.includes(name)));
  const told = (outer.length > 0 ? outer : inner).map(({ tag, place, ranges }) => ({
    tag,
    place: formatPlace(place),
    ranges,
  }));
  return told.filter((each, at) => told.findIndex(({ place }) => place === each.place) === at);
}
