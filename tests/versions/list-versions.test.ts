import { describe, expect, it } from 'vitest';
import { createSet, findVersions, formatVersions, listVersions } from '../../src/versions/index.ts';
import { plans, versions } from './plans.ts';

const names = (found: typeof versions) => found.map(({ name }) => name);

describe('the list of versions', () => {
  it('follows the plans, releases newest first and previews after the releases of their plan', () => {
    expect(names(versions)).toEqual([
      'fpt',
      'ghes-3.10',
      'ghes-3.9',
      'ghes-3.2',
      'ghes-next',
      'ghae',
      'ghae-next',
    ]);
  });

  it('gives every version but those of the default plan a segment of its own', () => {
    expect(versions.map(({ segment }) => segment)).toEqual([
      '',
      'server@3.10',
      'server@3.9',
      'server@3.2',
      'server@next',
      'managed@latest',
      'managed@next',
    ]);
  });

  it('leaves the addresses without a segment to the newest release where the default plan has numbers', () => {
    const numbered = listVersions(plans.map((plan) => ({ ...plan, isDefault: plan.id === 'server' })));
    expect(numbered.map(({ segment }) => segment)).toEqual([
      'cloud@latest',
      '',
      'server@3.9',
      'server@3.2',
      'server@next',
      'managed@latest',
      'managed@next',
    ]);
  });

  it.each([
    ['fpt', ['fpt']],
    ['ghes-3.9', ['ghes-3.9']],
    ['ghes@3.9', ['ghes-3.9']],
    ['server@3.9', ['ghes-3.9']],
    ['ghes', ['ghes-3.10', 'ghes-3.9', 'ghes-3.2']],
    ['ghae', ['ghae']],
    ['ghae-next', ['ghae-next']],
    ['ghes-next', ['ghes-next']],
    ['ghes-3.11', ['ghes-next']],
    ['ghes-3.1', []],
    ['', []],
  ])('finds %s as the command line spells it', (name, expected) => {
    expect(names(findVersions(versions, name))).toEqual(expected);
  });

  it('prints a set in the order of the list', () => {
    expect(formatVersions(createSet([...versions].reverse().slice(0, 2)), versions)).toEqual([
      'ghae',
      'ghae-next',
    ]);
  });
});
