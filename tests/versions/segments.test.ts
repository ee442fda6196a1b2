import { expect, test } from 'vitest';
import type { Plan, PlanAddresses } from '../../src/config/index.ts';
import { createSegmentFinder, listVersions } from '../../src/versions/index.ts';
import { fc } from '../property.ts';

function listSegments(addresses: PlanAddresses, others: Partial<Plan> = {}): readonly string[] {
  const plan: Plan = {
    ...{ id: 'dock-server', short: 'dock', name: 'Dock', isDefault: false, releases: ['3.2', '3.1'] },
    ...{ next: '3.3', deprecated: [], issues: [], addresses },
    ...others,
  };
  return listVersions([plan]).map(({ segment }) => segment);
}

test('the site file chooses what addresses have in the place of a version', () => {
  expect(listSegments({})).toEqual(['dock-server@3.2', 'dock-server@3.1', 'dock-server@next']);
  expect(listSegments({ version: 'v{release}' })).toEqual(['v3.2', 'v3.1', 'vnext']);
  expect(listSegments({ version: '{short}/{release}', newest: 'latest' })).toEqual([
    'latest',
    'dock/3.1',
    'dock/next',
  ]);
  expect(listSegments({ version: 'v{release}', alias: 'latest' }, { isDefault: true })).toEqual([
    '',
    'v3.1',
    'vnext',
  ]);
  expect(listSegments({ version: 'v{release}', newest: 'latest' }, { isDefault: true })[0]).toBe('latest');
});

test('an address begins with the longest segment that fits whole', () => {
  const part = fc.constantFrom('a', 'b', 'ab', 'a.1', 'a@1');
  const path = fc.array(part, { maxLength: 4 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.array(path), path, (segments, address) => {
      const parts = address.split('/');
      const begins = parts.map((_, at) => parts.slice(0, at + 1).join('/')).filter((begin) => begin !== '');
      const expected = begins.filter((begin) => segments.includes(begin)).at(-1);
      expect(createSegmentFinder(segments.map((segment) => ({ segment })))(address)).toBe(expected);
    }),
  );
});
