import { type Html, html } from '../html.ts';
import type { VersionRange } from '../view.ts';
import { formatWords, type Words } from '../words.ts';

/** Says below a heading which versions have its section. */
export function renderAvailabilityMark(
  ranges: readonly VersionRange[],
  words: Words,
  language: string,
): Html {
  const names = ranges.map((range) => formatRange(range, words));
  const list = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' }).format(names);
  return html`<p class="availability-mark" data-furniture>${list}</p>`;
}

function formatRange({ kind, oldest, newest }: VersionRange, words: Words): string {
  switch (kind) {
    case 'plan':
      return newest.plan.name;
    case 'later':
      return formatWords(words.andLater, { version: oldest.title });
    case 'earlier':
      return formatWords(words.andEarlier, { version: newest.title });
    case 'some':
      return oldest === newest
        ? newest.title
        : formatWords(words.fromTo, { older: oldest.title, newer: newest.release });
  }
}
