import { z } from 'zod';
import { createSearch, type SearchTexts } from '../text/create-search.ts';
import { readListCursor, takeStretch } from '../text/cursor.ts';
import { rememberAnswers } from '../text/remember-answers.ts';
import type { ArticleOutcome, DocsLibrary } from '../types.ts';
import { chooseTarget } from './choose.ts';
import { ANSWERED, CURSOR, defineTool, LANGUAGE, NEXT_CURSOR, VERSION } from './tool.ts';

export const searchTool = defineTool({
  name: 'search',
  title: 'Search',
  description:
    'Finds pages of one version by words, the best first, each with the best matching section. Pages of other versions are not found.',
  input: z.object({
    query: z.string().min(1).max(500).describe('Words, in the language of the pages.'),
    version: VERSION,
    language: LANGUAGE,
    limit: z.number().int().min(1).max(50).default(10),
    cursor: CURSOR,
  }),
  output: z.strictObject({
    ...ANSWERED,
    total: z.number(),
    results: z.array(
      z.strictObject({
        page: z.string().describe('What other tools call the page.'),
        title: z.string(),
        section: z.string().optional(),
        excerpt: z.string(),
        address: z.string(),
      }),
    ),
    nextCursor: NEXT_CURSOR,
  }),
  async run(library, { query, limit, cursor, ...wanted }) {
    const { version, language } = chooseTarget(library, wanted);
    const question = { tool: 'search', query, version: version.name, language };
    const stretch = readListCursor(cursor, question, library.stamp);
    const find = await findSearch(library)(JSON.stringify([language, version.name]));
    const hits = find(query);
    const { part: results, ...next } = await takeStretch(hits, stretch, limit, ({ text, show }) => {
      const { section, excerpt } = show();
      return {
        page: text.path,
        title: text.title,
        ...(section !== '' && { section }),
        excerpt,
        address: library.formatAddress({ path: text.path, version, language }),
      };
    });
    const lines = results.map(
      ({ page, title, section, excerpt, address }) =>
        `- ${title}${section === undefined ? '' : ` › ${section}`} (page: ${page || '/'})\n  ${address}\n  ${excerpt}`,
    );
    const head = `${hits.length} ${hits.length === 1 ? 'page' : 'pages'} of ${version.name} in ${language} for '${query}'.`;
    return {
      answer: { version: version.name, language, total: hits.length, results, ...next },
      text: [head, ...lines].join('\n'),
    };
  },
});

type Find = (target: string) => Promise<SearchTexts<ArticleOutcome>>;

/** An index is made once for each version and language of a state. */
const indexes = new WeakMap<DocsLibrary, Find>();

function findSearch(library: DocsLibrary): Find {
  const known = indexes.get(library);
  if (known !== undefined) return known;
  const find = rememberAnswers(async (target) => {
    const [language = '', name] = JSON.parse(target) as readonly string[];
    const outcomes = await library.listOutcomes(language, {
      version: library.versions.find((each) => each.name === name),
    });
    const isOf = ({ versions, isHidden }: ArticleOutcome) =>
      !isHidden && [...versions].some((version) => version.name === name);
    return createSearch(outcomes.filter(isOf));
  });
  indexes.set(library, find);
  return find;
}
