import type { Alternate } from '../../src/navigation/index.ts';
import { type Html, html } from '../html.ts';
import type { PageView, ReleaseView } from '../view.ts';
import { formatWords } from '../words.ts';
import { placeDay } from './dates.ts';

/**
 * Says that the release is not out yet, is not the newest, is an archive, or when its support ends, and leads to the newest one and to
 * what this one changed.
 */
export function renderReleaseNote(view: PageView): Html | undefined {
  const { release } = view;
  const arrival = renderArrival(view);
  if (release === undefined) return arrival;
  const { newest, changesHref } = release;
  const { title } = view.page.version;
  return html`${arrival}<aside class="release-note ${release.kind}" aria-label="${view.words.version}"><p>${renderSentence(release, view)}${
    newest && html` <a href="${newest.page.href}">${formatLink(newest, view)}</a>`
  }${
    changesHref !== undefined &&
    html`</p>
<p><a href="${changesHref}">${formatWords(view.words.changesOfRelease, { version: title })}</a>`
  }</p></aside>
`;
}

function renderSentence(release: ReleaseView, { words, page }: PageView): Html {
  const version = page.version.title;
  if (release.kind !== 'ending') {
    const sentences = { old: words.oldRelease, frozen: words.frozenRelease, preview: words.preview };
    return html`${formatWords(sentences[release.kind], { version })}`;
  }
  const place = (sentence: string) => placeDay(sentence, { version }, release.date, page.language);
  // The script that runs before anything is drawn picks one, so nothing moves.
  return html`<span class="ends">${place(words.supportEnds)}</span><span class="ended" hidden>${place(words.supportEnded)}</span>`;
}

/** Where the newest release lacks the page, the reader is told where they land. */
function formatLink({ label, page, isSameArticle }: Alternate, { words }: PageView): string {
  const names = { version: label, title: page.shortTitle };
  return formatWords(isSameArticle ? words.newestRelease : words.newestReleaseLacks, names);
}

/**
 * For readers who wanted a release that is no longer documented, whom the script knows by where they come from. All others
 * never see it.
 */
function renderArrival({ retired, words, page }: PageView): Html | undefined {
  const [newest, ...earlier] = retired;
  if (newest === undefined) return undefined;
  const { plan, title: current } = page.version;
  const sentence = earlier.length > 0 ? words.retiredEarlierHere : words.retiredHere;
  const one = formatWords(words.retiredHere, { version: `${plan.name} {release}`, current });
  return html`<p class="release-note" role="status" hidden data-plan="${plan.id}" data-retired="${retired.join(' ')}" data-sentence="${one}">${formatWords(sentence, { version: `${plan.name} ${newest}`, current })}</p>
`;
}
