import { expect, it } from 'vitest';
import {
  createNames,
  createSegmentFinder,
  createSet,
  findNewestAlias,
  findSuccessor,
  findVersions,
  formatVersions,
  listVersions,
  parseVersionMap,
} from '../../src/versions/index.ts';
import { plans } from './plans.ts';

const [cloud, server] = plans;

it('a plan becomes its releases, and a preview of the one to come', () => {
  expect(
    listVersions(plans).map(({ index, id, name, release, number, isPreview, segment, title }) =>
      [index, id, name, release, number, isPreview, segment, title].join(' | '),
    ),
  ).toEqual([
    '0 | cloud@latest | fpt | latest |  | false |  | Cloud',
    '1 | server@3.10 | ghes-3.10 | 3.10 | 3.10 | false | server@3.10 | Server 3.10',
    '2 | server@3.9 | ghes-3.9 | 3.9 | 3.9 | false | server@3.9 | Server 3.9',
    '3 | server@3.2 | ghes-3.2 | 3.2 | 3.2 | false | server@3.2 | Server 3.2',
    '4 | server@next | ghes-next | next | 3.11 | true | server@next | Server 3.11 (next)',
    '5 | managed@latest | ghae | latest |  | false | managed@latest | Managed',
    '6 | managed@next | ghae-next | next |  | true | managed@next | Managed (next)',
  ]);
});

it('the names of conditions are those of plans, their previews and issues, and features', () => {
  const versions = listVersions(plans);
  const names = createNames(versions, new Map([['fast-lane', 1n]]));
  const told = [...names].map(([name, set]) => `${name}: ${formatVersions(set, versions).join(' ')}`);
  expect(told).toEqual([
    'fast-lane: fpt',
    'fpt: fpt',
    'fpt-next: ',
    'ghes: ghes-3.10 ghes-3.9 ghes-3.2 ghes-next',
    'ghes-next: ghes-next',
    'ghes-issue-7: ghes-3.10 ghes-3.9 ghes-3.2 ghes-next',
    'ghae: ghae ghae-next',
    'ghae-next: ghae-next',
  ]);
});

it('the oldest release after a retired one stands in for it', () => {
  const releases = ['3.10', '3.9', '3.2'];
  expect(findSuccessor({ releases }, '3.1')).toBe('3.2');
  expect(findSuccessor({ releases }, '3.2')).toBe('3.9');
  expect(findSuccessor({ releases }, '3.8')).toBe('3.9');
  expect(findSuccessor({ releases }, '4.0')).toBe('3.2');
  expect(findSuccessor({ releases: [] }, '3.1')).toBeUndefined();
});

it('the newest release has another name where the site file gives one', () => {
  if (cloud === undefined || server === undefined) throw new Error('There are plans.');
  expect(findNewestAlias(cloud, 'latest')).toBeUndefined();
  expect(findNewestAlias({ ...server, addresses: { version: 'v{release}' } }, '3.10')).toBeUndefined();
  expect(
    findNewestAlias({ ...server, addresses: { alias: '{short}/{plan}-{other}-{release}' } }, '3.10'),
  ).toBe('ghes/server-{other}-3.10');
});

it('of segments the longest counts, whatever their order', () => {
  const find = createSegmentFinder(['v3', 'v3/2', '', 'v'].map((segment) => ({ segment })));
  expect(['v3/2/a', 'v3/20', 'v3', 'v', 'v4', ''].map(find)).toEqual([
    'v3/2',
    'v3',
    'v3',
    'v',
    undefined,
    undefined,
  ]);
});

it('versions have short and long names', () => {
  const versions = listVersions(plans);
  const name = (text: string) => findVersions(versions, text).map((version) => version.name);
  for (const text of ['ghes-3.9', 'ghes@3.9', 'server-3.9', 'server@3.9'])
    expect(name(text)).toEqual(['ghes-3.9']);
  for (const text of ['ghes-next', 'ghes-3.11', 'server@3.11']) expect(name(text)).toEqual(['ghes-next']);
  for (const text of ['ghes', 'server']) expect(name(text)).toEqual(['ghes-3.10', 'ghes-3.9', 'ghes-3.2']);
  for (const text of ['ghae', 'managed', 'ghae-latest', 'managed@latest'])
    expect(name(text)).toEqual(['ghae']);
  for (const text of ['ghae-undefined', 'ghes-3', '3.9', '']) expect(name(text)).toEqual([]);
});

it('a map of versions names what it does not know, and the entry of a list that it stands in', () => {
  const versions = listVersions(plans);
  const features = new Map([['fast-lane', createSet(versions.slice(0, 1))]]);
  const tell = (map: Readonly<Record<string, string | readonly string[]>>) =>
    parseVersionMap(map, versions, features).problems.map(({ key, of, at, code, message, hint }) =>
      [key, of, at, code, message, hint].join(' | '),
    );
  expect(tell({ feature: ['fast-lane', 'fast-lanes', 'elsewhere'] })).toEqual([
    "feature | value | 1 | versions/unknown-feature | There is no feature 'fast-lanes'. | Did you mean 'fast-lane'?",
    "feature | value | 2 | versions/unknown-feature | There is no feature 'elsewhere'. | Add data/features/elsewhere.yml, or name a plan.",
  ]);
  expect(tell({ feature: 'fast-lanes' })).toEqual([
    "feature | value |  | versions/unknown-feature | There is no feature 'fast-lanes'. | Did you mean 'fast-lane'?",
  ]);
  const range = "Write '*', '>=3.1', '<3.2', '>3.0 <3.3', '3.2' or 'next'.";
  expect(tell({ ghes: ['3.2', '3.9'] })).toEqual([
    `ghes | value |  | versions/bad-range | '3.2, 3.9' is not a range of releases of 'ghes'. | ${range}`,
  ]);
  for (const ghes of ['issue-7b', 'an issue-7', 'nexts'])
    expect(tell({ ghes })).toEqual([
      `ghes | value |  | versions/bad-range | '${ghes}' is not a range of releases of 'ghes'. | ${range}`,
    ]);
  expect(tell({ elsewhere: '*', features: '*' })).toEqual([
    "elsewhere | key |  | versions/unknown-plan | There is no plan 'elsewhere'; the entry is left out. | The plans are fpt, ghes, ghae.",
    "features | key |  | versions/unknown-plan | There is no plan 'features'; the entry is left out. | Did you mean 'feature'?",
  ]);
  expect(parseVersionMap({ ghes: ' * ' }, versions, features)).toEqual({ versions: 0b11110n, problems: [] });
  expect(parseVersionMap({ ghes: 'issue-17' }, versions, features)).toEqual({ versions: 0n, problems: [] });
});
