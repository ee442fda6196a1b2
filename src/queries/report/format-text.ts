import type { DistinctChange, PageReference } from '../difference/types.ts';
import {
  type ArticleMove,
  type ChangeGroup,
  count,
  describeDifference,
  formatPath,
  groupByArticle,
  groupChanges,
  groupMoves,
  listFacts,
  listVersionNames,
} from './figures.ts';
import { type Consequence, countConsequences, listConsequences } from './list-consequences.ts';
import type { DifferenceReport } from './types.ts';

/** Articles named of one change, or of one list; the rest is counted. */
const MAX_ARTICLES = 10;
/** Problems and lost addresses named; the rest is counted. */
const MAX_LINES = 20;

/** What stands around words, for a terminal with colours. */
export interface DiffPaint {
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  readonly faint: (text: string) => string;
}

const PLAIN: DiffPaint = { removed: (text) => text, added: (text) => text, faint: (text) => text };

/** A report for a terminal. */
export function formatDifference(report: DifferenceReport, paint: DiffPaint = PLAIN): string {
  const { difference, subject, notes } = report;
  const { added, removed, moved, titles } = difference;
  const sections = [
    [
      ...notes,
      describeDifference(difference, subject),
      ...listFacts(difference),
      ...countConsequences(report),
    ],
    ...listConsequences(report).map(formatConsequence),
    ...groupChanges(difference.changes).map((group) => formatGroup(group, paint)),
    ...(titles.length > 0
      ? [
          [
            'Titles:',
            ...titles.map(({ page, before, shownOn }) =>
              clean(
                `  ${nameOne(page)}: '${before}' is '${page.title}' now, and is shown on ${count(shownOn, 'other page')}`,
              ),
            ),
          ],
        ]
      : []),
    ...(moved.length > 0
      ? [['Moved:', ...groupMoves(moved).map((move) => clean(`  ${describeMove(move)}`))]]
      : []),
    ...formatList('Added:', added),
    ...formatList('Removed:', removed),
  ];
  return sections.map((lines) => lines.join('\n')).join('\n\n');
}

function formatConsequence({ title, lines }: Consequence): readonly string[] {
  const more = lines.length - MAX_LINES;
  return [
    `${title}:`,
    ...lines.slice(0, MAX_LINES).flatMap(({ words, told }) => [`  ${clean(words)}`, `    ${clean(told)}`]),
    ...(more > 0 ? [`  … and ${more} more; --format json names all`] : []),
  ];
}

function formatGroup({ pages, changes }: ChangeGroup, paint: DiffPaint): readonly string[] {
  return [
    `${count(pages.length, 'page')}:`,
    ...listArticles(pages),
    ...changes.flatMap((change) => [
      paint.faint(`  @@ ${clean(nameBlock(change))} @@`),
      ...change.lines.map(({ kind, text }) =>
        kind === 'added' ? paint.added(`  + ${clean(text)}`) : paint.removed(`  - ${clean(text)}`),
      ),
      ...(change.lines.length === 0 ? [`  ${describeWordless(change)}`] : []),
    ]),
  ];
}

/** The place of a change on its pages. */
export function nameBlock({ field, section }: DistinctChange): string {
  if (section !== '') return section;
  return field === 'body' ? 'at the beginning' : field;
}

/** What is said of a block without words. */
export function describeWordless({ kind }: DistinctChange): string {
  return `A block without words was ${kind}.`;
}

function formatList(title: string, pages: readonly PageReference[]): readonly (readonly string[])[] {
  return pages.length === 0 ? [] : [[title, ...listArticles(pages)]];
}

function listArticles(pages: readonly PageReference[]): readonly string[] {
  const articles = groupByArticle(pages);
  const lines = articles
    .slice(0, MAX_ARTICLES)
    .map((article) =>
      clean(`  ${article.language} ${formatPath(article)} (${listVersionNames(article.pages)})`),
    );
  const more = articles.length - MAX_ARTICLES;
  return more > 0 ? [...lines, `  … and ${count(more, 'more article')}; --format json names all`] : lines;
}

function describeMove({ from, to, pages }: ArticleMove): string {
  return `${to.language} ${formatPath(from)} to ${formatPath(to)} (${listVersionNames(pages)})`;
}

function nameOne({ language, version, ...page }: PageReference): string {
  return `${language} ${formatPath(page)} (${version})`;
}

/** Text of pages can hold characters that a terminal obeys, or that turn the direction of what follows. */
export function clean(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
}
