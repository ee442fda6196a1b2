import type { Guide, Track, TrackStep } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { formatWords } from '../words.ts';
import { renderLang, sourceLanguageOf, titleLanguage } from './text.ts';

/** The learning tracks that a page presents: their guides in order, the featured one first. */
export function renderTracks(view: PageView): Html | undefined {
  const { words, landing } = view;
  if (landing.tracks.length === 0) return undefined;
  const featured = landing.tracks.filter(({ isFeatured }) => isFeatured);
  const others = landing.tracks.filter(({ isFeatured }) => !isFeatured);
  return html`<section class="tracks">
<h2>${words.learningTracks}</h2>
${[...featured, ...others].map((track) => renderTrack(track, view))}</section>
`;
}

function renderTrack({ id, title, description, guides, isFeatured }: Track, { site, words }: PageView): Html {
  const [first] = guides;
  return html`<section class="track${isFeatured && ' is-featured'}" id="track-${id}">
<h3>${title}</h3>
${description !== '' && html`<p>${description}</p>\n`}<ol>
${guides.map(({ page }) => html`<li><a href="${page.href}"${renderLang(titleLanguage(page, site))}>${page.title}</a></li>\n`)}</ol>
${first && html`<p class="buttons"><a href="${first.page.href}">${words.startTrack}</a></p>\n`}</section>
`;
}

/** Where the page stands in the tracks it belongs to, with the steps before and after it. */
export function renderSteps(view: PageView): Html | undefined {
  if (view.steps.length === 0) return undefined;
  return html`${view.steps.map((step) => renderStep(step, view))}`;
}

function renderStep({ track, position, previous, next }: TrackStep, { words, site }: PageView): Html {
  const count = track.guides.length;
  const place = formatWords(words.trackPosition, { position: String(position), count: String(count) });
  const note = track.guides[position - 1]?.note;
  const renderLink = ({ page }: Guide, rel: string, label: string) =>
    html`<a rel="${rel}" href="${page.href}"><small>${label}</small> <span${renderLang(sourceLanguageOf(page, 'title', site))}>${page.title}</span></a>\n`;
  return html`<nav class="track-bar" aria-label="${track.title}">
<p>${track.home === undefined ? track.title : html`<a href="${track.home.href}#track-${track.id}">${track.title}</a>`} <small>${place}</small></p>
<progress value="${position}" max="${count}" aria-hidden="true"></progress>
${note !== undefined && html`<p>${note}</p>\n`}${previous && renderLink(previous, 'prev', words.previous)}${next && renderLink(next, 'next', words.next)}</nav>
`;
}
