import { type Html, html } from '../html.ts';
import type { ChangeEntryView, PageView } from '../view.ts';
import { formatWords, type Words } from '../words.ts';
import { renderLang, sourceLanguageOf } from './text.ts';

/** Articles that a release changed, each with what became of it. */
export function renderChangeList(entries: readonly ChangeEntryView[], view: PageView): Html {
  return html`<ul class="change-list">
${entries.map((entry) => renderChangeEntry(entry, view))}</ul>
`;
}

const LABELS = {
  added: 'newPage',
  removed: 'removed',
  changed: 'changed',
  moved: 'movedPage',
} as const satisfies Record<ChangeEntryView['kind'], keyof Words>;

/** One of them: what became of it, its title, and the former one. */
export function renderChangeEntry(
  { kind, page, href, formerTitle }: ChangeEntryView,
  { words, site }: PageView,
): Html {
  const lang = renderLang(sourceLanguageOf(page, 'title', site), site);
  const former = formerTitle === undefined ? '' : formatWords(words.formerTitle, { title: formerTitle });
  return html`<li class="is-${kind}"><span>${words[LABELS[kind]]}</span> <a href="${href}"${lang}>${page.title}</a>${former && html` <small>${former}</small>`}</li>\n`;
}
