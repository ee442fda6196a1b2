import { compareWords } from '../compare-words.ts';
import { formatCount } from '../figures.ts';
import type { Area } from '../list-areas.ts';
import type { LookReason, ViewComparison, VisualChange } from '../types.ts';
import { escapeForReport } from './escape-html.ts';
import { drawPair, type PictureIds } from './pictures.ts';

const REASONS: Readonly<Record<LookReason, string>> = {
  pixels: 'drawn differently',
  size: 'another size',
  place: 'another distance',
};

const TAGS = { same: '', removed: 'del', added: 'ins' } as const;

/** One place of a page that changed: what is said there, and how it looks on both sides, where there are pictures. */
export function formatArea(area: Area, comparison: ViewComparison, ids: PictureIds | undefined): string {
  const { language } = comparison.head;
  const texts = area.changes.map((change) => formatWords(change, language)).join('');
  return `<div class="area"><div>${formatTitle(area)}</div>${texts}${ids === undefined ? '' : drawPair(area, ids)}</div>`;
}

function formatTitle({ kind, region, changes }: Area): string {
  const where = `<span class="faint">in ${escapeForReport(region)}</span>`;
  if (kind === 'look') {
    const reasons = changes.flatMap((change) => (change.kind === 'look' ? [REASONS[change.reason]] : []));
    const names = changes.flatMap((change) => (change.kind === 'look' ? [change.head.name] : []));
    const about = `${[...new Set(reasons)].join(', ')}: ${[...new Set(names)].join(', ')}`;
    return `<span class="tag look">look</span> ${escapeForReport(about)} ${where}`;
  }
  const what = { words: 'reworded', added: 'added', removed: 'removed' }[kind];
  const number = changes.length > 1 ? ` (${formatCount(changes.length, 'block')})` : '';
  return `<span class="tag words">words</span> ${what}${number} ${where}`;
}

function formatWords(change: VisualChange, language: string): string {
  if (change.kind === 'look') return '';
  const base = change.kind === 'added' ? '' : change.base.words;
  const head = change.kind === 'removed' ? '' : change.head.words;
  const runs = compareWords(base, head, language).map(({ kind, text }) => {
    const tag = TAGS[kind];
    return tag === '' ? escapeForReport(text) : `<${tag}>${escapeForReport(text)}</${tag}>`;
  });
  return `<div class="text" lang="${escapeForReport(language)}">${runs.join('')}</div>`;
}
