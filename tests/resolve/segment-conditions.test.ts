import { expect, test } from 'vitest';
import { findCondition } from '../../src/resolve/index.ts';
import { createSet, formatVersions } from '../../src/versions/index.ts';
import { createSite, type SiteInput } from './create-site.ts';

/** For which versions the line with `mark` is said to be there, as each outcome of the article says it. */
function findVersionsOf(mark: string, input: SiteInput): readonly string[] {
  const { resolve, versions } = createSite(input);
  const all = createSet(versions);
  const said = resolve().value.flatMap(({ fields: { body } }) => {
    const at = body?.text.indexOf(mark) ?? -1;
    if (body === undefined || at < 0) return [];
    return [formatVersions(all & (findCondition(body, at) ?? all), versions).join(' ')];
  });
  return [...new Set(said)];
}

const inBody = (text: string): SiteInput => ({ articles: { main: text } });

test('outside of conditions every version has a text', () => {
  const text = 'X\n{% ifversion ghes %}a{% endif %}\n';
  expect(findVersionsOf('X', inBody(text))).toEqual(['fpt ghes-3.10 ghes-3.2 ghes-3.1 ghae ghae-next']);
});

test('branches are for what their condition leaves of those before', () => {
  const text = '{% ifversion fpt %}A{% elsif ghes > 3.1 or fpt %}B{% else %}C{% endif %}';
  expect(findVersionsOf('A', inBody(text))).toEqual(['fpt']);
  expect(findVersionsOf('B', inBody(text))).toEqual(['ghes-3.10 ghes-3.2']);
  expect(findVersionsOf('C', inBody(text))).toEqual(['ghes-3.1 ghae ghae-next']);
});

test('conditions in conditions hold together, and end where they end', () => {
  const text = '{% ifversion ghes %}{% ifversion ghes > 3.1 %}A{% endif %}B{% endif %}';
  expect(findVersionsOf('A', inBody(text))).toEqual(['ghes-3.10 ghes-3.2']);
  expect(findVersionsOf('B', inBody(text))).toEqual(['ghes-3.10 ghes-3.2 ghes-3.1']);
});

test('a reusable stands in the conditions of its use', () => {
  const articles = { main: '{% ifversion ghes < 3.10 %}{% data reusables.a %}{% endif %}' };
  const data = { 'reusables.a': 'A{% ifversion ghes > 3.1 %} B{% endif %}' };
  expect(findVersionsOf('A', { articles, data })).toEqual(['ghes-3.2 ghes-3.1']);
  expect(findVersionsOf('B', { articles, data })).toEqual(['ghes-3.2']);
});

test('branches with a heading in common are there for the versions of all of them', () => {
  const text = '{% ifversion fpt %}\n## Tea\nA\n{% elsif ghae %}\nB\n{% else %}\n### Tea ##\nC\n{% endif %}';
  const all = ['fpt ghes-3.10 ghes-3.2 ghes-3.1'];
  expect(findVersionsOf('A', inBody(text))).toEqual(all);
  expect(findVersionsOf('C', inBody(text))).toEqual(all);
  expect(findVersionsOf('B', inBody(text))).toEqual(['ghae ghae-next']);
});
