import { expect, it } from 'vitest';
import { CODES } from '../../src/diagnostics/index.ts';
import { RULES } from '../../src/rules/registry.ts';
import { checkTexts, page, tell } from './check-texts.ts';

it('every rule has a row in the table of codes, and every row of check alone a rule', () => {
  const rows = CODES.filter(({ onlyCheck }) => onlyCheck)
    .map(({ code }) => code)
    .filter((code) => !code.startsWith('markdown/'));
  const ofComments = ['check/unknown-rule', 'check/unused-ignore'];
  expect(RULES.map(({ code }) => code).filter((code) => !rows.includes(code))).toEqual([]);
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
  expect(
    rows.filter((code) => !ofComments.includes(code) && !RULES.some((rule) => rule.code === code)),
  ).toEqual([]);
});

it('an index page without a child in some version is told with the versions', async () => {
  const checked = await checkTexts(
    {
      'content/index.md': page('Home', 'children: [/tea]'),
      'content/tea/index.md': page('Tea', 'children: [/pour]'),
      'content/tea/pour.md': "---\ntitle: Pour\nversions: { server: '>=3.2' }\n---\nPour.\n",
    },
    '',
    { wanted: new Set(['check/empty-index']) },
  );
  expect(tell(checked, 'check/empty-index')).toEqual([
    `content/tea/index.md:3:11 The index page '/tea' is in versions in which it has no child.`,
  ]);
  expect(checked.diagnostics.find(({ code }) => code === 'check/empty-index')?.versions).toEqual([
    'cloud',
    'server-3.1',
  ]);
});

it('an old address that stands twice can be taken out', async () => {
  const { diagnostics } = await checkTexts(
    { 'content/index.md': page('Home', 'redirect_from:', '  - /old', '  - /old/') },
    '',
    { wanted: new Set(['check/repeated-redirect']) },
  );
  expect(diagnostics).toMatchObject([
    {
      message: `The old address '/old/' is listed already, in line 5.`,
      fixes: [{ edits: [{ start: { line: 6, column: 1 }, end: { line: 7, column: 1 }, text: '' }] }],
    },
  ]);
});

it('rules that need no pages make none', async () => {
  const { site, rules } = await checkTexts({ 'content/index.md': page('Home') }, '', {
    wanted: new Set(['check/unused-image']),
  });
  expect({ site, rules }).toEqual({ site: undefined, rules: 1 });
});
