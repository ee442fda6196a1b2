import type { Guide, TrackStep } from '../../src/navigation/index.ts';
import { type Html, html, trust } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';
import { renderLang, sourceLanguageOf } from './text.ts';

/** Where the page stands in the tracks it belongs to, with the steps before and after it. */
export function renderSteps(view: PageView): Html | undefined {
  if (view.steps.length === 0) return undefined;
  return html`${view.steps.map((step) => renderStep(step, view))}`;
}

function renderStep(
  { track, position, previous, next, nextTrack }: TrackStep,
  { words, site }: PageView,
): Html {
  const count = track.guides.length;
  const place = formatWords(words.trackPosition, { position: String(position), count: String(count) });
  const note = track.guides[position - 1]?.note;
  const first = nextTrack?.guides[0];
  const renderLink = ({ page }: Guide, rel: string, label: string) =>
    html`<a rel="${rel}" href="${page.href}"><small>${label}</small> <span${renderLang(sourceLanguageOf(page, 'title', site), site)}>${page.title}</span></a>\n`;
  return html`<nav class="track-bar" aria-label="${track.title}">
<p>${track.home === undefined ? track.title : html`<a href="${track.home.href}#track-${track.id}">${track.title}</a>`} <small>${place}</small></p>
<progress value="${position}" max="${count}" aria-hidden="true"></progress>
${note && html`<div class="track-note"${renderLang(note.isFallback ? site.sourceLanguage.code : undefined, site)}>${trust(note.html)}</div>\n`}${previous && renderLink(previous, 'prev', words.previous)}${next && renderLink(next, 'next', words.next)}${first && nextTrack && renderLink(first, 'next', formatWords(words.nextTrack, { title: nextTrack.title }))}</nav>
`;
}
