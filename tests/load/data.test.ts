import { describe, expect, it } from 'vitest';
import { findCodeLanguages } from '../../src/load/index.ts';
import { loadSite, page, problem } from './load-site.ts';

function load(files: Readonly<Record<string, string>>) {
  const { corpus, diagnostics } = loadSite({ 'content/index.md': page('Home'), ...files });
  return { data: corpus.data, diagnostics };
}

describe('finding data', () => {
  it('takes a reusable without its frontmatter and trailing space', () => {
    const { data } = load({ 'data/reusables/a/b.md': '---\ntitle: x\n---\n\nText.\n\n' });
    expect(data.find('reusables.a.b', 'en')).toEqual({
      source: {
        text: '\nText.',
        place: { file: 'data/reusables/a/b.md', line: 4, column: 1 },
        verbatim: true,
      },
      language: 'en',
    });
  });

  it('takes a variable at any depth, with its place', () => {
    const { data } = load({ 'data/variables/dir/a.yml': "# words\nb:\n  c: 'Text'\n" });
    expect(data.find('variables.dir.a.b.c', 'en')?.source).toEqual({
      text: 'Text',
      place: { file: 'data/variables/dir/a.yml', line: 3, column: 7 },
      verbatim: true,
    });
    expect(data.find('variables.dir.a.b', 'en')).toBeUndefined();
  });

  it('takes names with a release in them', () => {
    const { data } = load({
      'data/reusables/a/server-3.4.md': 'Text.',
      'data/variables/v.yml': "'3.4': Words\n",
    });
    expect(data.find('reusables.a.server-3.4', 'en')?.source.text).toBe('Text.');
    expect(data.find('variables.v.3.4', 'en')?.source.text).toBe('Words');
  });

  it('takes the words of the site, glossaries and early access', () => {
    const { data } = load({
      'data/ui.yml': 'a: { b: Next }\n',
      'data/glossaries/g.yml': '- term: Widget\n',
      'data/early-access/reusables/a.md': 'Early.',
      'data/early-access/variables/a.yml': 'b: Word\n',
    });
    const found = [
      'ui.a.b',
      'glossaries.g.0.term',
      'early-access.reusables.a',
      'early-access.variables.a.b',
    ].map((reference) => data.find(reference, 'en')?.source.text);
    expect(found).toEqual(['Next', 'Widget', 'Early.', 'Word']);
  });

  it('finds nothing under other names, or where the value is empty', () => {
    const { data } = load({
      'data/products.yml': 'a: b\n',
      'data/features/f.yml': "versions: { cloud: '*' }\n",
      'data/reusables/empty.md': '\n\n',
      'data/variables/v.yml': "a:\nb: ''\n",
    });
    for (const reference of [
      'products.a',
      'features.f.versions.cloud',
      'reusables.empty',
      'variables.v.a',
      'variables.v.b',
      '__proto__',
    ]) {
      expect(data.find(reference, 'en')).toBeUndefined();
    }
  });

  it('writes numbers as they are written', () => {
    expect(
      load({ 'data/variables/v.yml': 'release: 3.10\n' }).data.find('variables.v.release', 'en')?.source.text,
    ).toBe('3.10');
  });

  it('names the nearest reference, if one is near', () => {
    const { data } = load({ 'data/variables/product.yml': 'name: Widget\n' });
    expect(data.findNearest('variables.product.nam')).toBe('variables.product.name');
    expect(data.findNearest('reusables.other.thing')).toBeUndefined();
  });
});

describe('data of a translation', () => {
  const files = {
    'data/variables/v.yml': 'a: One\nb: Two\nc: { d: Three, e: Four }\n',
    'data/reusables/r.md': 'Text.',
    'data/reusables/s.md': 'Same.',
    'translations/ja/data/variables/v.yml': "a: いち\nb: ''\nc: { d: さん }\n",
    'translations/ja/data/reusables/r.md': '文',
    'translations/ja/data/reusables/s.md': '\n',
  };

  it('stands before that of the source language, value by value', () => {
    const { data } = load(files);
    const find = (reference: string) => {
      const found = data.find(reference, 'ja');
      return `${found?.source.text} ${found?.language}`;
    };
    expect(
      ['variables.v.a', 'variables.v.b', 'variables.v.c.e', 'reusables.r', 'reusables.s'].map(find),
    ).toEqual(['いち ja', 'Two en', 'Four en', '文 ja', 'Same. en']);
  });

  it('lies over the tree of the source language', () => {
    const { data } = load(files);
    expect(data.tree('ja')).toEqual({
      variables: { v: { a: 'いち', b: 'Two', c: { d: 'さん', e: 'Four' } } },
      reusables: { r: '文', s: 'Same.' },
    });
    expect(data.tree('en')).toMatchObject({ variables: { v: { a: 'One' } } });
  });

  it('falls back with a warning where its file is broken', () => {
    const { data, diagnostics } = load({
      'data/variables/v.yml': 'a: One\n',
      'translations/ja/data/variables/v.yml': 'a: "いち\n',
      'translations/ja/data/reusables/r.md': '---js\n---\n',
    });
    expect(data.find('variables.v.a', 'ja')?.language).toBe('en');
    expect(diagnostics).toMatchObject([
      { code: 'load/translation-broken', severity: 'warning', languages: ['ja'] },
      { code: 'load/data-syntax', severity: 'warning', languages: ['ja'] },
    ]);
  });
});

describe('broken data', () => {
  it('is told with the place of every mistake', () => {
    const { diagnostics } = load({ 'data/variables/v.yml': 'a: 1\na: 2\n' });
    expect(diagnostics).toEqual([
      problem(
        'load/data-syntax',
        'error',
        "The file 'data/variables/v.yml' is not valid YAML: The key 'a' is already on line 1.",
        'data/variables/v.yml:2:1',
        { hint: 'Remove one of the two.' },
      ),
    ]);
  });

  it('includes a reusable of which a part stands where frontmatter would', () => {
    const { data, diagnostics } = load({ 'data/reusables/r.md': '---\nLost.\n---\nText.\n' });
    expect(data.find('reusables.r', 'en')?.source.text).toBe('Text.');
    expect(diagnostics).toMatchObject([
      {
        code: 'load/no-frontmatter',
        severity: 'warning',
        place: { file: 'data/reusables/r.md', line: 2, column: 1 },
      },
    ]);
  });

  it('includes a reusable that its frontmatter has swallowed', () => {
    const { data, diagnostics } = load({ 'data/reusables/r.md': '---\n\nText.\n' });
    expect(data.find('reusables.r', 'en')).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'load/frontmatter-syntax', place: { file: 'data/reusables/r.md' } },
    ]);
  });
});

describe('the tree for templates', () => {
  it('holds all of data but the site file and the features, frozen', () => {
    const { data } = load({
      'data/site.yml': 'title: T\n',
      'data/features/f.yml': "versions: { cloud: '*' }\n",
      'data/products.yml': 'order: [a, b]\n',
      'data/release-notes/server/3-2/0.yml': "date: '2021-01-01'\n",
      'data/variables/__proto__.yml': 'polluted: yes\n',
    });
    const tree = data.tree('en');
    expect(tree).toMatchObject({
      products: { order: ['a', 'b'] },
      'release-notes': { server: { '3-2': { 0: { date: '2021-01-01' } } } },
    });
    expect(Object.keys(tree)).toEqual(['products', 'release-notes', 'variables']);
    expect(Object.isFrozen(tree.products)).toBe(true);
    expect('polluted' in {}).toBe(false);
  });
});

describe('languages of code', () => {
  it('have names and kinds of comments, in any case of letters', () => {
    const { data, diagnostics } = load({
      'data/code-languages.yml':
        'golang: { name: Go, comment: slash }\nJSON: { name: JSON, comment: none }\n',
    });
    expect(diagnostics).toEqual([]);
    expect(findCodeLanguages(data)).toEqual({
      golang: { name: 'Go', comment: '//' },
      json: { name: 'JSON' },
    });
  });

  it('are none where there is no file', () => {
    expect(findCodeLanguages(load({}).data)).toBeUndefined();
  });

  it('are told where they are not described', () => {
    const file = 'data/code-languages.yml';
    const hint = 'Write it as `golang: { name: Go, comment: slash }`.';
    const hintAt = (name: string) => ({ hint: hint.replace('golang', name) });
    const text = 'go: Go\npython: { name: Python, comment: numbr }\nruby: { comment: [number] }\n';
    const { data, diagnostics } = load({ [file]: text });
    const code = 'load/code-language';
    expect(diagnostics).toEqual([
      problem(code, 'warning', "The language 'go' has no name for readers.", `${file}:1:1`, hintAt('go')),
      problem(code, 'warning', "'numbr' is not a kind of comment.", `${file}:2:34`, {
        hint: "Did you mean 'number'?",
      }),
      problem(code, 'warning', "The language 'ruby' has no name for readers.", `${file}:3:1`, hintAt('ruby')),
      problem(code, 'warning', "'' is not a kind of comment.", `${file}:3:18`, {
        hint: 'It is one of number, slash, xml, percent, hyphen, none.',
      }),
    ]);
    expect(findCodeLanguages(data)).toEqual({ python: { name: 'Python' } });
    expect(load({ [file]: '- go\n' }).diagnostics).toEqual([
      problem(code, 'warning', 'The languages of code are not a mapping.', `${file}:1:1`, { hint }),
    ]);
  });
});

describe('names of data', () => {
  const tell = (files: Readonly<Record<string, string>>) =>
    load(files).diagnostics.map(({ code, severity, message, place }) => [
      code,
      severity,
      message,
      place.file,
    ]);

  it('that two files answer are told, in every folder and language', () => {
    const twins = {
      'data/reusables/a.b.md': 'One.',
      'data/reusables/a/b.md': 'Two.',
      'data/variables/c.yaml': 'd: One',
      'data/variables/c.yml': 'd: Two',
      'data/features/e.yaml': "versions: { cloud: '*' }",
      'data/features/e.yml': "versions: { cloud: '*' }",
      'translations/ja/data/reusables/a.b.md': '一。',
      'translations/ja/data/reusables/a/b.md': '二。',
    };
    const message = (one: string, other: string) => [
      'load/same-name',
      'warning',
      `The files '${one}' and '${other}' have the same name; only the latter is used.`,
      one,
    ];
    expect(tell(twins)).toEqual([
      message('data/features/e.yaml', 'data/features/e.yml'),
      message('data/reusables/a.b.md', 'data/reusables/a/b.md'),
      message('data/variables/c.yaml', 'data/variables/c.yml'),
      message('translations/ja/data/reusables/a.b.md', 'translations/ja/data/reusables/a/b.md'),
    ]);
    expect(load(twins).data.find('reusables.a.b', 'en')?.source.text).toBe('Two.');
    expect(load(twins).data.find('variables.c.d', 'en')?.source.text).toBe('Two');
  });

  it('that are a key of one file and another file are told at what is used', () => {
    expect(
      load({ 'data/variables/a.yml': 'b: { c: One, d: Two }', 'data/variables/a/b.yml': 'x: Y\nc: Three' })
        .diagnostics,
    ).toEqual([
      problem(
        'load/same-name',
        'warning',
        "'variables.a.b.c' is also in data/variables/a.yml:1:9, where it is not used.",
        'data/variables/a/b.yml:2:4',
        { hint: 'Delete one of the two.' },
      ),
    ]);
  });

  it('that some systems do not tell apart are told', () => {
    const file = 'data/reusables/caf\u00E9.md';
    const other = 'data/reusables/cafe\u0301.md';
    expect(
      tell({
        [file]: 'One.',
        [other]: 'Two.',
        'data/variables/A.yml': 'b: c',
        'data/variables/a.yml': 'b: d',
      }),
    ).toEqual(
      [
        [other, file],
        ['data/variables/A.yml', 'data/variables/a.yml'],
      ].map(([one = '', two = '']) => [
        'load/similar-name',
        'warning',
        `The names of '${one}' and '${two}' differ only in letter case or in how Unicode writes them.`,
        one,
      ]),
    );
  });
});
