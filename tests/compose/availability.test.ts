import { expect, test } from 'vitest';
import { renderAvailabilityMark } from '../../site/partials/availability-mark.ts';
import { findWords } from '../../site/words.ts';
import { findRanges } from '../../src/compose/find-ranges.ts';
import type { Plan } from '../../src/config/index.ts';
import { createSet, listVersions } from '../../src/versions/index.ts';

const common = { deprecated: [], issues: [] };
const plans: readonly Plan[] = [
  { ...common, id: 'cloud', short: 'cl', name: 'Cloud', isDefault: true, releases: [] },
  {
    ...common,
    id: 'server',
    short: 'sv',
    name: 'Server',
    isDefault: false,
    releases: ['4', '3', '2', '1'],
    next: '5',
  },
];
const versions = listVersions(plans);

/** The mark of a section that is there for some of the versions of an article, both named as on the command line. */
function describeSet(some: string, all = 'cl sv-4 sv-3 sv-2 sv-1 sv-next', language = 'en'): string {
  const pick = (names: string) => createSet(versions.filter(({ name }) => names.split(' ').includes(name)));
  const ranges = findRanges(pick(some), pick(all), versions);
  return renderAvailabilityMark(ranges, findWords(language), language).markup.replace(/<[^>]*>/g, '');
}

test.each([
  ['cl', 'Cloud', 'Cloud'],
  ['sv-4 sv-3 sv-2 sv-1', 'Server', 'Server'],
  ['sv-4', 'Server 4 and later', 'Server 4以降'],
  ['sv-4 sv-3 sv-next', 'Server 3 and later', 'Server 3以降'],
  ['sv-2 sv-1', 'Server 2 and earlier', 'Server 2以前'],
  ['sv-3', 'Server 3', 'Server 3'],
  ['sv-3 sv-2', 'Server 2 to 3', 'Server 2から3まで'],
  ['cl sv-4 sv-2', 'Cloud, Server 4 and later, Server 2', 'Cloud、Server 4以降、Server 2'],
  ['sv-next', 'Server 5 (next)', 'Server 5 (next)'],
])('a section for %s is said to be there for %s', (some, en, ja) => {
  expect(describeSet(some)).toBe(en);
  expect(describeSet(some, undefined, 'ja')).toBe(ja);
});

test('releases that the article lacks as a whole do not count', () => {
  expect(describeSet('sv-3 sv-2', 'cl sv-3 sv-2')).toBe('Server');
  expect(describeSet('sv-4 sv-2', 'sv-4 sv-2 sv-1')).toBe('Server 2 and later');
});
