import { formatCount, listPhrases, nameKinds } from '../figures.ts';
import { listAreas } from '../list-areas.ts';
import type { PageRendering, ViewComparison, VisualComparison } from '../types.ts';
import { escapeForReport } from './escape-html.ts';
import { formatArea } from './format-area.ts';
import { drawWhole, storePicture } from './pictures.ts';
import { STYLE } from './style.ts';

/** Areas shown of one view. */
const MAX_AREAS = 24;

const SCRIPT = `addEventListener('input', ({ target }) => {
  if (target.type === 'range') target.parentElement.style.setProperty('--at', target.value + '%');
});`;

/** What the two sites are called: the names that were given for them. */
export interface ReportSides {
  readonly base: string;
  readonly head: string;
}

/** The comparison as one HTML file that needs no other: pictures, styles and the script are in it. */
export function formatReport(comparison: VisualComparison, sides: ReportSides): string {
  const { renderings, added, removed, unseen, skipped } = comparison;
  const title = `${sides.base} → ${sides.head}`;
  const figures = listPhrases(comparison).map((phrase) => `<li>${escapeForReport(phrase)}</li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Visual differences: ${escapeForReport(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="top">
<h1>Visual differences</h1>
<p class="faint">From <code>${escapeForReport(sides.base)}</code> to <code>${escapeForReport(sides.head)}</code></p>
<ul class="figures">${figures.join('')}</ul>
${renderings.length > 1 ? `<ol class="list">${renderings.map(formatEntry).join('\n')}</ol>` : ''}
${formatPaths('Added pages', added)}${formatPaths('Removed pages', removed)}
${formatPaths('Pages with invisible differences', unseen)}${formatPaths('Pages not looked at', skipped)}
</header>
${renderings.length > 0 ? MODES : ''}
<main>
${renderings.map(formatRendering).join('\n')}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

const MODES = `<form class="modes"><fieldset aria-label="How to compare">
<label><input type="radio" name="mode" id="side" checked> Side by side</label>
<label><input type="radio" name="mode" id="overlay"> Overlay (black where both are the same)</label>
<label><input type="radio" name="mode" id="slider"> Slider</label>
</fieldset></form>`;

function formatEntry(rendering: PageRendering, index: number): string {
  const { page, pages, comparisons } = rendering;
  const [first] = comparisons;
  const name = escapeForReport(first?.head.title ?? page);
  const link = `<a href="#change-${index + 1}" lang="${escapeForReport(first?.head.language ?? '')}">${name}</a>`;
  return `<li>${link} <span class="faint">${nameKinds(rendering)}, ${formatCount(pages.length, 'page')}</span></li>`;
}

function formatRendering(rendering: PageRendering, index: number): string {
  const { page, pages, hasWords, hasLook, comparisons } = rendering;
  const [first] = comparisons;
  const tags = [
    hasWords ? '<span class="tag words">words changed</span>' : '',
    hasLook ? '<span class="tag look">look changed</span>' : '',
  ];
  return `<section class="rendering" id="change-${index + 1}">
<header>
<h2 lang="${escapeForReport(first?.head.language ?? '')}">${escapeForReport(first?.head.title ?? page)}</h2>
<p>${tags.join('')}<code>${escapeForReport(page)}</code></p>
${pages.length > 1 ? formatPaths('All pages that change so', pages) : ''}
</header>
${comparisons.map((each, at) => formatView(each, `${index + 1}-${at + 1}`)).join('\n')}
</section>`;
}

function formatView(comparison: ViewComparison, name: string): string {
  const { view, base, head } = comparison;
  const ids = { base: `base-${name}`, head: `head-${name}` };
  const areas = listAreas(comparison);
  const hidden = areas.length - MAX_AREAS;
  const hasPictures = base.png !== undefined && head.png !== undefined;
  const pictures = hasPictures
    ? storePicture(base.png, base, ids.base) + storePicture(head.png, head, ids.head)
    : '';
  return `<div class="view">
${pictures}
<h3>${view.width} pixels wide, ${view.scheme}</h3>
${hasPictures ? '' : '<p class="faint">Its screenshots are left out, to keep this report small.</p>'}
${areas
  .slice(0, MAX_AREAS)
  .map((area) => formatArea(area, comparison, hasPictures ? ids : undefined))
  .join('\n')}
${hidden > 0 ? `<p class="faint">… and ${formatCount(hidden, 'more place')} on this page.</p>` : ''}
${hasPictures ? `<details><summary>The whole page</summary>\n${drawWhole(comparison, areas, ids)}\n</details>` : ''}
</div>`;
}

function formatPaths(title: string, paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const rows = paths.map((path) => `<li><code>${escapeForReport(path)}</code></li>`).join('');
  return `<details><summary>${escapeForReport(title)} (${paths.length})</summary><ul>${rows}</ul></details>`;
}
