import type { Track } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView } from '../view.ts';
import { renderLang, titleLanguage } from './text.ts';

/** The learning tracks that a page presents: their guides in order, the featured one first. */
export function renderTracks(view: PageView): Html | undefined {
  const { words, landing, page } = view;
  if (landing.tracks.length === 0) return undefined;
  const featured = landing.tracks.filter(({ isFeatured }) => isFeatured);
  const others = landing.tracks.filter(({ isFeatured }) => !isFeatured);
  return html`<section class="tracks">
<h2>${page.labels.journeyArticlesHeading || words.learningTracks}</h2>
${[...featured, ...others].map((track) => renderTrack(track, view))}</section>
`;
}

function renderTrack(track: Track, { site, words }: PageView): Html {
  const { id, title, description, timeCommitment, guides, isFeatured } = track;
  const [first] = guides;
  return html`<section class="track${isFeatured && ' is-featured'}" id="track-${id}">
<h3>${title}</h3>
${timeCommitment !== '' && html`<p class="labels"><span>${timeCommitment}</span></p>\n`}${description !== '' && html`<p>${description}</p>\n`}<ol>
${guides.map(({ page }) => html`<li><a href="${page.href}"${renderLang(titleLanguage(page, site), site)}>${page.title}</a></li>\n`)}</ol>
${first && html`<p class="buttons"><a href="${first.page.href}">${words.startTrack}</a></p>\n`}</section>
`;
}
