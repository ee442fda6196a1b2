import { describe, expect, it } from 'vitest';
import { checkTexts, page, tell } from './check-texts.ts';

const only = (rule: string) => ({ wanted: new Set([`check/${rule}`]) });
const home = (body: string) => ({ 'content/index.md': page(body) });

describe('unused reusables', () => {
  const check = async (files: Readonly<Record<string, string>>) =>
    tell(await checkTexts(files, '', only('unused-reusable')));

  it('are those that no text names', async () => {
    const files = {
      ...home('{% data reusables.tea.pour %}'),
      'data/reusables/tea/pour.md': 'Pour.',
      'data/reusables/tea/brew.md': 'Brew.',
    };
    expect(await check(files)).toEqual([`data/reusables/tea/brew.md:1:1 No text uses 'reusables.tea.brew'.`]);
  });

  it('are those that only unused ones name', async () => {
    const files = {
      ...home('Tea.'),
      'data/reusables/a.md': '{% data reusables.b %}',
      'data/reusables/b.md': 'B.',
    };
    expect(await check(files)).toEqual([
      `data/reusables/a.md:1:1 No text uses 'reusables.a'.`,
      `data/reusables/b.md:1:1 Only data/reusables/a.md uses 'reusables.b', and nothing uses that file.`,
    ]);
  });

  it('are none that stand at the end of a chain of used ones, or in a ring of them', async () => {
    const files = {
      ...home('{% data reusables.z %}'),
      'data/reusables/z.md': '{% data reusables.y %}',
      'data/reusables/y.md': '{% data reusables.x %}',
      'data/reusables/x.md': '{% data reusables.w %}',
      'data/reusables/w.md': '{% data reusables.y %}',
    };
    expect(await check(files)).toEqual([]);
  });

  it('are none that a text of another language, or an older form, names', async () => {
    const files = {
      ...home('{{ site.data.reusables.old }} {% indented_data_reference reusables.deep.er spaces=3 %}'),
      'translations/ja/content/index.md': page('{% data reusables.ja %}'),
      'data/reusables/old.md': 'Old.',
      'data/reusables/ja.md': 'J.',
      'data/reusables/deep/er.md': 'Deep.',
    };
    expect(await check(files)).toEqual([]);
  });

  it('are not told where Liquid computes names', async () => {
    const reusable = { 'data/reusables/tea/brew.md': 'Brew.', 'data/reusables/cup.md': 'Cup.' };
    const cup = `data/reusables/cup.md:1:1 No text uses 'reusables.cup'.`;
    expect(await check({ ...home('{% data {{ page.x }} %}'), ...reusable })).toEqual([]);
    expect(await check({ ...home('{% data reusables.tea.{{ x }} %}'), ...reusable })).toEqual([cup]);
    expect(await check({ ...home('{% data reusables.tea[x] %}'), ...reusable })).toEqual([cup]);
    expect(await check({ ...home('{% assign all = site.data %}'), ...reusable })).toEqual([]);
    expect(await check({ ...home('{% for r in site.data.reusables %}{% endfor %}'), ...reusable })).toEqual(
      [],
    );
  });

  it('are not those that a name only begins with', async () => {
    const files = {
      ...home('{% data reusables.tea-cold %}'),
      'data/reusables/tea.md': 'Tea.',
      'data/reusables/tea-cold.md': 'Cold.',
    };
    expect(await check(files)).toEqual([`data/reusables/tea.md:1:1 No text uses 'reusables.tea'.`]);
  });

  it('of a translation are named where the source language lacks them', async () => {
    const files = { ...home('Tea.'), 'translations/ja/data/reusables/own.md': '茶' };
    expect(await check(files)).toEqual([
      `translations/ja/data/reusables/own.md:1:1 No text uses 'reusables.own'.`,
    ]);
  });
});

describe('unused variables', () => {
  it('are keys that no text names, at their places', async () => {
    const files = {
      ...home('{% data variables.tea.name %}'),
      'data/variables/tea.yml': 'name: Tea\nold: Leaf\n',
    };
    expect(tell(await checkTexts(files, '', only('unused-variable')))).toEqual([
      `data/variables/tea.yml:2:6 No text uses 'variables.tea.old'.`,
    ]);
  });

  it('are none where a loop goes over the file', async () => {
    const files = {
      ...home('{% for v in site.data.variables.tea %}{{ v }}{% endfor %}'),
      'data/variables/tea.yml': 'name: Tea\n',
    };
    expect(tell(await checkTexts(files, '', only('unused-variable')))).toEqual([]);
  });
});

describe('unused features', () => {
  const feature = "versions:\n  cloud: '*'\n";
  const check = async (text: string, head: readonly string[] = []) =>
    tell(
      await checkTexts(
        { 'content/index.md': page(text, ...head), 'data/features/iced-tea.yml': feature },
        '',
        only('unused-feature'),
      ),
    );

  it('are those that nothing asks for', async () => {
    expect(await check('Iced tea, or iced-tea.')).toEqual([
      `data/features/iced-tea.yml:1:1 Nothing uses the feature 'iced-tea'.`,
    ]);
  });

  it('are none that a condition or frontmatter names', async () => {
    expect(await check('{% ifversion iced-tea or server > 3.1 %}Ice{% endif %}')).toEqual([]);
    expect(await check('{% if iced-tea %}Ice{% endif %}')).toEqual([]);
    const files = {
      'content/index.md': page('Tea', 'children: [/a]'),
      'content/a.md': '---\ntitle: A\nversions:\n  feature:\n    - hot-tea\n    - iced-tea\n---\nA\n',
      'data/features/iced-tea.yml': feature,
    };
    expect(tell(await checkTexts(files, '', only('unused-feature')))).toEqual([]);
  });
});

describe('unused pictures', () => {
  const check = async (body: string, ...names: readonly string[]) =>
    tell(
      await checkTexts(
        {
          ...home(body),
          ...Object.fromEntries(names.map((name) => [`assets/images/${name}`, ''])),
        },
        '',
        only('unused-image'),
      ),
    );

  it('are those that no text names', async () => {
    expect(await check('![Pot](/assets/images/pot.png)', 'pot.png', 'cup.png')).toEqual([
      `assets/images/cup.png:1:1 Nothing refers to the image 'assets/images/cup.png'.`,
    ]);
  });

  it('are none that HTML, an encoded or a relative address, or a computed one may name', async () => {
    expect(await check('<img alt="" src="/assets/images/pot.png">', 'pot.png')).toEqual([]);
    expect(await check('![Pot](/assets/images/tea%20pot.png)', 'tea pot.png')).toEqual([]);
    expect(await check('![Pot](../images/pot.png)', 'pot.png')).toEqual([]);
    expect(await check('![Pot](/assets/images/{{ currentRelease }}.png)', '3.2.png')).toEqual([]);
  });
});

describe('the fix of unused variables', () => {
  const fixed = async (text: string) => {
    const files = { ...home('{% data variables.a.kept %}'), 'data/variables/a.yml': text };
    const { diagnostics } = await checkTexts(files, '', only('unused-variable'));
    return diagnostics.map(({ fixes }) => fixes?.[0]?.edits.map(({ start, end }) => [start.line, end.line]));
  };

  it('of one line can be taken out', async () => {
    expect(await fixed('old: Kettle\n# About the pot\nkept: Teapot\n')).toEqual([[[1, 2]]]);
  });

  it.each([
    ['of several lines', 'kept: Teapot\nold: >-\n  Kettle\n  Pot\n'],
    ['that go on in the next line', 'kept: Teapot\nold: Kettle\n  and pot\n'],
    ['deep in a mapping', 'kept: Teapot\nmore:\n  old: Kettle\n'],
    ['with an anchor', 'old: &pot Kettle\nkept: Teapot\n'],
  ])('%s are left to their author', async (_, text) => {
    expect(await fixed(text)).toEqual([undefined]);
  });
});
