import type { PageHead } from '../../src/links/index.ts';
import { type Html, html } from '../html.ts';
import type { CompareView } from '../view.ts';
import { renderChangeSteps, renderChanges } from './changed-page.ts';

/**
 * Where a reader picks two versions of an article. `compare.js` reads the article in both and marks what differs; without
 * script the pages of neighbouring releases remain.
 */
export function renderCompare({ view, href, homes }: CompareView): string {
  const { site, words, page } = view;
  const sentences = {
    text: words.compareText,
    same: words.sameInBoth,
    differs: words.changesBetween,
    lacks: words.lacksArticle,
    readIn: words.readIn,
    whoCanUse: words.whoCanUse,
    added: words.added,
    removed: words.removed,
    linkChanged: words.linkChanged,
    unchangedBlocks: words.unchangedBlocks,
    unchangedItems: words.unchangedItems,
    unchangedRows: words.unchangedRows,
    unchangedLines: words.unchangedLines,
  };
  return renderChanges(view, {
    title: words.compareVersions,
    href,
    head: html`<script src="${site.theme.compare}" type="module"></script>\n`,
    article: html`<h1><small>${words.compareVersions}</small> <span id="compare-title">${site.title}</span></h1>
<noscript><p>${words.compareWithoutScript} <a href="${page.href}">${words.toHome}</a></p></noscript>
<form class="compare" id="compare" hidden data-base="${site.basePath}" data-comparer="${site.theme.compareTexts}" data-changes="${site.theme.changes}" data-words="${JSON.stringify(sentences)}">
${renderChoice('older', words.compareOlder, homes)}${renderChoice('newer', words.compareNewer, homes)}</form>
<p id="compare-state" role="status"></p>
<p class="change-links" hidden><a></a> <a></a></p>
${renderChangeSteps(words, true)}<nav class="mini-contents" aria-label="${words.whatChanged}" hidden><details>
<summary>${words.whatChanged}</summary>
<ul></ul>
</details></nav>
<div id="compare-result"></div>
`,
    site,
    language: page.language,
  });
}

/** The script reads all that it needs to know of a version from its option. */
function renderChoice(name: string, label: string, homes: readonly PageHead[]): Html {
  return html`<label>${label} <select name="${name}">
${homes.map(
  ({ href, version }) =>
    html`<option value="${href}" data-segment="${version.segment}"${version.number !== undefined && html` data-number="${version.number}"`}${version.release !== undefined && html` data-release="${version.release}"`}>${version.title}</option>\n`,
)}</select></label>
`;
}
