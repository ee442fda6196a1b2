import { describe, expect, it } from 'vitest';
import { loadSite, page, problem, siteWith } from './load-site.ts';

function load(frontmatter: string) {
  const { corpus, diagnostics } = loadSite(siteWith(frontmatter));
  return { article: corpus.articles.get('x'), diagnostics };
}

const FILE = 'content/x.md';

describe('a sound article', () => {
  it('keeps all that its frontmatter says', () => {
    const { article, diagnostics } = load(
      `---
title: 'Use {% data variables.a.b %}'
shortTitle: Use it
versions: '*'
redirect_from:
  - /old
  - /older/
hidden: true
layout: inline
miniTocMaxHeadingLevel: 3
defaultPlatform: linux
defaultTool: cli
topics: [Widgets]
introLinks: { start: /start }
---

Body.
`,
    );
    expect(diagnostics).toEqual([]);
    expect(article).toMatchObject({
      path: 'x',
      kind: 'article',
      file: FILE,
      children: [],
      parent: '',
      redirectFrom: [
        { value: '/old', place: { file: FILE, line: 6, column: 5 } },
        { value: '/older/', place: { file: FILE, line: 7, column: 5 } },
      ],
      hidden: true,
      layout: 'inline',
      showMiniToc: true,
      miniTocMaxHeadingLevel: 3,
      defaultPlatform: 'linux',
      defaultTool: 'cli',
      topics: ['Widgets'],
      frontmatter: { introLinks: { start: '/start' } },
    });
    expect(article?.keyPlaces.get('versions')).toEqual({ file: FILE, line: 4, column: 11 });
    expect(article?.texts.get('en')?.fields).toEqual({
      title: {
        text: 'Use {% data variables.a.b %}',
        place: { file: FILE, line: 2, column: 9 },
        verbatim: true,
      },
      shortTitle: { text: 'Use it', place: { file: FILE, line: 3, column: 13 }, verbatim: true },
      body: { text: '\nBody.\n', place: { file: FILE, line: 16, column: 1 }, verbatim: true },
    });
  });

  it('has defaults for what its frontmatter leaves out', () => {
    const { article } = load(page('X'));
    expect(article).toMatchObject({
      redirectFrom: [],
      hidden: false,
      layout: 'default',
      showMiniToc: true,
      miniTocMaxHeadingLevel: 2,
      defaultPlatform: undefined,
      defaultTool: undefined,
      topics: [],
    });
  });

  it('may give one old address as a text', () => {
    const { article } = load(page('X', 'redirect_from: /old'));
    expect(article?.redirectFrom.map(({ value }) => value)).toEqual(['/old']);
  });

  it('may leave a key empty, which is as good as leaving it out', () => {
    const { article, diagnostics } = load(page('X', 'intro:', "product: ''", 'layout:', 'redirect_from:'));
    expect(diagnostics).toEqual([]);
    expect(Object.keys(article?.texts.get('en')?.fields ?? {})).toEqual(['body', 'title']);
  });

  it('may have blanks after the delimiter and name the language of its frontmatter', () => {
    for (const open of ['--- ', '---yaml', '--- yml']) {
      const { article, diagnostics } = load(page('X').replace('---', open));
      expect(diagnostics).toEqual([]);
      expect(article?.texts.get('en')?.fields.title?.place).toEqual({ file: FILE, line: 2, column: 8 });
    }
  });

  it('has no mini contents setting on an index page unless it is given', () => {
    const { corpus } = loadSite({ 'content/index.md': page('Home') });
    expect(corpus.articles.get('')).toMatchObject({ kind: 'index', showMiniToc: undefined });
  });

  it('cannot reach the prototype of anything by a key', () => {
    const { article } = load(page('X', 'introLinks: { __proto__: /a, constructor: /b }'));
    expect(Object.entries(article?.frontmatter.introLinks ?? {})).toEqual([
      ['__proto__', '/a'],
      ['constructor', '/b'],
    ]);
  });
});

describe('faulty frontmatter', () => {
  it('in another language is told and never run', () => {
    for (const language of ['js', 'javascript', 'json', 'coffee', 'constructor']) {
      const { article, diagnostics } = load(`---${language}\n{ title: globalThis.wasRun = true }\n---\n`);
      expect(article).toBeUndefined();
      expect('wasRun' in globalThis).toBe(false);
      expect(diagnostics).toEqual([
        problem(
          'load/frontmatter-language',
          'error',
          `The frontmatter is written in '${language}'.`,
          `${FILE}:1:4`,
          {
            hint: "Write it in YAML, after a line that is '---' and nothing else.",
          },
        ),
      ]);
    }
  });

  it('is told with every mistake of its YAML, in each of several equal files', () => {
    const broken = '---\ntitle: a\ntitle: "b\n---\n';
    const { corpus, diagnostics } = loadSite({
      'content/index.md': page('Home', 'children: [/x, /y]'),
      'content/x.md': broken,
      'content/y.md': broken,
    });
    expect([...corpus.articles.keys()]).toEqual(['']);
    expect(diagnostics).toEqual(
      ['x', 'y'].flatMap((name) => [
        problem(
          'load/frontmatter-syntax',
          'error',
          'The frontmatter is not valid YAML: Map keys must be unique.',
          `content/${name}.md:3:1`,
        ),
        problem(
          'load/frontmatter-syntax',
          'error',
          'The frontmatter is not valid YAML: Missing closing "quote.',
          `content/${name}.md:3:10`,
        ),
      ]),
    );
  });

  it('that is never closed is told', () => {
    expect(load("---\ntitle: X\nversions: '*'\n\nBody.\n").diagnostics).toEqual([
      problem(
        'load/frontmatter-syntax',
        'error',
        "The frontmatter is not valid YAML: the closing '---' is missing.",
        `${FILE}:1:1`,
      ),
    ]);
  });

  it.each(['Body.\n', '', '---\n---\nBody.\n', '---\n- a\n---\n', '---\n# only words\n---\n'])(
    'that is no mapping is told: %j',
    (text) => {
      expect(load(text).diagnostics).toEqual([
        problem('load/no-frontmatter', 'error', `The file '${FILE}' has no frontmatter.`, `${FILE}:1:1`, {
          hint: "Begin it with '---', then at least 'title' and 'versions', then '---' again.",
        }),
      ]);
    },
  );

  it('without title and versions leaves a page named after its file', () => {
    const { article, diagnostics } = load('---\ntitle:\nintro: a\n---\n');
    expect(diagnostics).toEqual([
      problem('load/missing-key', 'error', "The frontmatter has no 'title'.", `${FILE}:2:1`),
      problem('load/missing-key', 'error', "The frontmatter has no 'versions'.", `${FILE}:2:1`),
    ]);
    expect(article?.versions).toBe(0n);
    expect(article?.texts.get('en')?.fields.title).toMatchObject({ text: 'x', verbatim: false });
  });

  it('with an unknown key is told, with the nearest one', () => {
    expect(load(page('X', 'redirect_form: /a', 'colour: red')).diagnostics).toEqual([
      problem('load/unknown-key', 'warning', "There is no frontmatter key 'redirect_form'.", `${FILE}:4:1`, {
        hint: "Did you mean 'redirect_from'?",
      }),
      problem('load/unknown-key', 'warning', "There is no frontmatter key 'colour'.", `${FILE}:5:1`),
    ]);
  });

  it.each([
    ['intro: [a]', "'intro' is not a text.", 8],
    ['intro: 404', "'intro' is not a text.", 8, "Put it in quotes: '404'."],
    ["hidden: 'yes'", "'hidden' is not true or false.", 9],
    ['topics: Widgets', "'topics' is not a list of texts.", 9],
    ['topics: [{ a: b }]', "'topics' is not a list of texts.", 9],
    ['redirect_from: { a: b }', "'redirect_from' is not a text or a list of texts.", 16],
    ['introLinks: /a', "'introLinks' is not a mapping.", 13],
    ['journeyTracks: {}', "'journeyTracks' is not a list.", 16],
    ['changelog: new', "'changelog' is not a mapping or a list.", 12],
    ['miniTocMaxHeadingLevel: 5', "'miniTocMaxHeadingLevel' is not a heading level from 2 to 4.", 25],
  ])(
    'with a value of the wrong type is told, and the value is not used: %s',
    (line, message, column, hint?: string) => {
      const { article, diagnostics } = load(page('X', line));
      expect(diagnostics).toEqual([
        problem(
          'load/wrong-type',
          'error',
          message,
          `${FILE}:4:${column}`,
          hint === undefined ? {} : { hint },
        ),
      ]);
      expect(article?.frontmatter).not.toHaveProperty(line.split(':')[0] ?? '');
    },
  );

  it('with a layout that does not exist is told, with all that do', () => {
    const { article, diagnostics } = load(page('X', 'layout: wide'));
    expect(article?.layout).toBe('default');
    expect(diagnostics).toMatchObject([
      {
        code: 'load/wrong-type',
        message: "'layout' is not a layout.",
        hint: expect.stringContaining('default, inline, product-landing'),
      },
    ]);
  });

  it('tells children of a page that is no index page', () => {
    expect(load(page('X', 'children: [/a]')).diagnostics).toEqual([
      problem(
        'load/idle-children',
        'warning',
        "'x' is not an index page, so its 'children' mean nothing.",
        `${FILE}:4:1`,
        {
          hint: 'Move it to content/x/index.md, or take the list out.',
        },
      ),
    ]);
  });
});
