import { describe, expect, it } from 'vitest';
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
    `content/tea/index.md:3:11 The index page '/tea' is in versions in which it has no children.`,
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
      message: `The old address '/old/' is already listed on line 5.`,
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

describe('skipped numbers', () => {
  const check = async (...lines: readonly string[]) => {
    const files = { 'content/index.md': page(lines.join('\n')) };
    const found = await checkTexts(files, '', { wanted: new Set(['check/skipped-number']) });
    return tell(found).map((each) => each.replace(/^content\/index\.md:/, ''));
  };

  it('are told where the author has counted', async () => {
    expect(
      await check('1. One', '2. Two', '', '   ```sh', '   3. x', '   ```', '4. Four', '5. Five'),
    ).toEqual(['12:1 The step is written as 4, and readers see 3: there is no step 3 before it.']);
    expect(await check('- 一', '', '  1. 開く。', '  2. 選ぶ。', '  5. 閉じる。')).toEqual([
      '10:3 The step is written as 5, and readers see 3: there is no step 3 before it.',
    ]);
  });

  it.each([
    ['of tags between', ['1. One', '2. Two', '{% data reusables.a %}', '4. Four']],
    ['of a tag in a step', ['1. One', '2. Two{% ifversion cloud %}', '3. Three{% endif %}', '5. Five']],
    ['all are 1', ['1. One', '1. Two', '1. Three']],
    ['another list begins', ['1. One', '2. Two', '', 'Text.', '', '5. Five', '6. Six']],
    ['a list within begins', ['1. One', '2. Two', '    7. Seven', '    8. Eight', '3. Three']],
    ['it is code', ['```', '1. One', '2. Two', '4. Four', '```']],
  ])('are none where %s', async (_, lines) => {
    expect(await check(...lines)).toEqual([]);
  });
});
