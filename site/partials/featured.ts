import { type Html, html } from '../html.ts';
import type { ChangeView, ColumnView, LandingView, PageView, SiteView } from '../view.ts';
import { formatWords } from '../words.ts';
import { renderDescription } from './cards.ts';
import { renderChangeList } from './change-list.ts';
import { formatDay } from './dates.ts';
import { renderLang, titleLanguage } from './text.ts';

/** Columns of chosen pages, what is new, what the release changed, and lists of chosen pages as cards. */
export function renderFeatured(view: PageView): Html | undefined {
  const { site, words, page, landing } = view;
  const { columns, videos, changes, cards, carousels } = landing;
  const sections = [
    ...columns.map((column) => renderColumn(column, site)),
    videos && renderVideos(videos),
    changes.length > 0 && renderChanges(words.whatsNew, changes, page.language, site),
    renderRelease(view),
  ].filter((section) => section !== undefined && section !== false);
  const lists = [...(cards.length > 0 ? [{ heading: words.guides, pages: cards }] : []), ...carousels];
  if (sections.length === 0 && lists.length === 0) return undefined;
  return html`${
    sections.length > 0 &&
    html`<div class="columns columns-${sections.length}">
${sections}</div>
`
  }${lists.map(
    ({ heading, pages }) =>
      html`<section class="featured">\n<h2>${heading}</h2>\n${site.templates.cards(pages, site)}</section>\n`,
  )}`;
}

function renderColumn({ heading, pages }: ColumnView, site: SiteView): Html {
  return html`<section>
<h2>${heading}</h2>
<ul>
${pages.map(
  (page) =>
    html`<li><a href="${page.href}"${renderLang(titleLanguage(page, site), site)}>${page.title}</a>${renderDescription(page, site)}</li>\n`,
)}</ul>
</section>
`;
}

/** On a home page, some of what its release changed, and the way to the rest. */
function renderRelease(view: PageView): Html | undefined {
  const { words, change } = view;
  if (change === undefined || change.entries.length === 0) return undefined;
  const label = formatWords(words.changesOfRelease, { version: change.step.newer.title });
  return html`<section>
<h2>${words.whatChanged}</h2>
${renderChangeList(change.entries, view)}<p class="change-note"><a href="${change.href}">${label}</a></p>
</section>
`;
}

function renderVideos({ heading, links }: NonNullable<LandingView['videos']>): Html {
  return html`<section>
<h2>${heading}</h2>
<ul>
${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>\n`)}</ul>
</section>
`;
}

/** Their titles are not translated. */
function renderChanges(
  heading: string,
  changes: readonly ChangeView[],
  language: string,
  site: SiteView,
): Html {
  const source = site.sourceLanguage.code;
  const lang = renderLang(language === source ? undefined : source, site);
  return html`<section class="changes">
<h2>${heading}</h2>
<ul>
${changes.map(
  ({ title, date, href }) =>
    html`<li>${href === undefined ? html`<span${lang}>${title}</span>` : html`<a href="${href}"${lang}>${title}</a>`} ${formatDay(date, language)}</li>\n`,
)}</ul>
</section>
`;
}
