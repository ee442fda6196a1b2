import { describe, expect, test } from 'vitest';
import { joinPieces } from '../../src/markdown/index.ts';
import { fc } from '../property.ts';
import { render, show } from './fill.ts';

describe('slots', () => {
  test('stand for links, images and titles, in the order of the HTML, with the offset of what they belong to', async () => {
    const text = 'See [AUTOTITLE](/beds).\n\n- ![Rake](/assets/rake.png)\n\n<a href="#soil">soil</a>';
    const { pieces, slots } = await render(text);
    expect(slots).toEqual([
      { kind: 'link', url: '/beds', offset: text.indexOf('[AUTO') },
      { kind: 'title', url: '/beds', offset: text.indexOf('[AUTO') },
      { kind: 'image', url: '/assets/rake.png', offset: text.indexOf('![') },
      { kind: 'size', url: '/assets/rake.png', offset: text.indexOf('![') },
      { kind: 'link', url: '#soil', offset: text.indexOf('<a') },
    ]);
    expect(pieces[0]).toBe('<p>See <a href="');
    expect(pieces.at(-1)).toBe('">soil</a></p>');
  });

  test('say of links of a class of older content that they mean the default plan', async () => {
    const { slots } = await render('<a class="dotcom-only" href="/beds">beds</a>');
    expect(slots).toEqual([{ kind: 'link', url: '/beds', offset: 0, isDefault: true }]);
  });

  test('keep the offset of a link in a step that has too little indentation', async () => {
    const text = '1. Dig.\n\n  See [beds](/beds).';
    const { slots } = await render(text);
    expect(slots).toEqual([{ kind: 'link', url: '/beds', offset: text.indexOf('[beds') }]);
  });

  test('keep the offset of a link inside emphasis that is tightened', async () => {
    const text = '画面で** [庭](/beds) **を開く';
    const rendering = await render(text);
    expect(rendering.slots).toEqual([{ kind: 'link', url: '/beds', offset: text.indexOf('[庭') }]);
    expect(show(rendering)).toContain('<strong><a href');
  });

  test('leave room for the size of an image where its author gives none', async () => {
    const texts = [
      '![a](/a.png)',
      '<img src="/a.png" height=2>',
      '<img src="/a.png" style="width: 50%">',
      '![a](https://x.example/a.png)',
    ];
    const renderings = await Promise.all(texts.map((text) => render(text)));
    expect(renderings.map(({ slots }) => slots.map(({ kind }) => kind))).toEqual([
      ['image', 'size'],
      ['image'],
      ['image'],
      [],
    ]);
    const [first] = renderings;
    expect(first?.pieces).toEqual(['<p><img src="', '" alt="a"', '></p>']);
    const ofAuthor = '<img data-slot="x" src="/a.png">\n\n<b data-slot="slot-0-">b</b>';
    const cleaned = await render(ofAuthor);
    expect(joinPieces(cleaned, ['/a.png', ''])).toBe('<img src="/a.png">\n<p><b>b</b></p>');
    const trusted = await render(ofAuthor, 'trusted');
    expect(joinPieces(trusted, ['', '/a.png'])).toBe(
      '<img src="/a.png">\n<p><b data-slot="slot-0-">b</b></p>',
    );
  });

  test('images wait until the reader comes near, but for the first and those that say otherwise', async () => {
    const rendering = await render(
      '<img alt="">\n\n![a](/a.png)\n![b](/b.png)\n<img src="/c.png" width="1" loading="eager">',
    );
    expect(show(rendering).match(/<img[^>]*>/g)).toEqual([
      '<img alt="">',
      '<img src="{image /a.png}" alt="a" width="{/a.png}">',
      '<img src="{image /b.png}" alt="b" loading="lazy" decoding="async" width="{/b.png}">',
      '<img src="{image /c.png}" width="1" loading="eager" decoding="async">',
    ]);
  });

  test('are joined with values by position', () => {
    expect(joinPieces({ pieces: ['<a href="', '">', '</a>'] }, ['/x/', 'X'])).toBe('<a href="/x/">X</a>');
  });

  test('do not arise from text that looks like a marker', async () => {
    const text = 'slot-0123456789abcdef0123456789abcdef-0- [a](/slot-0123456789abcdef0123456789abcdef-1-)';
    const rendering = await render(text);
    expect(rendering.slots).toHaveLength(1);
    expect(show(rendering)).toContain('slot-0123456789abcdef0123456789abcdef-0-');
  });

  test('are one fewer than the pieces, and filling them leaves no marker behind', async () => {
    const words = fc.constantFrom(
      ...[
        '[a](/b)',
        '[AUTOTITLE](/c)',
        '![i](j.png)',
        '# ',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '  ',
        '> ',
        '```',
        '|',
        '---',
      ],
      ...[
        '<a href="/x">',
        '</a>',
        '<img src=y>',
        '<h2>',
        '</h2>',
        '<div>',
        '</div>',
        '<!--',
        '-->',
        '**',
        '`',
        'word',
        'あ',
        ' **',
        '** ',
        '_',
        '\n\n\n',
        '```js annotate\n// a\nb\n```\n',
        '> [!TIP]\n',
      ],
    );
    const texts = fc.array(words, { maxLength: 25 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(texts, fc.string()), async (text) => {
        const rendering = await render(text);
        expect(rendering.pieces).toHaveLength(rendering.slots.length + 1);
        expect(rendering.problems.map(({ code }) => code)).not.toContain('markdown/crashed');
        expect(show(rendering)).not.toMatch(/slot-[0-9a-f]{32}-\d/);
        for (const slot of rendering.slots) {
          if (slot.kind === 'id') expect(rendering.headings[slot.heading]).toBeDefined();
          else if ('offset' in slot) expect(slot.offset).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
