import { describe, expect, it } from 'vitest';
import { createHeadParser, parseFrontmatter } from '../../src/load/index.ts';
import { fc } from '../property.ts';

const path = 'content/tea.md';
const HEAD = '---\ntitle: Tea\nversions:\n  cloud: "*"\n---\n';

describe('a parser of frontmatter', () => {
  it('says of any file what parsing it says, from what another has packed too', () => {
    const part = fc.constantFrom(
      '---',
      '----',
      '\n',
      'title: Tea',
      'a: [',
      '# note',
      ' ',
      '茶',
      '---js',
      'a: 1',
    );
    const texts = fc.array(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, texts, (before, now) => {
        const first = createHeadParser();
        for (const text of before) first.parse({ path, text });
        const packed = first.pack();
        const second = createHeadParser(() => packed);
        for (const text of [...now, ...before])
          expect(second.parse({ path, text })).toEqual(parseFrontmatter({ path, text }));
      }),
    );
  });

  it('knows a head with another body, and tells files apart', () => {
    const first = createHeadParser();
    first.parse({ path, text: `${HEAD}\nHot.\n` });
    const packed = first.pack();
    const known = createHeadParser(() => packed);
    expect(known.parse({ path, text: `${HEAD}\nCold.\n` })).toMatchObject({ body: { text: '\nCold.\n' } });
    expect(known.pack()).toBeUndefined();
    const other = 'content/coffee.md';
    expect(known.parse({ path: other, text: `${HEAD}\nHot.\n` })).toMatchObject({
      yaml: { value: { place: { file: other } } },
    });
    expect(known.pack()).toBeInstanceOf(Buffer);
  });

  it('knows the YAML of data, and tells it from frontmatter', () => {
    const file = { path: 'data/variables/tea.yml', text: 'green: Sencha\nblack: [\n' };
    const first = createHeadParser();
    const parsed = first.parseData(file);
    expect(parsed.faults).toHaveLength(1);
    const packed = first.pack();
    const known = createHeadParser(() => packed);
    expect(known.parseData(file)).toEqual(parsed);
    expect(known.pack()).toBeUndefined();
    expect(known.parse(file)).toEqual(parseFrontmatter(file));
    expect(known.parseData({ ...file, text: 'green: Gyokuro\n' }).faults).toEqual([]);
    expect(known.pack()).toBeDefined();
  });

  it('packs whatever YAML may hold', () => {
    const line = fc.constantFrom(
      ...[
        'plain: Green tea',
        'quoted: "a \\u2028 \\uD800 b"',
        'block: |\n  Two\n  lines',
        'folded: >-\n  Two\n  lines',
      ],
      ...[
        'number: 1.50',
        'far: .inf',
        'none: .nan',
        'zero: -0.0',
        'flag: true',
        'nothing:',
        'day: 2024-05-07',
      ],
      ...[
        'list: [a, [b], { c: d }]',
        'map:\n  deep:\n    - 茶\n    - 1',
        'named: &tea { a: [1] }',
        'again: *tea',
      ],
      ...['__proto__: x', '? [a, b]\n: c', 'empty: {}', 'twice: 1\ntwice: 2', 'broken: ['],
    );
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 8 }), (lines) => {
        const text = `${lines.join('\n')}\n`;
        const [data, article] = [
          { path: 'data/variables/tea.yml', text },
          { path, text: `---\n${text}---\n` },
        ];
        const first = createHeadParser();
        const parsed = [first.parseData(data), first.parse(article)];
        const packed = first.pack();
        const second = createHeadParser(() => packed);
        expect([second.parseData(data), second.parse(article)]).toStrictEqual(parsed);
        expect(second.pack()).toBeUndefined();
      }),
    );
  });

  it('packs no more than was asked for', () => {
    const first = createHeadParser();
    first.parse({ path, text: HEAD });
    first.parse({ path: 'content/gone.md', text: HEAD });
    const packed = first.pack();
    const second = createHeadParser(() => packed);
    second.parse({ path, text: HEAD });
    second.parse({ path: 'content/new.md', text: HEAD });
    const third = createHeadParser(() => second.pack());
    third.parse({ path: 'content/new.md', text: HEAD });
    expect(third.pack()).toBeUndefined();
    third.parse({ path: 'content/gone.md', text: HEAD });
    expect(third.pack()).toBeDefined();
  });

  it('packs nothing anew for few states of many', () => {
    const name = (at: number) => ({ path: `content/${at}.md`, text: HEAD });
    const first = createHeadParser();
    for (let at = 0; at < 200; at++) first.parse(name(at));
    const packed = first.pack();
    const second = createHeadParser(() => packed);
    for (let at = 0; at < 202; at++) second.parse(name(at));
    expect(second.pack()).toBeUndefined();
    for (let at = 0; at < 210; at++) second.parse(name(at));
    expect(second.pack()).toBeDefined();
  });
});
