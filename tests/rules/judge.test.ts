import { describe, expect, it } from 'vitest';
import { checkTexts, page, tell } from './check-texts.ts';

const check = async (body: string, keys = '', request = {}) =>
  tell(await checkTexts({ 'content/index.md': page(body) }, keys, request));

const broken = (place: string, url = '/x') => `content/index.md:${place} The link '${url}' is broken.`;

describe('the site file', () => {
  it('switches rules off, and makes them errors or warnings', async () => {
    const files = { 'content/index.md': page('[a](/x)\n\n[b](#y)') };
    expect(tell(await checkTexts(files, 'rules: { links/broken: off }\n'))).toEqual([
      expect.stringContaining("'y'"),
    ]);
    const { diagnostics } = await checkTexts(files, 'rules: { broken: warning, broken-fragment: error }\n');
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['links/broken', 'warning'],
      ['links/broken-fragment', 'error'],
    ]);
  });

  it('does not keep a rule silent that is asked for by name', async () => {
    const request = { wanted: new Set(['links/broken']) };
    expect(await check('[a](/x)', 'rules: { links/broken: off }\n', request)).toEqual([broken('6:1')]);
  });
});

describe('a comment', () => {
  it('alone on its line ignores a rule in the block that follows', async () => {
    const body = '<!-- decant-ignore links/broken -->\n[a](/x)\n[b](/x)\n\n[c](/x)';
    expect(await check(body)).toEqual([broken('10:1')]);
    expect(await check(body.replace('<!--', '{% comment %}').replace('-->', '{% endcomment %}'))).toEqual([
      broken('10:1'),
    ]);
  });

  it('beside text ignores it in that line', async () => {
    expect(await check('[a](/x) <!-- decant-ignore broken -->\n[b](/x)')).toEqual([broken('7:1')]);
  });

  it('ignores it in a whole file', async () => {
    expect(
      await check('[a](/x)\n\n[b](/x)\n\n{% comment %} decant-ignore-file links/broken {% endcomment %}'),
    ).toEqual([]);
  });

  it('of YAML ignores it in the key that follows', async () => {
    const file = (line: string) => page('Tea', line, 'redirect_from:', '  - //x', '  - //y', 'intro: a');
    const told = async (line: string) =>
      tell(await checkTexts({ 'content/index.md': file(line) }), 'redirects/unsafe').length;
    expect(await told('# nothing')).toBe(2);
    expect(await told('# decant-ignore redirects/unsafe')).toBe(0);
  });

  it('is told where it ignores nothing, and can be taken out', async () => {
    const { diagnostics } = await checkTexts({
      'content/index.md': page('<!-- decant-ignore links/broken -- gone in May -->\nTea'),
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'check/unused-ignore',
        place: { line: 6 },
        fixes: [{ edits: [{ start: { line: 6, column: 1 }, end: { line: 7, column: 1 } }] }],
      },
    ]);
  });

  it('is not told where not all was looked at', async () => {
    const body = '<!-- decant-ignore links/broken -->\nTea';
    expect(await check(body, '', { isWhole: false })).toEqual([]);
    expect(await check(body, '', { wanted: new Set(['check/unused-ignore']) })).toEqual([]);
    expect(await check(body, 'rules: { links/broken: off }\n')).toEqual([]);
  });

  it('is told where no rule has its name', async () => {
    const found = await checkTexts({ 'content/index.md': page('<!-- decant-ignore links/brokn -->\nTea') });
    expect(found.diagnostics).toMatchObject([
      {
        code: 'check/unknown-rule',
        message: `There is no rule 'links/brokn'.`,
        hint: `Did you mean 'links/broken'?`,
      },
    ]);
    expect(await check('<!-- decant-ignore -->')).toEqual([
      'content/index.md:6:1 The comment names no rule to ignore.',
    ]);
  });

  it('is text in code and in raw', async () => {
    expect(await check('```html\n<!-- decant-ignore nothing -->\n```')).toEqual([]);
    expect(await check('{% raw %}{% comment %} decant-ignore nothing {% endcomment %}{% endraw %}')).toEqual(
      [],
    );
  });

  it('keeps nothing silent for which a page is left out', async () => {
    const told = await check('<!-- decant-ignore unclosed-tag -->\n{% ifversion cloud %}');
    expect(told).toEqual([
      expect.stringContaining('ignores'),
      expect.stringContaining(`The tag 'ifversion' is never closed.`),
    ]);
  });
});
