import { type Html, html } from '../../../site/html.ts';
import type { DistinctChange, PageReference } from '../difference/types.ts';
import {
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
import { markWords } from './mark-words.ts';
import type { DifferenceReport } from './types.ts';

/** A report as one page that needs no other file, runs no script, and fits light and dark schemes. Texts of pages are text in it. */
export function formatHtml(report: DifferenceReport): string {
  const { title, subject, notes, difference } = report;
  const groups = groupChanges(difference.changes);
  return `<!doctype html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${clean(title)}</title>
<style>${STYLES}</style>
</head>
<body>
<main>
<h1>${clean(title)}</h1>
<p><strong>${describeDifference(difference, subject)}</strong></p>
${notes.map((note) => html`<p>${clean(note)}</p>\n`)}${formatFacts(listFacts(difference))}${groups.map((group, at) => formatGroup(group, at + 1, report))}${formatMoves(report)}${formatList('Added pages', difference.added, report)}${formatList('Removed pages', difference.removed, { ...report, findPreview: undefined })}${formatList('Only what surrounds the text', difference.around, report)}</main>
</body>
</html>`.markup
  }\n`;
}

function formatFacts(facts: readonly string[]): Html | undefined {
  return facts.length === 0 ? undefined : html`<ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>\n`;
}

function formatGroup({ pages, changes }: ChangeGroup, number: number, report: DifferenceReport): Html {
  return html`<section aria-labelledby="g${number}">
<h2 id="g${number}">${number}. ${count(pages.length, 'page')}</h2>
${formatArticles(pages, report)}${changes.map((change) => formatChange(change, pages[0]?.language ?? 'en'))}</section>
`;
}

function formatChange(change: DistinctChange, language: string): Html {
  return html`<h3>${clean(nameBlock(change))}</h3>
<div class="change" lang="${language}">
${
  change.lines.length === 0
    ? html`<p lang="en">${describeWordless(change)}</p>`
    : markWords(change.lines, language).map(({ kind, before, words, after }) => {
        const text = html`${clean(before)}${words === '' ? '' : html`<b>${clean(words)}</b>`}${clean(after)}`;
        return kind === 'added'
          ? html`<p class="added"><span class="sign" lang="en"><span aria-hidden="true">+</span><span class="hidden">Added:</span></span> <ins>${text}</ins></p>\n`
          : html`<p class="removed"><span class="sign" lang="en"><span aria-hidden="true">−</span><span class="hidden">Removed:</span></span> <del>${text}</del></p>\n`;
      })
}</div>
`;
}

function formatMoves({ difference: { moved } }: DifferenceReport): Html | undefined {
  if (moved.length === 0) return undefined;
  return html`<section aria-labelledby="moved">
<h2 id="moved">Moved pages: ${moved.length}</h2>
<ul>${groupMoves(moved).map(({ from, to, pages }) => html`<li><code>${formatPath(from)}</code> to <code>${formatPath(to)}</code> (${to.language}: ${listVersionNames(pages, 99)})</li>\n`)}</ul>
</section>
`;
}

function formatList(
  title: string,
  pages: readonly PageReference[],
  report: DifferenceReport,
): Html | undefined {
  if (pages.length === 0) return undefined;
  const id = title.toLowerCase().replaceAll(' ', '-');
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}: ${pages.length}</h2>
${formatArticles(pages, report)}</section>
`;
}

/** Long lists are closed at first. */
function formatArticles(
  pages: readonly PageReference[],
  { findPreview, findSource }: DifferenceReport,
): Html {
  const articles = groupByArticle(pages);
  const list = html`<ul>
${articles.map(({ title, file, language, path, pages: own }) => {
  const preview = own[0] && findPreview?.(own[0].href);
  return html`<li><span lang="${language}">${clean(title)}</span> <code>${formatPath({ path })}</code> (${language}: ${listVersionNames(own, 99)})${preview && html` <a href="${preview}">preview</a>`}${findSource && html` <a href="${findSource(file)}">source</a>`}</li>\n`;
})}</ul>
`;
  if (articles.length <= MAX_OPEN) return list;
  return html`<details><summary>${count(articles.length, 'article')}</summary>\n${list}</details>\n`;
}

const MAX_OPEN = 12;

const STYLES: Html = {
  markup: `
:root { color-scheme: light dark; --line: #d0d7de; --add: #dafbe1; --del: #ffebe9; --added: #aceebb; --removed: #ffc9c4; --text: #1f2328; --page: #fff; --link: #0550ae }
@media (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --add: #12391f; --del: #4b1814; --added: #1f6f3a; --removed: #8e2b24; --text: #f0f6fc; --page: #0d1117; --link: #71b7ff }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
main { max-width: 60rem; margin: 0 auto; padding: 1rem }
a { color: var(--link) }
section { border-top: 1px solid var(--line); margin-top: 1.5rem }
h2 { font-size: 1.25rem } h3 { font-size: 1rem }
.change { border: 1px solid var(--line); border-radius: 6px; overflow: hidden }
.change p { margin: 0; padding: .25rem .75rem; white-space: pre-wrap }
.added { background: var(--add) } .removed { background: var(--del) }
ins, del { text-decoration: none }
ins b, del b { font-weight: inherit; border-radius: 3px } ins b { background: var(--added) } del b { background: var(--removed) }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
@media (forced-colors: active) { ins { text-decoration: underline } del { text-decoration: line-through } ins b, del b { font-weight: bold } }
`,
};
