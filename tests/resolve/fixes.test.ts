import { expect, test } from 'vitest';
import { applyFileEdits } from '../../src/rules/fix/apply-file-edits.ts';
import { planFixes } from '../../src/rules/index.ts';
import { createSite, type SiteInput } from './create-site.ts';

const LINE = 10;

/** The body of `main` after the fixes of all that is said of it. */
function fix(main: string, more: Partial<SiteInput> = {}): string {
  const data = { 'variables.product.name': 'Lantern', 'reusables.a': 'a' };
  const findings = createSite({ data, ...more, articles: { main, other: 'B' } }).findings();
  const edits = planFixes(findings).edits.get('content/main.md') ?? [];
  const before = '\n'.repeat(LINE - 1);
  return applyFileEdits(before + main, edits).slice(before.length);
}

test('older forms are written as newer ones, all of a file, with what they say of white space', () => {
  expect(fix('{{ site.data.variables.product.name }} {{- site.data.reusables.a -}} b')).toBe(
    '{% data variables.product.name %} {%- data reusables.a -%} b',
  );
  expect(fix('{% data site.data.variables.product.name %}')).toBe('{% data variables.product.name %}');
  expect(fix('{% topic_link_in_list /other %}')).toBe('{% link_in_list /other %}');
  expect(fix('a {% include tool-switcher %} b')).toBe('a  b');
});

test('a condition is rewritten where all of its branches can be', () => {
  expect(
    fix(
      '{% if currentVersion == "free-pro-team@latest" %}a{% elsif currentVersion ver_gt "enterprise-server@3.1" %}b{% else %}c{% endif %}',
    ),
  ).toBe('{% ifversion fpt %}a{% elsif ghes > 3.1 %}b{% else %}c{% endif %}');
  const mixed = '{% if currentVersion == "free-pro-team@latest" %}a{% elsif page.title == "x" %}b{% endif %}';
  expect(fix(mixed)).toBe(mixed);
  const negated = '{% unless currentVersion == "free-pro-team@latest" %}a{% endunless %}';
  expect(fix(negated)).toBe(negated);
});

test('slips with one right answer are put right', () => {
  expect(fix('{% ifversion fpt %}a{% else if ghes %}b{% endif % %}')).toBe(
    '{% ifversion fpt %}a{% elsif ghes %}b{% endif %}',
  );
  expect(fix('{% data "reusables/a.md" %}')).toBe('{% data reusables.a %}');
  expect(fix('{% ifversion fpt %}a{%- endif fpt -%}')).toBe('{% ifversion fpt %}a{%- endif -%}');
});

test('nothing is changed where an answer is a guess', () => {
  for (const text of [
    '{% data "reusables/b.md" %}',
    '{% data reusables.b %}',
    '{% ifvesion fpt %}a{% endif %}',
    '{% if a %}b{% else ghes %}c{% endif %}',
    // The condition of the one would be an error in the other.
    '{% ifversion fpt %}a{% else if currentVersion == "enterprise-server@3.1" %}b{% endif %}',
    '{% if a %}b{% else ifversion ghes > 3.1 %}c{% endif %}',
  ])
    expect(fix(text)).toBe(text);
});

test('a fix in a reusable is one of its own lines, however the text is laid out', () => {
  const findings = createSite({
    articles: { main: '- x\n\n  {% data reusables.b %}\n', other: 'B' },
    data: { 'reusables.a': 'a', 'reusables.b': 'one\n{% data site.data.reusables.a %}' },
  }).findings();
  expect(findings).toMatchObject([
    {
      place: { line: 2, column: 1 },
      end: { line: 2, column: 33 },
      fixes: [{ edits: [{ start: { line: 2, column: 1 }, end: { line: 2, column: 33 } }] }],
    },
  ]);
});

test('a diagnostic ends where its tag ends', () => {
  const [unknown] = createSite({ articles: { main: 'a {% data reusables.none %} b' } }).findings();
  expect(unknown).toMatchObject({ place: { line: LINE, column: 3 }, end: { line: LINE, column: 28 } });
});
