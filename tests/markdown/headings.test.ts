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
        id: 'on-a-mac',
        text: 'On a Mac',
        html: 'On a <em>Mac</em> ',
        offset: text.indexOf('###'),
        variant: 'mac',
      },
      { depth: 4, id: 'raw', text: 'Raw', html: 'Raw', offset: text.indexOf('<h4>'), variant: 'cli' },
    ]);
    expect({ platforms, tools }).toEqual({ platforms: ['mac'], tools: ['cli'] });
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

  test('leave two slots each: their id and the link to it', async () => {
    const { pieces, slots } = await render('## A\n\n## B');
    expect(slots).toEqual([0, 0, 1, 1].map((heading) => ({ kind: 'id', heading })));
    expect(pieces[0]).toBe('<h2 id="');
    expect(pieces[1]).toMatch(/^">A<a class="heading-anchor" href="#$/);
  });
});
