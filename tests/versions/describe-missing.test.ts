import { expect, test } from 'vitest';
import { describeMissingVersion } from '../../src/versions/index.ts';
import { versions } from './plans.ts';

const describeMissing = (name: string) => describeMissingVersion(versions, name);

test.each(['ghes-3.1', 'ghes@3.1', 'server@3.0'])('%s is told to be retired', (name) => {
  expect(describeMissing(name)).toMatch(/no longer documented.* There are: fpt, ghes-/);
});

test('a version that never was is told with the nearest one', () => {
  expect(describeMissing('ghes-2.1')).toMatch(/^There is no version 'ghes-2.1'. There are: fpt,/);
  expect(describeMissing('3.9')).toMatch(/Did you mean 'ghes-3\.9'\?$/);
  expect(describeMissing('fptt')).toMatch(/Did you mean 'fpt'\?$/);
  expect(describeMissing('somewhere')).toMatch(/, ghae-next\.$/);
  expect(describeMissing('ghae-3.1')).toMatch(/^There is no version 'ghae-3\.1'/);
});
