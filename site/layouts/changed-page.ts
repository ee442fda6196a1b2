import { type Comparison, listSections } from '../../src/changes/index.ts';
import { type Html, html, trust } from '../html.ts';
import { renderLang, sourceLanguageOf } from '../partials/text.ts';
import { nameVariants } from '../partials/variant-pickers.ts';
import type { ChangedPageView, PageView } from '../view.ts';
import { formatWords, type Words } from '../words.ts';

/** How an article differs between two releases: its texts as one, with marks. Works without script. */
export function renderChangedPage({
  view,
  change,
  comparison,
  compareHref,
  release,
  others,
}: ChangedPageView): string {
  const { site, words, page } = view;
  const { older, newer } = change;
  const names = { older: older.version.title, newer: newer.version.title };
  return renderChanges(view, {
    title: `${words.whatChanged}: ${newer.title}`,
    href: change.href,
    head: renderChangeScript(view),
    article: html`<h1><small>${words.whatChanged}</small> <span${langOf(view, 'title')}>${trust(comparison.title.html)}</span></h1>
<p class="lead">${formatWords(words.changesBetween, names)}</p>
<p class="change-links"><a href="${older.href}">${formatWords(words.readIn, { version: names.older })}</a> <a href="${newer.href}">${formatWords(words.readIn, { version: names.newer })}</a>${
      compareHref !== undefined && html` <a href="${compareHref}">${words.compareVersions}</a>`
    }${
      release &&
      html` <a href="${release.href}">${formatWords(words.changesOfRelease, { version: names.newer })}</a>`
    }</p>
${renderChangeSteps(words)}${renderSections(view, comparison.body)}${renderField(comparison.intro, 'lead', view, 'intro')}${renderAvailability(view, comparison)}<div${langOf(view, 'body')}>${nameVariants(trust(comparison.body.html), view)}</div>
${renderOthers(
  words.otherReleases,
  others.map(({ step, href }) => ({ href, older: step.older.title, newer: step.newer.title })),
)}`,
    site,
    language: page.language,
  });
}

/** What pages about changes share: the frame of the site, not to be found by robots. */
export function renderChanges(
  view: PageView,
  parts: {
    readonly title: string;
    readonly href: string;
    readonly head?: Html | undefined;
    readonly article: Html;
    readonly site: PageView['site'];
    readonly language: string;
  },
): string {
  const { site, words } = view;
  const { templates } = site;
  return templates.document({
    site,
    language: parts.language,
    title: `${parts.title} - ${view.page.version.title} - ${site.title}`,
    shared: {
      title: `${parts.title} - ${view.page.version.title}`,
      description: site.presence.describe(parts.language) ?? '',
      language: parts.language,
      href: parts.href,
      isArticle: false,
    },
    head: html`<meta name="robots" content="noindex">\n${parts.head}`,
    body: html`<body data-copy="${words.copy}" data-copied="${words.copied}" data-wrap="${words.wrapLines}" data-enlarge="${words.enlarge}">
<a class="skip-link" href="#decant-main">${words.skipToContent}</a>
${templates.banner(view)}${templates.header(view)}
<div class="layout">
${templates.sidebar(view)}
<main id="decant-main" tabindex="-1">
${templates.breadcrumbs(view)}<article class="changes-page">
${parts.article}</article>
</main>
</div>
${templates.siteFooter(view)}<script src="${site.theme.script}" defer></script>
</body>`,
  });
}

/**
 * Buttons from change to change, for readers with script, which counts the changes.
 *
 * @param isLater whether the changes come when the reader has chosen what to compare, and the buttons with them
 */
export function renderChangeSteps(words: Words, isLater = false): Html {
  return html`<div class="change-steps" role="group" aria-label="${words.whatChanged}" data-count="${words.changeCount}" data-position="${words.changePosition}"${isLater && html` hidden`}>
<span class="change-position" aria-live="polite"></span>
${renderStep(words.previousChange, '↑', 'Up')}${renderStep(words.nextChange, '↓', 'Down')}</div>
`;
}

function renderChangeScript({ site }: PageView): Html {
  return html`<script src="${site.theme.changes}" type="module"></script>\n`;
}

function renderStep(label: string, arrow: string, key: 'Up' | 'Down'): Html {
  return html`<button type="button" aria-keyshortcuts="Alt+Arrow${key}"><span>${label}</span> <kbd aria-hidden="true"><span>Alt </span>${arrow}</kbd></button>
`;
}

/** The same between other releases, as links. */
export function renderOthers(
  label: string,
  others: readonly { readonly href: string; readonly older: string; readonly newer: string }[],
): Html | undefined {
  if (others.length === 0) return undefined;
  return html`<nav class="change-others" aria-label="${label}"><h2>${label}</h2>
<ul>
${others.map(({ href, older, newer }) => html`<li><a href="${href}">${older} → ${newer}</a></li>\n`)}</ul></nav>
`;
}

/** The headings under which something differs, each once, where there is more than one. */
function renderSections({ words }: PageView, { changes }: Comparison): Html | undefined {
  const sections = listSections(changes);
  if (sections.length === 0) return undefined;
  return html`<nav class="mini-contents" aria-label="${words.whatChanged}"><details>
<summary>${words.whatChanged}</summary>
<ul>
${sections.map(({ id, section }) => html`<li><a href="#${id}">${trust(section)}</a></li>\n`)}</ul>
</details></nav>
`;
}

/** Intro and boxes are short: they are shown where they differ only. */
function renderField(
  comparison: Comparison | undefined,
  className: string,
  view: PageView,
  field: 'intro' | 'product' | 'permissions',
): Html | undefined {
  if (!hasChanges(comparison)) return undefined;
  return html`<div class="${className}"${langOf(view, field)}>${trust(comparison.html)}</div>\n`;
}

/** Who can use the feature, where that differs. */
function renderAvailability(
  view: PageView,
  { product, permissions }: ChangedPageView['comparison'],
): Html | undefined {
  if (!hasChanges(product) && !hasChanges(permissions)) return undefined;
  return html`<aside class="availability" aria-label="${view.words.whoCanUse}">
<p class="availability-title">${view.words.whoCanUse}</p>
${renderField(permissions, 'permissions', view, 'permissions')}${renderField(product, 'product', view, 'product')}</aside>
`;
}

function hasChanges(comparison: Comparison | undefined): comparison is Comparison {
  return comparison !== undefined && comparison.changes.length > 0;
}

function langOf({ page, site }: PageView, field: Parameters<typeof sourceLanguageOf>[1]): Html | undefined {
  return renderLang(sourceLanguageOf(page, field, site), site);
}
