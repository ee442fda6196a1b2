import { type Html, html } from '../html.ts';
import { formatWords } from '../words.ts';

/** `2021-10-01` as a day in words of the language; what is no day stays as it is. */
export function formatDay(day: string, language: string): Html | undefined {
  if (day === '') return undefined;
  return isDay(day)
    ? html`<time datetime="${day}">${spellDay(day, language)}</time>`
    : html`<small>${day}</small>`;
}

/** A sentence with a day in the place of `{date}`, which stays on one line. */
export function placeDay(
  sentence: string,
  names: Readonly<Record<string, string>>,
  day: string,
  language: string,
): Html {
  const [before = '', after = ''] = formatWords(sentence, names).split('{date}');
  return html`${before}${formatDay(day, language)}${after}`;
}

export function spellDay(day: string, language: string): string {
  if (!isDay(day)) return day;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
