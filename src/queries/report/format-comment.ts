import type { PageReference } from '../difference/types.ts';
import {
  type ArticlePages,
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
import { clean, describeWordless, nameBlock } from './format-text.ts';
import { type Consequence, countConsequences, listConsequences } from './list-consequences.ts';
import type { DifferenceReport } from './types.ts';

/** Bytes. GitHub takes comments of 65,536 characters. */
const MAX_BYTES = 60 * 1024;
/** Articles named of one change, or of one list. */
const MAX_ARTICLES = 10;
/** Lines of one group of changes, and characters of one line. */
const MAX_LINES = 40;
const MAX_LINE = 500;

/** By which a workflow finds the comment that it wrote before. */
export const COMMENT_MARKER = '<!-- decant: what this edit changes -->';

/**
 * A report in Markdown, as a comment on a pull request. Texts of pages stand in code only, where they can mention nobody, link
 * to nothing, and end no fence, table or list.
 */
export function formatComment(report: DifferenceReport): string {
  const { difference, subject, notes, title } = report;
  const opening = [
    COMMENT_MARKER,
    `## ${title}`,
    `**${describeDifference(difference, subject)}**`,
    ...notes.map(escapeText),
    ...[
      [...listFacts(difference), ...countConsequences(report)].map((fact) => `- ${fact}`).join('\n'),
    ].filter((text) => text !== ''),
  ].join('\n\n');
  return cut(opening, [
    ...listConsequences(report).map(formatConsequence),
    ...groupChanges(difference.changes).map((group) => formatGroup(group, report)),
    ...formatTitles(report),
    ...formatMoves(report),
    ...formatList('Added pages', difference.added, report),
    ...formatList('Removed pages', difference.removed, { ...report, findPreview: undefined }),
    ...formatList('Only what surrounds the text', difference.around, report),
  ]);
}

function formatConsequence({ title, lines }: Consequence): string {
  const items = lines
    .slice(0, MAX_ARTICLES)
    .map(({ words, told }) => `- ${code(shorten(words))}: ${escapeText(shorten(told))}`);
  return [`### ${title}: ${lines.length}`, [...items, ...tellMore(lines.length)].join('\n')].join('\n\n');
}

/** Whole sections only: half of a fence would swallow the rest. */
function cut(opening: string, sections: readonly string[]): string {
  const room = MAX_BYTES - 200;
  let text = opening;
  let left = 0;
  for (const section of sections) {
    if (left === 0 && Buffer.byteLength(text) + Buffer.byteLength(section) + 2 <= room)
      text += `\n\n${section}`;
    else left += 1;
  }
  if (left === 0) return `${text}\n`;
  return `${text}\n\n… and ${count(left, 'more section')} that a comment has no room for. \`decant affected --format json\` names everything.\n`;
}

function formatGroup({ pages, changes }: ChangeGroup, report: DifferenceReport): string {
  const lines = changes.flatMap((change) => [
    `@@ ${shorten(nameBlock(change))} @@`,
    ...change.lines.map(({ kind, text }) => `${kind === 'added' ? '+' : '-'} ${shorten(text)}`),
    ...(change.lines.length === 0 ? [`! ${describeWordless(change)}`] : []),
  ]);
  const more = lines.length - MAX_LINES;
  const shown = more > 0 ? [...lines.slice(0, MAX_LINES), `… and ${count(more, 'more line')}`] : lines;
  return [`### ${count(pages.length, 'page')}`, listArticles(pages, report), fence(shown.join('\n'))].join(
    '\n\n',
  );
}

function formatTitles({ difference: { titles } }: DifferenceReport): readonly string[] {
  if (titles.length === 0) return [];
  const lines = titles
    .slice(0, MAX_ARTICLES)
    .map(
      ({ page, before, shownOn }) =>
        `- ${code(formatPath(page))} (${code(page.version)}): ${code(before)} → ${code(page.title)}, also on ${count(shownOn, 'other page')}`,
    );
  return [['### Titles', [...lines, ...tellMore(titles.length)].join('\n')].join('\n\n')];
}

function formatMoves({ difference: { moved } }: DifferenceReport): readonly string[] {
  if (moved.length === 0) return [];
  const moves = groupMoves(moved);
  const lines = moves
    .slice(0, MAX_ARTICLES)
    .map(
      ({ from, to, pages }) =>
        `- ${code(formatPath(from))} → ${code(formatPath(to))} (${escapeText(`${to.language}: ${listVersionNames(pages)}`)})`,
    );
  return [
    [`### Moved pages: ${moved.length}`, [...lines, ...tellMore(moves.length)].join('\n')].join('\n\n'),
  ];
}

function formatList(
  title: string,
  pages: readonly PageReference[],
  report: DifferenceReport,
): readonly string[] {
  return pages.length === 0 ? [] : [`### ${title}: ${pages.length}\n\n${listArticles(pages, report)}`];
}

function listArticles(pages: readonly PageReference[], report: DifferenceReport): string {
  const articles = groupByArticle(pages);
  const lines = articles.slice(0, MAX_ARTICLES).map((article) => `- ${describeArticle(article, report)}`);
  return [...lines, ...tellMore(articles.length)].join('\n');
}

function describeArticle(
  article: ArticlePages,
  { findPreview, findSource }: Pick<DifferenceReport, 'findPreview' | 'findSource'>,
): string {
  const [page] = article.pages;
  const links = [
    ...(findPreview && page ? [`[preview](<${escapeUrl(findPreview(page.href))}>)`] : []),
    ...(findSource ? [`[source](<${escapeUrl(findSource(article.file))}>)`] : []),
  ];
  const where = `${article.language}: ${listVersionNames(article.pages)}`;
  return [`${code(article.title)} ${code(formatPath(article))} (${escapeText(where)})`, ...links].join(' · ');
}

function tellMore(number: number): readonly string[] {
  return number > MAX_ARTICLES ? [`- … and ${number - MAX_ARTICLES} more`] : [];
}

/** On one line, at most so long. */
function shorten(text: string): string {
  const line = clean(text.replace(/\s+/g, ' '));
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE).replace(/[\ud800-\udbff]$/, '')} …` : line;
}

/** Backticks are rare in titles; without them one form of code serves all. */
function code(text: string): string {
  const words = clean(text.replace(/[`\s]+/g, ' ')).trim();
  return words === '' ? '` `' : `\`${words}\``;
}

function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}diff\n${text}\n${marks}`;
}

/** Own sentences with names of refs in them: nothing in them is markup, a mention or a reference. */
function escapeText(text: string): string {
  return clean(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&]/g, (sign) => `\\${sign}`)
    .replaceAll('@', '@\u200b');
}

function escapeUrl(url: string): string {
  return url.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign));
}
