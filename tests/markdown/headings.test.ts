import { describe, expect, test } from 'vitest';
import { render } from './fill.ts';

describe('headings', () => {
  test('are collected with depth, id, text, inline HTML, offset and the block they stand in', async () => {
    const text = [
      '## The `rake` & [tools](/tools)',
      '<div class="platform-mac">\n\n### On a *Mac* ![](/a.png)\n\n</div>',
      '<div class="tool-cli">\n\n<h4>Raw</h4>\n\n</div>',
    ].join('\n\n');
    const { headings, platforms, tools } = await render(text);
    expect(headings).toEqual([
      {
        depth: 2,
        id: 'the-rake--tools',
        text: 'The rake & tools',
        html: 'The <code>rake</code> &#x26; tools',
        offset: 0,
      },
      {
        depth: 3,
        id: 'on-a-mac-',
        text: 'On a Mac',
        html: 'On a <em>Mac</em> ',
        offset: text.indexOf('###'),
        variant: 'mac',
      },
      { depth: 4, id: 'raw', text: 'Raw', html: 'Raw', offset: text.indexOf('<h4>'), variant: 'cli' },
    ]);
    expect({ platforms, tools }).toEqual({ platforms: ['mac'], tools: ['cli'] });
  });

  test.each([
    ['### A\n\n##### B\n\n### C', [2, 3, 2]],
    ['#### A\n\n### B\n\n#### C', [2, 2, 3]],
    ['# Again\n\n## A\n\n## B', [2, 2, 2]],
    ['# A\n\n## B\n\n# C', [2, 3, 2]],
    ['> ### A\n\n<h6 title="a > b">B</h6>\n\nText\n\n<h3 id="own">C</h3>', [2, 3, 2]],
  ])('of %j begin right below the title and jump no level', async (text, levels) => {
    const { headings, pieces } = await render(text);
    expect(headings.map(({ depth }) => depth)).toEqual(levels);
    const tags = [...pieces.join('').matchAll(/<h([1-6])[\s\S]*?<\/h([1-6])>/g)];
    expect(tags.map(([, start, end]) => [Number(start), Number(end)])).toEqual(
      levels.map((level) => [level, level]),
    );
  });

  test('that show titles of articles are taken apart there, and leave their words to no other', async () => {
    const own = '<h3 id="own"><a href="/hoe">AUTOTITLE</a></h3>';
    const { headings } = await render(`## On [AUTOTITLE](/rake) & \`b\`\n\n${own}\n\n## On AUTOTITLE  b`);
    const { urls, words, html } = headings[0]?.titled ?? {};
    expect({ urls, words, html }).toEqual({
      urls: ['/rake'],
      words: ['On ', ' & b'],
      html: ['On ', ' &#x26; <code>b</code>'],
    });
    expect(headings.map(({ id, titled }) => [id, titled?.hasOwnId])).toEqual([
      ['', false],
      ['own', true],
      ['on-autotitle--b', undefined],
    ]);
  });

  test('get ids that are unique on the page and free of those the page or the author uses', async () => {
    const { headings } = await render(
      '## A\n\n### A\n\n<a id="b"></a>\n\n## B\n\n## Decant main\n\n<h2 id="own">C</h2>\n\n## Own\n\n## ？',
    );
    expect(headings.map(({ id }) => id)).toEqual([
      'a',
      'a-1',
      'b-1',
      'decant-main-1',
      'own',
      'own-1',
      'section',
    ]);
  });

  test.each([
    ['## A & B', 'a--b'],
    ['## Launch 🚀 day', 'launch--day'],
    ['## For  everybody', 'for--everybody'],
    ['## <svg></svg> Settings', '-settings'],
    ['## Rake <svg></svg> and hoe', 'rake--and-hoe'],
    ['<h2>\n  Raw\n  heading\n</h2>', 'raw-heading'],
    ['Under\nlined\n---', 'under-lined'],
    ['## snake_case-and.dots', 'snake_case-anddots'],
    ['## 見出し（例）', '見出し例'],
    ['## A {#own}', 'a-own'],
  ])('%j has the id %j', async (markdown, id) => {
    expect((await render(markdown)).headings.map((heading) => heading.id)).toEqual([id]);
  });

  test('leave four slots each: their id and the link to it, which both are called by', async () => {
    const { pieces, slots } = await render('## A\n\n## B');
    expect(slots).toEqual([0, 0, 0, 0, 1, 1, 1, 1].map((heading) => ({ kind: 'id', heading })));
    expect(pieces[0]).toBe('<h2 id="');
    expect(pieces[1]).toBe('" aria-labelledby="');
    expect(pieces[2]).toBe('">A<a class="heading-anchor" href="#');
  });
});
