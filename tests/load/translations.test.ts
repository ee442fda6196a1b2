import { describe, expect, it } from 'vitest';
import { loadSite, page, problem, siteWith } from './load-site.ts';

const FILE = 'translations/ja/content/x.md';

function load(translation: string) {
  const { corpus, diagnostics } = loadSite({
    ...siteWith(page('X', 'intro: Words.', 'redirect_from: /old')),
    [FILE]: translation,
  });
  const article = corpus.articles.get('x');
  return { article, words: article?.texts.get('ja'), diagnostics };
}

const about = { languages: ['ja'] };

describe('the words of a translation', () => {
  it('are its body and its translatable keys, and nothing else', () => {
    const { article, words, diagnostics } = load(
      '---\ntitle: エックス\nversions: all\nredirect_from: /new\nhidden: 1\nunknown: 2\n---\n本文\n',
    );
    expect(diagnostics).toEqual([]);
    expect(words).toEqual({
      language: 'ja',
      file: FILE,
      fields: {
        title: { text: 'エックス', place: { file: FILE, line: 2, column: 8 }, verbatim: true },
        body: { text: '本文\n', place: { file: FILE, line: 8, column: 1 }, verbatim: true },
      },
      labels: new Map(),
    });
    expect(article).toMatchObject({ hidden: false, redirectFrom: [{ value: '/old' }] });
  });

  it('are also the short texts of its landing page and tracks, by the id of their entry', () => {
    const { words } = load(
      [
        '---',
        'featuredLinks: { popularHeading: 人気, popular: [/a] }',
        'sidebarLink: { text: 店, href: /b }',
        'childGroups: [{ name: 一 }, { id: two, name: 二 }]',
        'journeyTracks: [{ id: year, title: 年, timeCommitment: 一年, guides: [{ href: /c, alternativeNextStep: 待つ }] }]',
        'journeyArticlesHeading: すべての記事',
        'introLinks: { quickstart: /d }',
        '---',
      ].join('\n'),
    );
    expect([...(words?.labels ?? [])].map(([path, { text }]) => [path, text])).toEqual([
      ['featuredLinks.popularHeading', '人気'],
      ['sidebarLink.text', '店'],
      ['childGroups.0.name', '一'],
      ['childGroups.two.name', '二'],
      ['journeyTracks.year.title', '年'],
      ['journeyTracks.year.timeCommitment', '一年'],
      ['journeyArticlesHeading', 'すべての記事'],
    ]);
    expect(words?.fields).toEqual({
      'journeyTracks.year.guides.0.alternativeNextStep': {
        text: '待つ',
        place: { file: FILE, line: 5, column: 101 },
        verbatim: true,
      },
    });
    expect(words?.labels.get('sidebarLink.text')?.place).toEqual({ file: FILE, line: 3, column: 22 });
  });

  it('may lack frontmatter', () => {
    const { words, diagnostics } = load('本文\n');
    expect(diagnostics).toEqual([]);
    expect(Object.keys(words?.fields ?? {})).toEqual(['body']);
  });

  it('leave out what is empty', () => {
    expect(load("---\ntitle: エックス\nintro: ''\n---\n\n").words?.fields).toEqual({
      title: expect.anything(),
    });
  });

  it('are missing where there is no file, without a warning', () => {
    const { corpus, diagnostics } = loadSite(siteWith(page('X')));
    expect(diagnostics).toEqual([]);
    expect([...(corpus.articles.get('x')?.texts.keys() ?? [])]).toEqual(['en']);
  });

  it.each([
    [
      '---\ntitle: "エ\n---\n',
      'The frontmatter is not valid YAML: The quotation mark " that begins a text is never closed.',
      '2:8',
      { hint: 'Write the same mark at the end of the text.' },
    ],
    ['---\n- a\n---\n', 'The frontmatter of the translation is not a mapping.', '2:1', {}],
    [
      '',
      'The file of the translation is empty, so readers see the source language.',
      '1:1',
      { hint: 'Restore the text from the history of the file, or delete the file.' },
    ],
  ])('are missing, with a warning, where the file is broken: %j', (text, message, place, hint) => {
    const { words, diagnostics } = load(text);
    expect(words).toBeUndefined();
    expect(diagnostics).toEqual([
      problem('load/translation-broken', 'warning', message, `${FILE}:${place}`, { ...about, ...hint }),
    ]);
  });

  it('are never run', () => {
    const { words, diagnostics } = load('---js\n{ title: 1 }\n---\n');
    expect(words).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'load/translation-broken', severity: 'warning', languages: ['ja'] },
    ]);
  });

  it('lack a key of the wrong type alone, with a warning', () => {
    const { words, diagnostics } = load('---\ntitle: [エ]\nintro: 紹介\n---\n本文\n');
    expect(Object.keys(words?.fields ?? {})).toEqual(['intro', 'body']);
    expect(diagnostics).toEqual([
      problem('load/translation-key', 'warning', "'title' is not a text.", `${FILE}:2:8`, about),
    ]);
  });

  it('of articles that the source language does not have are not read', () => {
    const { diagnostics, corpus } = loadSite({
      ...siteWith(page('X')),
      'translations/ja/content/only.md': '---\n: [\n---\n',
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['load/translation-without-source']);
    expect(corpus.articles.has('only')).toBe(false);
  });
});
