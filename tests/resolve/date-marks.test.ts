import { expect, test } from 'vitest';
import { fc } from '../property.ts';
import { createSite } from './create-site.ts';

function print(date: string | number, format: string): string | undefined {
  return createSite({
    articles: { main: `{{ ${JSON.stringify(date)} | date: ${JSON.stringify(format)} }}|` },
  })
    .body()
    .split('|')[0];
}

/** What Ruby prints for `Time.utc(2021, 1, 3, 17, 5, 9).strftime(FORMAT)`. */
test.each([
  ['%F', '2021-01-03'],
  ['%T', '17:05:09'],
  ['%D', '01/03/21'],
  ['%R', '17:05'],
  ['%r', '05:05:09 PM'],
  ['%v', ' 3-JAN-2021'],
  ['%x', '01/03/21'],
  ['%X', '17:05:09'],
  ['%c', 'Sun Jan  3 17:05:09 2021'],
  ['%+', 'Sun Jan  3 17:05:09 UTC 2021'],
  ['%Ec, %Ex', 'Sun Jan  3 17:05:09 2021, 01/03/21'],
  ['%G-W%V-%u, %g', '2020-W53-7, 20'],
  ['%FT%T%:z', '2021-01-03T17:05:09+00:00'],
  ['%12F', '  2021-01-03'],
  ['%012F', '002021-01-03'],
  ['%-F', '2021-01-03'],
  ['%^c', 'SUN JAN  3 17:05:09 2021'],
  ['%%F %%%F', '%F %2021-01-03'],
  ['%EF %OT %:F %Q %i', '%EF %OT %:F %Q %i'],
  ['%e. %-d. %b', ' 3. 3. Jan'],
  ['%999999999F', '%999999999F'],
])('the format %s prints as Ruby does', (format, text) => {
  expect(print('2021-01-03 17:05:09', format)).toBe(text.split('|')[0]);
});

test('weeks of %V belong to the year of their Thursday', () => {
  const days = fc.integer({ min: -25_000, max: 60_000 }).map((day) => new Date(day * 86_400_000));
  fc.assert(
    fc.property(days, (day) => {
      const thursday = new Date(day);
      thursday.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
      const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
      const week = Math.floor((thursday.getTime() - first) / 86_400_000 / 7) + 1;
      const expected = `${thursday.getUTCFullYear()} ${String(week).padStart(2, '0')} ${day.toISOString().slice(0, 10)}`;
      expect(print(day.toISOString(), '%G %V %F')).toBe(expected);
    }),
    { numRuns: 60 },
  );
});

test('what is no date stays as it is', () => {
  expect(print('some day', '%F %V')).toBe('some day');
});
