import { compareWords } from './compare-words.ts';
import { formatCount, listPhrases, nameKinds } from './figures.ts';
import type { PageRendering, ViewComparison, VisualChange, VisualComparison } from './types.ts';

/** Well below what a comment on a pull request may hold, in bytes. */
const MAX_BYTES = 32 * 1024;
/** Blocks shown of one rendering. */
const MAX_BLOCKS = 6;
const MAX_PATHS = 10;
const MAX_WORDS = 240;

/** The comparison as Markdown for a pull request. Text of pages stands in code only, so it can mention or link nobody. */
export function formatVisualSummary(comparison: VisualComparison): string {
  const { renderings, added, removed, skipped } = comparison;
  const sections = [
    ...renderings.map(formatRendering),
    ...formatPaths('Added pages', added),
    ...formatPaths('Removed pages', removed),
    ...formatPaths('Not looked at', skipped),
  ];
  const [first = '', ...rest] = listPhrases(comparison);
  const opening = `## Visual differences\n\n**${first}**${rest.map((each) => ` · ${each}`).join('')}\n`;
  return cut(opening, sections);
}

function cut(opening: string, sections: readonly string[]): string {
  const room = MAX_BYTES - 200;
  let text = opening;
  for (const [index, section] of sections.entries()) {
    if (Buffer.byteLength(text) + Buffer.byteLength(section) > room) {
      const left = sections.length - index;
      return `${text}\n… and ${left} more; the report holds everything.\n`;
    }
    text += `\n${section}`;
  }
  return text;
}

function formatRendering(rendering: PageRendering): string {
  const { page, pages, comparisons } = rendering;
  const [first] = comparisons;
  const changes = first?.changes ?? [];
  const words = changes.filter(({ kind }) => kind !== 'look');
  const lines = words.slice(0, MAX_BLOCKS).map((change) => formatWords(change, first?.head.language ?? ''));
  const more = words.length > MAX_BLOCKS ? [`… and ${words.length - MAX_BLOCKS} more blocks`] : [];
  return [
    `### ${code(first?.head.title ?? page)}`,
    '',
    `${nameKinds(rendering)} on ${formatCount(pages.length, 'page')}: ${listPaths(pages)}`,
    '',
    ...(lines.length > 0 ? [fence([...lines, ...more].join('\n')), ''] : []),
    ...formatLooks(comparisons),
  ].join('\n');
}

/** Long stretches that stayed are shortened. */
function formatWords(change: VisualChange, language: string): string {
  if (change.kind === 'added') return `+ ${shorten(change.head.words)}`;
  if (change.kind === 'removed') return `- ${shorten(change.base.words)}`;
  const runs = compareWords(change.base.words, change.head.words, language).map(({ kind, text }) =>
    kind === 'same' && text.length > 60
      ? { kind, text: `${text.slice(0, 25)} … ${text.slice(-25)}` }
      : { kind, text },
  );
  const side = (other: string) =>
    shorten(runs.flatMap(({ kind, text }) => (kind === other ? [] : [text])).join(''));
  return `- ${side('added')}\n+ ${side('removed')}`;
}

function formatLooks(comparisons: readonly ViewComparison[]): readonly string[] {
  const lines = comparisons.flatMap(({ view, changes }) => {
    const blocks = changes.flatMap((change) =>
      change.kind === 'look' ? [`${change.head.region} › ${change.head.name}`] : [],
    );
    const names = [...new Set(blocks)];
    if (names.length === 0) return [];
    const more = names.length > MAX_BLOCKS ? ` and ${names.length - MAX_BLOCKS} more kinds` : '';
    const shown = names.slice(0, MAX_BLOCKS).map(code).join(', ');
    return [`- ${view.width} px, ${view.scheme}: ${formatCount(blocks.length, 'block')} (${shown}${more})`];
  });
  return lines.length > 0 ? ['Look:', '', ...lines, ''] : [];
}

function formatPaths(title: string, paths: readonly string[]): readonly string[] {
  return paths.length === 0 ? [] : [`### ${title}\n\n${listPaths(paths)}\n`];
}

function listPaths(paths: readonly string[]): string {
  const more = paths.length > MAX_PATHS ? ` and ${paths.length - MAX_PATHS} more` : '';
  return `${paths.slice(0, MAX_PATHS).map(code).join(', ')}${more}`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MAX_WORDS ? `${line.slice(0, MAX_WORDS)} …` : line;
}

function code(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ').trim()}\``;
}

function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}diff\n${text}\n${marks}`;
}
