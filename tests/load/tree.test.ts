import { describe, expect, it } from 'vitest';
import { loadSite, page, problem } from './load-site.ts';

function childrenOf(site: ReturnType<typeof loadSite>, path: string) {
  return site.corpus.articles.get(path)?.children.map(({ value }) => value);
}

describe('the tree of children', () => {
  it('is published in the order of the lists, parents first', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [b, /a/]'),
      'content/a/index.md': page('A', 'children: [/two, /one]'),
      'content/a/one.md': page('One'),
      'content/a/two/index.md': page('Two', 'children: [/deep]'),
      'content/a/two/deep.md': page('Deep'),
      'content/b.md': page('B'),
    });
    expect(site.diagnostics).toEqual([]);
    expect([...site.corpus.articles.keys()]).toEqual(['', 'b', 'a', 'a/two', 'a/two/deep', 'a/one']);
    expect(site.corpus.articles.get('a')?.children).toEqual([
      { value: 'a/two', place: { file: 'content/a/index.md', line: 4, column: 12 } },
      { value: 'a/one', place: { file: 'content/a/index.md', line: 4, column: 18 } },
    ]);
    expect(site.corpus.articles.get('a/two/deep')?.parent).toBe('a/two');
    expect(site.corpus.articles.get('')?.parent).toBeUndefined();
  });

  it('prefers a file to a folder of the same name, and takes several segments', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a/b, /c]'),
      'content/a/b.md': page('B'),
      'content/c.md': page('File'),
      'content/c/index.md': page('Folder'),
    });
    expect(childrenOf(site, '')).toEqual(['a/b', 'c']);
    expect(site.corpus.articles.get('c')?.file).toBe('content/c.md');
    expect(site.corpus.articles.get('a/b')?.parent).toBe('');
  });

  it('shows a page of another product without moving it', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a, /b]'),
      'content/a/index.md': page('A', 'children: [/content/b/guide]'),
      'content/b/index.md': page('B', 'children: [/guide]'),
      'content/b/guide.md': page('Guide'),
    });
    expect(site.diagnostics).toEqual([]);
    expect(childrenOf(site, 'a')).toEqual(['b/guide']);
    expect(site.corpus.articles.get('b/guide')?.parent).toBe('b');
  });

  it('leaves out early-access of the home page where its folder is not there, and nothing else', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a, early-access/]'),
      'content/a/index.md': page('A', 'children: [/early-access, /b]'),
      'content/a/b.md': page('B'),
    });
    expect(site.diagnostics).toEqual([
      expect.objectContaining({ code: 'load/missing-child', place: expect.objectContaining({ column: 12 }) }),
      problem(
        'load/absent-child',
        'warning',
        "The child 'early-access/' has no file, so it is left out.",
        'content/index.md:4:16',
        { hint: "Name it in 'optionalChildren' of data/site.yml, or remove the entry from the list." },
      ),
    ]);
    expect(childrenOf(site, '')).toEqual(['a']);
  });

  it('publishes early-access where it is there', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/early-access]'),
      'content/early-access/index.md': page('Early access'),
    });
    expect(site.diagnostics).toEqual([]);
    expect(childrenOf(site, '')).toEqual(['early-access']);
  });

  it('leaves out what the site file says may be absent, without a word', () => {
    const files = {
      'content/index.md': page('Home', 'children: [/a, /early-access, /c]'),
      'content/a/index.md': page('A', 'children: [/inside, /b]'),
      'content/a/b.md': page('B'),
      'content/c.md': page('C'),
    };
    const site = loadSite(files, 'optionalChildren: [early-access, /a/inside/, c]\n');
    expect(site.diagnostics).toEqual([]);
    expect([...site.corpus.articles.keys()]).toEqual(['', 'a', 'a/b', 'c']);
  });

  it('publishes a page that only another product names', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a]'),
      'content/a/index.md': page('A', 'children: [/content/b/guide]'),
      'content/b/guide.md': page('Guide'),
    });
    expect(site.diagnostics).toEqual([]);
    expect(site.corpus.articles.get('b/guide')?.parent).toBe('a');
  });

  it('leaves out what leads back to a page above it', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a, /b]'),
      'content/a/index.md': page('A', 'children: [/content/b]'),
      'content/b/index.md': page('B', 'children: [/content/a]'),
    });
    expect(childrenOf(site, 'a')).toEqual(['b']);
    expect(childrenOf(site, 'b')).toEqual([]);
    expect(site.diagnostics).toEqual([
      problem(
        'load/child-circle',
        'error',
        "The child '/content/a' leads back to a page above it.",
        'content/b/index.md:4:12',
        { hint: 'Remove it from the list.' },
      ),
    ]);
  });

  it('tells an entry without a file, with the nearest one', () => {
    const site = loadSite({
      'content/index.md': page(
        'Home',
        'children:',
        '  - /guids',
        '  - /nothing/alike',
        '  - /../a',
        '  - /guides/index',
        '  - /guides',
      ),
      'content/guides/index.md': page('Guides', 'children: [/a]'),
      'content/guides/a.md': page('A'),
    });
    const missing = (entry: string, line: number, hint: string) =>
      problem(
        'load/missing-child',
        'error',
        `The child '${entry}' has no file.`,
        `content/index.md:${line}:5`,
        { hint },
      );
    const write = 'Write the file, or remove the entry from the list.';
    expect(childrenOf(site, '')).toEqual(['guides']);
    expect(site.diagnostics).toEqual([
      missing('/guids', 5, "Did you mean '/guides'?"),
      missing('/nothing/alike', 6, write),
      missing('/../a', 7, write),
      missing('/guides/index', 8, "Did you mean '/guides'?"),
    ]);
  });

  it('tells a page that is named twice', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a, /a/b, /a]'),
      'content/a/index.md': page('A', 'children: [/b]'),
      'content/a/b.md': page('B'),
    });
    expect(childrenOf(site, '')).toEqual(['a']);
    expect(site.diagnostics).toEqual([
      problem(
        'load/duplicate-child',
        'error',
        "The child '/a/b' names 'a/b' a second time.",
        'content/index.md:4:16',
        {
          hint: 'It is first named at content/a/index.md:4:12.',
        },
      ),
      problem(
        'load/duplicate-child',
        'error',
        "The child '/a' names 'a' a second time.",
        'content/index.md:4:22',
        {
          hint: 'Remove one of the entries from the list.',
        },
      ),
    ]);
  });

  it('says which files no list names, once for a whole folder', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a]'),
      'content/a/index.md': page('A', 'children: [/b]'),
      'content/a/b.md': page('B'),
      'content/a/lost.md': page('Lost'),
      'content/c/index.md': page('C', 'children: [/d]'),
      'content/c/d.md': page('D'),
      'content/c/e/index.md': page('E', 'children: []'),
    });
    expect([...site.corpus.articles.keys()]).toEqual(['', 'a', 'a/b']);
    expect(site.diagnostics).toEqual([
      problem(
        'load/orphan',
        'warning',
        "No index page names 'content/a/lost.md', so it is not published.",
        'content/a/lost.md:1:1',
        {
          hint: "Add '/lost' to 'children' of content/a/index.md, or delete the file.",
        },
      ),
      problem(
        'load/orphan',
        'warning',
        "No index page names 'content/c/index.md', so it is not published, and neither are the files below it (2).",
        'content/c/index.md:1:1',
        { hint: "Add '/c' to 'children' of content/index.md, or delete the file." },
      ),
    ]);
  });

  it('does not blame the files below an index page that is broken itself', () => {
    const site = loadSite({
      'content/index.md': page('Home', 'children: [/a]'),
      'content/a/index.md': 'No frontmatter.',
      'content/a/b.md': page('B'),
    });
    expect(site.diagnostics.map(({ code }) => code)).toEqual(['load/no-frontmatter']);
    expect(childrenOf(site, '')).toEqual([]);
  });

  it('begins at the home page', () => {
    const { corpus, diagnostics } = loadSite({ 'content/a.md': page('A') });
    expect(corpus.articles.size).toBe(0);
    expect(diagnostics).toEqual([
      problem(
        'load/missing-home',
        'error',
        'There is no home page content/index.md.',
        'content/index.md:1:1',
        {
          hint: "Write it; its 'children' name the top-level folders.",
        },
      ),
    ]);
  });

  it('tells an index page with nothing to list, but for those that fill themselves', () => {
    const { diagnostics } = loadSite({
      'content/index.md': page('Home', 'children: [/a, /search, /tracks]'),
      'content/a/index.md': page('A'),
      'content/search/index.md': page('Search'),
      'content/tracks/index.md': page('Tracks', 'layout: journey-landing'),
    });
    expect(diagnostics).toEqual([
      problem(
        'load/no-children',
        'error',
        "The index page 'a' has no children, and there is no file below it.",
        'content/a/index.md:2:1',
        {
          hint: 'Make it an article: content/a.md.',
        },
      ),
    ]);
  });

  it('tells a file whose name cannot be in an address', () => {
    const { corpus, diagnostics } = loadSite({
      'content/index.md': page('Home', "children: ['/a b']"),
      'content/a b.md': page('A'),
    });
    expect([...corpus.articles.keys()]).toEqual(['']);
    expect(diagnostics).toEqual([
      problem(
        'load/file-name',
        'error',
        "The name of 'content/a b.md' cannot be part of an address.",
        'content/a b.md:1:1',
        {
          hint: 'Rename it: letters, digits and hyphens are safe.',
        },
      ),
    ]);
  });
});
