import { z } from 'zod';
import { formatPlace, type Place } from '../../diagnostics/index.ts';
import { type ConditionAround, explainAddress, explainSource } from '../../queries/index.ts';
import { UsageError } from '../../usage-error.ts';
import { readListCursor, takeStretch } from '../text/cursor.ts';
import { shorten } from '../text/find-cut.ts';
import type { DocsLibrary, LibrarySources } from '../types.ts';
import { choosePage, chooseTarget, type Wanted } from './choose.ts';
import { ANSWERED, CURSOR, defineTool, LANGUAGE, NEXT_CURSOR, PAGE, VERSION } from './tool.ts';

const CONDITION = z.strictObject({ tag: z.string(), place: z.string(), ranges: z.string() });

export const explainTool = defineTool({
  name: 'explain',
  title: 'Where something comes from, or appears',
  description:
    'For a page: file, line, reusables and conditions of each block. For a line of a source: the pages that show it, and their versions. Needs the sources of the site.',
  input: z.object({
    page: PAGE.optional(),
    words: z.string().min(1).optional().describe('Of a page, only the blocks that have these words.'),
    file: z.string().optional().describe('A file of content/ or data/, relative to the root of the site.'),
    line: z.number().int().min(1).optional(),
    version: VERSION,
    language: LANGUAGE,
    cursor: CURSOR,
  }),
  output: z.strictObject({
    ...ANSWERED,
    reason: z.string().optional().describe('Why a source appears nowhere.'),
    conditions: z.array(CONDITION).describe('Around the line of a source.'),
    total: z.number(),
    blocks: z.array(
      z.strictObject({
        field: z.string(),
        text: z.string(),
        origins: z.array(
          z.strictObject({
            place: z.string(),
            lastLine: z.number(),
            via: z.array(z.string()),
            ranges: z.string(),
            conditions: z.array(CONDITION),
          }),
        ),
      }),
    ),
    places: z.array(
      z.strictObject({
        page: z.string(),
        language: z.string(),
        field: z.string(),
        ranges: z.string(),
        addresses: z.array(z.string()),
        via: z.array(z.string()),
      }),
    ),
    nextCursor: NEXT_CURSOR,
  }),
  async run(library, { page, words, file, line, cursor, ...wanted }) {
    const { sources } = library;
    if (sources === undefined)
      throw new UsageError(
        'A built site does not know its sources. Start decant mcp with --root for this question.',
      );
    if ((page === undefined) === (file === undefined))
      throw new UsageError('Name a page, or a file and a line of it.');
    const stretch = readListCursor(
      cursor,
      { tool: 'explain', page, words, file, line, wanted },
      library.stamp,
    );
    if (page !== undefined) return explainBlocks(library, sources, { page, words, wanted }, stretch);
    return explainFile(library, sources, { file: file ?? '', line, wanted }, stretch);
  },
});

type ListStretch = ReturnType<typeof readListCursor>;

async function explainBlocks(
  library: DocsLibrary,
  { site }: LibrarySources,
  {
    page,
    words,
    wanted,
  }: { readonly page: string; readonly words: string | undefined; readonly wanted: Wanted },
  stretch: ListStretch,
) {
  const name = await choosePage(library, page, wanted);
  const found = await explainAddress(site, new URL(library.formatAddress(name)).pathname, words);
  const all = found.blocks.map(({ field, text, origins }) => ({
    field,
    text: shorten(text, MAX_TEXT),
    origins: origins.map(({ file, line, lastLine, via, ranges, conditions }) => ({
      place: `${file}:${line}`,
      lastLine,
      via: via.map((place) => formatPlace(place)),
      ranges,
      conditions: conditions.map(describeCondition),
    })),
  }));
  const { part: blocks, ...next } = await takeStretch(all, stretch, 60, (each) => each);
  const { version, language } = name;
  return {
    answer: {
      version: version.name,
      language,
      conditions: [],
      total: all.length,
      blocks,
      places: [],
      ...next,
    },
    text: blocks
      .map(({ text, origins }) =>
        [
          text,
          ...origins.map(
            (each) => `  ${each.place}-${each.lastLine}: ${each.ranges}${formatTags(each.conditions)}`,
          ),
        ].join('\n'),
      )
      .join('\n\n'),
  };
}

/** Of a block: its origin tells the rest. */
const MAX_TEXT = 400;

async function explainFile(
  library: DocsLibrary,
  { site }: LibrarySources,
  {
    file,
    line,
    wanted,
  }: { readonly file: string; readonly line: number | undefined; readonly wanted: Wanted },
  stretch: ListStretch,
) {
  const { version, language } = chooseTarget(library, wanted);
  const found = explainSource(site, file.replace(/^\.?\//, ''), line);
  const all = found.places
    .filter((place) => wanted.language === undefined || place.language === language)
    .filter((place) => wanted.version === undefined || place.versions.includes(version.name))
    .map(({ article, language: own, field, ranges, addresses, via }) => ({
      page: article,
      language: own,
      field,
      ranges,
      addresses: addresses.slice(0, MAX_ADDRESSES),
      via: via.map((place: Place) => formatPlace(place)),
    }));
  const { part: places, ...next } = await takeStretch(all, stretch, 60, (each) => each);
  const conditions = found.conditions.map(describeCondition);
  return {
    answer: {
      version: version.name,
      language,
      ...(found.reason !== undefined && { reason: found.reason }),
      conditions,
      total: all.length,
      blocks: [],
      places,
      ...next,
    },
    text: [
      `${file}${line === undefined ? '' : `:${line}`}${formatTags(conditions)}`,
      found.reason ?? `Shown at ${all.length} places:`,
      ...places.map((each) => `- ${each.page || '/'} (${each.language}, ${each.field}): ${each.ranges}`),
    ].join('\n'),
  };
}

const MAX_ADDRESSES = 8;

function describeCondition({ tag, place, ranges }: ConditionAround) {
  return { tag, place: formatPlace(place), ranges };
}

function formatTags(conditions: readonly { readonly tag: string }[]): string {
  return conditions.length === 0 ? '' : ` [${conditions.map(({ tag }) => tag).join(' › ')}]`;
}
