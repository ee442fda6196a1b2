import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { haveSameWords } from '../../src/changes/compare/have-same-words.ts';
import { fc } from '../property.ts';
import { compare, options } from './compare.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const cases = readdirSync(fixtures).flatMap((file) => /^(.*)\.old\.html$/.exec(file)?.[1] ?? []);

/** `NAME.old.html` and `NAME.new.html` become `NAME.html`, folded; names in Japanese words are compared as Japanese. */
test.each(cases)('%s are compared as expected', async (name) => {
  const read = (kind: string) => readFileSync(join(fixtures, `${name}.${kind}.html`), 'utf8');
  const language = name.startsWith('japanese') ? 'ja' : 'en';
  const { html, changes } = compare(read('old'), read('new'), { folds: true, language });
  await expect(`${html}\n${JSON.stringify(changes, null, 1)}\n`).toMatchFileSnapshot(
    join(fixtures, `${name}.html`),
  );
});

describe('nothing differs', () => {
  test.each([
    [
      'the version that links name',
      '<p><a href="/en/server@3.1/pot/">Pot</a></p>',
      '<p><a href="/en/server@3.2/pot/">Pot</a></p>',
    ],
    ['the version that a text prints', '<p>Server 3.1 brews.</p>', '<p>Server 3.2 brews.</p>'],
    [
      'the version that code prints',
      '<pre><code>brew --with 3.1\n</code></pre>',
      '<pre><code>brew --with 3.2\n</code></pre>',
    ],
    ['ids and classes', '<h2 id="a" class="x">A</h2>', '<h2 id="b">A</h2>'],
    ['a place on the page itself', '<p><a href="#a">A</a></p>', '<p><a href="#a">A</a></p>'],
    ['blanks between blocks', '<ul><li>a</li><li>b</li></ul>', '<ul>\n<li>a</li>\n<li>\nb</li>\n</ul>\n'],
    ['a list that is loose', '<ul><li>a</li></ul>', '<ul><li><p>a</p></li></ul>'],
    ['comments', '<p>a</p><!-- x -->', '<p>a</p>'],
  ])('but %s', (_, before, after) => {
    expect(compare(before, after).changes).toEqual([]);
    expect(compare(before, after).html).not.toMatch(/<(?:ins|del)/);
    expect(haveSameWords(before, after, options)).toBe(true);
  });
});

test('a version that both texts print is a word like others', () => {
  const { html } = compare('<p>From 3.1 on, in 3.1.</p>', '<p>From 3.1 on, in 3.2.</p>');
  expect(html).toBe('<p>From 3.1 on, in 3.2.</p>');
});

test('a paragraph that came shifts nothing', () => {
  const { html, changes } = compare('<p>One.</p><p>Two.</p>', '<p>New.</p><p>One.</p><p>Two.</p>');
  expect(changes).toEqual([{ kind: 'added', id: 'change-1', section: '' }]);
  expect(html).toBe(
    '<ins id="change-1"><span class="sr-only">Added </span><p>New.</p></ins><p>One.</p><p>Two.</p>',
  );
});

test('a link with one new word stays one link', () => {
  const { html } = compare(
    '<p>See <a href="/en/server@3.1/pot/">the old pot</a>.</p>',
    '<p>See <a href="/en/server@3.2/pot/">the new pot</a>.</p>',
  );
  expect(html).toBe(
    '<p id="change-1">See <a href="/en/server@3.2/pot/">the <del><span class="sr-only">Removed </span>old</del><ins><span class="sr-only">Added </span>new</ins> pot</a>.</p>',
  );
});

describe('a link that leads elsewhere', () => {
  const mark = '<small class="link-changed"> link changed</small>';

  test('keeps its words unmarked and says so', () => {
    const { html, changes } = compare(
      '<p>See <a href="/en/server@3.1/pot/">the <em>pot</em></a>.</p>',
      '<p>See <a href="/en/server@3.2/kettle/">the <em>pot</em></a>.</p>',
    );
    expect(html).toBe(
      `<p id="change-1">See <a href="/en/server@3.2/kettle/">the <em>pot</em>${mark}</a>.</p>`,
    );
    expect(changes).toEqual([{ kind: 'changed', id: 'change-1', section: '' }]);
  });

  test('has its new words marked too', () => {
    const { html } = compare(
      '<p>Read about <a href="/en/pot/">the old pot</a> first.</p>',
      '<p>Read about <a href="/en/kettle/">the new pot</a> first.</p>',
    );
    expect(html).toContain(`</ins> pot${mark}</a> first.`);
    expect(html).toContain('>old</del>');
  });

  test('says so beside others that stay', () => {
    const link = (path: string, words: string) => `<li><a href="/en/${path}/">${words}</a></li>`;
    const { html } = compare(
      `<ul>${link('a', 'Green tea')}${link('b', 'Black tea')}</ul>`,
      `<ul>${link('a', 'Green tea')}${link('c', 'Black tea')}</ul>`,
    );
    expect(html.match(/link-changed/g)).toHaveLength(1);
    expect(html).toContain(`Black tea${mark}`);
    expect(html).not.toMatch(/<(?:ins|del)/);
  });

  test('says so around blocks and images', () => {
    const card = (path: string) => `<a href="/en/${path}/"><div><p>Pots</p><img src="/pot.png"></div></a>`;
    expect(compare(card('a'), card('b')).html).toContain(mark);
    const image = (path: string) => `<p><a href="/en/${path}/"><img src="/pot.png"></a> A pot.</p>`;
    expect(compare(image('a'), image('b')).html).toContain(`<img src="/pot.png">${mark}</a>`);
  });

  test('names its heading without saying so', () => {
    const heading = (path: string) => `<h2><a href="/en/${path}/">Pots</a></h2>`;
    expect(compare(heading('a'), heading('b')).changes).toMatchObject([{ kind: 'changed', section: 'Pots' }]);
  });
});

test('an empty cell of a row that came has no words of its own', () => {
  const row = (cells: string) => `<table><tbody><tr><td>Green</td><td>80</td></tr>${cells}</tbody></table>`;
  const { html } = compare(row(''), row('<tr><td>White</td><td> </td></tr>'));
  expect(html).toContain('<td class="is-added"> </td>');
  expect(html.match(/Added/g)).toHaveLength(1);
});

test('what an author struck out is not taken for ours', () => {
  expect(compare('', '<p><del>tea</del></p>').html).toContain('<s>tea</s>');
});

test('nothing of a text can run, and no id stands twice', () => {
  const text = '<h2 id="a">A</h2><script>brew()</script><p id="a" aria-describedby="a">x</p>';
  expect(compare(text, `${text}<p>y</p>`).html).not.toMatch(/script|"a"/);
});

describe('of two texts made one', () => {
  const word = fc.constantFrom(
    'tea',
    'pot',
    'water',
    'cup',
    'hot',
    'cold',
    'お茶',
    '急須',
    'x &amp; y',
    '3.1',
  );
  const phrase = fc
    .array(
      fc.oneof(
        word,
        word.map((text) => `<code>${text}</code>`),
        fc
          .tuple(word, fc.constantFrom('leaves', 'water'))
          .map(([text, path]) => `<a href="/en/server@3.1/${path}/">${text} <em>${text}</em></a>`),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((words) => words.join(' '));
  const row = (width: number) =>
    fc
      .array(phrase, { minLength: width, maxLength: width })
      .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const block = fc.oneof(
    phrase.map((text) => `<p>${text}</p>`),
    phrase.map((text) => `<h2>${text}</h2>`),
    fc
      .array(phrase, { minLength: 1, maxLength: 5 })
      .map((items) => `<ol>${items.map((item) => `<li>${item}</li>`).join('\n')}</ol>`),
    fc
      .array(phrase, { minLength: 1, maxLength: 5 })
      .map((lines) => `<pre><code>${lines.join('\n')}\n</code></pre>`),
    fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc
          .array(row(width), { minLength: 1, maxLength: 4 })
          .map((rows) => `<table><tbody>${rows.join('\n')}</tbody></table>`),
      ),
    phrase.map((text) => `<blockquote><p>${text}</p>\n<ul><li>${text}<p>${text}</p></li></ul></blockquote>`),
  );
  const text = fc.array(block, { maxLength: 8 }).map((blocks) => blocks.join('\n'));

  test('the old one is what is left without what was added, the new one without what was removed', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { html } = compare(before, after, { names: [] });
        expect(read(drop(html, 'ins'))).toBe(read(before));
        expect(read(drop(html, 'del'))).toBe(read(after));
      }),
      { numRuns: 400 },
    );
  });

  test('there is a change exactly where a reader sees another text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(compare(before, before).changes).toEqual([]);
        expect(haveSameWords(before, after, options)).toBe(compare(before, after).changes.length === 0);
      }),
      { numRuns: 200 },
    );
  });

  /** Marks do not stand in each other. */
  function drop(html: string, name: string): string {
    return html
      .replace(/<(span|small) class="(?:sr-only|link-changed)">.*?<\/\1>/g, '')
      .replace(new RegExp(`<${name}\\b[^>]*>.*?</${name}>`, 'gs'), '');
  }

  /** Letters only: blanks between blocks are nothing. */
  function read(html: string): string {
    return html.replace(/<[^>]*>|\s/g, '');
  }
});
