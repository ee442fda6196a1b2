import { describe, expect, it } from 'vitest';
import { explainSource, type SourceExplanation } from '../../src/queries/index.ts';
import { UsageError } from '../../src/usage-error.ts';
import { openSource, page } from './open-source.ts';

const REUSABLE = [
  'Everybody installs the widget.',
  '',
  '{% ifversion server > 3.0 %}',
  'Servers ask their administrator.',
  '{% else %}',
  'All others press a button.',
  '{% endif %}',
  '{% comment %}',
  'A note for writers.',
  '{% endcomment %}',
  '<!-- Nobody reads this. -->',
  '',
].join('\n');

const files = {
  'content/start.md': page('Start', '*', 'Begin.\n\n{% data reusables.widgets.install %}'),
  'content/cloud.md': page(
    'Cloud',
    "cloud: '*'",
    '{% data reusables.widgets.outer %}\n\n{% ifversion server %}\nNever.\n{% endif %}',
  ),
  'data/reusables/widgets/outer.md': 'First:\n\n{% data reusables.widgets.install %}\n',
  'data/reusables/widgets/install.md': REUSABLE,
  'data/reusables/widgets/alone.md': 'Nobody uses me.\n',
  'data/variables/product.yml': 'name: Widget\nold: Gadget\n',
  'translations/ja/content/start.md': page(
    'はじめに',
    '*',
    '始めます。\n\n{% data reusables.widgets.install %}',
  ),
  'translations/ja/data/reusables/widgets/install.md': '全員がウィジェットを入れます。\n',
};
const site = openSource(files);
const explain = (line: number | undefined, file = 'data/reusables/widgets/install.md', of = site) =>
  explainSource(of, file, line);
const list = ({ places }: SourceExplanation) =>
  places.map(({ article, language, ranges, via }) =>
    [article, language, ranges, ...via.map(({ file, line }) => `${file}:${line}`)].join(' | '),
  );

describe('a line of a reusable', () => {
  it('is followed through every chain to pages, versions and languages', () => {
    expect(list(explain(1))).toEqual([
      'start | en | every version | content/start.md:7',
      'cloud | en | cloud | data/reusables/widgets/outer.md:3 | content/cloud.md:5',
      'cloud | ja | cloud | data/reusables/widgets/outer.md:3 | content/cloud.md:5',
    ]);
  });

  it('may be some lines, which come out where one of them does', () => {
    const { conditions, places, text, line, lastLine } = explainSource(
      site,
      'data/reusables/widgets/install.md',
      3,
      6,
    );
    expect([line, lastLine, text?.split('\n')[0]]).toEqual([3, 6, '{% ifversion server > 3.0 %}']);
    expect(conditions.map(({ tag }) => tag)).toEqual(['ifversion server > 3.0', 'else']);
    expect(new Set(places.map(({ ranges }) => ranges))).toEqual(new Set(['every version', 'cloud']));
    expect(list({ ...explain(1), places })).toHaveLength(3);
    const comment = explainSource(site, 'data/reusables/widgets/install.md', 7, 9);
    expect(comment.reason).toBeDefined();
    expect(() => explainSource(site, 'data/reusables/widgets/install.md', 3, 99)).toThrow(
      'so there is no line 99',
    );
    expect(() => explainSource(site, 'data/reusables/widgets/install.md', 6, 3)).toThrow('install.md:3-6');
  });

  it('has the conditions around it, with the versions that they hold for', () => {
    const { conditions, places } = explain(4);
    expect(conditions.map(({ tag, ranges, place }) => [tag, ranges, place.line])).toEqual([
      ['ifversion server > 3.0', 'server 3.1 and later', 3],
    ]);
    expect(places.map(({ addresses }) => addresses)).toEqual([
      ['/en/widget-server@3.2/start/', '/en/widget-server@3.1/start/'],
    ]);
  });

  it('stands for the text of its branch where it is nothing but a tag', () => {
    expect(list(explain(3))).toEqual(list(explain(4)));
    expect(list(explain(5))).toEqual(list(explain(6)));
  });

  it('is followed in the versions and languages asked for only', () => {
    const asked = openSource(files, { versions: ['server-3.1'], languages: ['en'] });
    expect(list(explain(4, undefined, asked))).toEqual(['start | en | every version | content/start.md:7']);
  });

  it.each([
    [9, 'It is in a Liquid comment.'],
    [11, 'It is in an HTML comment, which no reader sees.'],
    [2, 'The line is blank.'],
  ])('says why line %i comes out nowhere', (line, reason) => {
    expect(explain(line)).toMatchObject({ places: [], reason });
  });
});

describe('other files', () => {
  it('says that a branch is never taken, and who comes to its tag', () => {
    expect(explain(8, 'content/cloud.md').reason).toBe(
      "The branch 'ifversion server' on line 7 is never taken: its tag is reached in cloud.",
    );
  });

  it('follows values of variables, each for itself', () => {
    const used = openSource({
      ...files,
      'content/a.md': page('A', '*', 'The {% data variables.product.name %}.'),
    });
    expect(list(explain(1, 'data/variables/product.yml', used))).toEqual([
      'a | en | every version | content/a.md:5',
      'a | ja | every version | content/a.md:5',
    ]);
    expect(explain(2, 'data/variables/product.yml', used).places).toEqual([]);
  });

  it('looks at those articles only that may show the value of a line, by whatever way', () => {
    const VARIABLES = ['name: Widget', 'old: Gadget', "both: '{% data variables.product.name %}s'", ''].join(
      '\n',
    );
    const used = openSource({
      ...files,
      'data/variables/product.yml': VARIABLES,
      'data/variables/more.yml': "said: 'the {% data variables.product.both %}'\n",
      'data/reusables/said.md': 'It is {% data variables.more.said %}.\n',
      'content/a.md': page('A', '*', 'The {% data variables.product.old %}.'),
      'content/b.md': page('B', '*', '{% data reusables.said %}'),
      'content/c.md': page(
        'C',
        '*',
        '{% for each in site.data.variables.product %}{{ each[1] }} {% endfor %}',
      ),
      'content/d.md': page('D', '*', '{% assign all = site.data.variables %}{{ all.product.old }}'),
      'content/e.md': page('E', '*', '{{ site.data.variables.product["name"] }}'),
      'content/f.md': page('F', '*', 'Nothing of it: {% data variables.more.other %}'),
    });
    const look = (line: number) => {
      const { places, lookedAt } = explain(line, 'data/variables/product.yml', used);
      return [[...new Set(places.map(({ article }) => article))].join(' '), lookedAt / 2];
    };
    const whole = explain(undefined, 'data/variables/product.yml', used);
    expect(new Set(whole.places.map(({ article }) => article))).toEqual(new Set(['a', 'b']));
    // Values that an expression prints are of the text that prints them.
    expect(look(1)).toEqual(['b', 6]);
    expect(look(2)).toEqual(['a', 4]);
    expect(look(3)).toEqual(['b', 5]);
  });

  it('says what a line of frontmatter is for', () => {
    expect(list(explain(2, 'content/start.md'))).toEqual(['start | en | every version']);
    expect(explain(3, 'content/start.md').reason).toBe(
      "It belongs to 'versions' of the frontmatter, which is not shown as text.",
    );
  });

  it('follows a whole file', () => {
    expect(list(explain(undefined, 'data/reusables/widgets/outer.md'))).toEqual([
      'cloud | en | cloud | content/cloud.md:5',
      'cloud | ja | cloud | content/cloud.md:5',
    ]);
  });

  it('says that nobody uses a reusable', () => {
    expect(explain(1, 'data/reusables/widgets/alone.md').reason).toBe('No article uses the file.');
  });

  it('says that a translation gives way to the source language', () => {
    const broken = openSource({
      ...files,
      'translations/ja/content/cloud.md': page('クラウド', '*', '雲です。{% data reusables.nothing.here %}'),
    });
    expect(explain(5, 'translations/ja/content/cloud.md', broken).reason).toBe(
      'The translation has an error in body, so its pages show the source language instead.',
    );
  });

  it('says what data is for that no page shows', () => {
    const asked = openSource({
      ...files,
      'content/new.md': page('New', '*', '{% ifversion fresh %}Fresh.{% endif %}'),
      'data/features/fresh.yml': "versions:\n  server: '>3.0'\n",
      'data/features/idle.yml': "versions:\n  server: '*'\n",
      'data/learning-tracks/x.yml': 'first:\n  title: First\n',
      // Read from every line, a text of them would take minutes.
      'data/reusables/returns.md': '\r'.repeat(200_000),
    });
    const reasonOf = (file: string, line?: number) => explain(line, file, asked).reason;
    expect(reasonOf('data/features/fresh.yml')).toBe(
      "It is the feature 'fresh': server 3.1 and later. No page shows it. It is used in content/new.md. decant list pages --uses fresh names the pages.",
    );
    expect(reasonOf('data/features/idle.yml', 2)).toContain('Nothing uses it.');
    expect(reasonOf('data/variables/product.yml', 2)).toBe(
      "It belongs to 'variables.product.old', which nothing names.",
    );
    expect(reasonOf('data/learning-tracks/x.yml')).toBe(
      'No text refers to it: learning tracks and release notes are built from it.',
    );
  });

  it('says why an article is not published', () => {
    const odd = openSource({
      ...files,
      'content/a b.md': page('Blank', '*', 'Words.'),
      'content/deep/x.md': page('Deep', '*', 'Words.'),
      'translations/ja/content/a b.md': page('空白', '*', '言葉。'),
      'translations/ja/content/lost.md': page('迷子', '*', '言葉。'),
    });
    const reasonOf = (file: string) => explain(5, file, odd).reason;
    expect(reasonOf('content/a b.md')).toContain("published: The name of 'content/a b.md' cannot be part");
    expect(reasonOf('translations/ja/content/a b.md')).toContain('published: content/a b.md: The name of');
    expect(reasonOf('translations/ja/content/lost.md')).toContain(
      'it is a translation of an article that does not exist, content/lost.md.',
    );
    expect(reasonOf('content/deep/x.md')).toContain('no index page names it.');
  });

  it('names a file of a folder, and one that is named from further in', () => {
    expect(() => explain(undefined, 'data/reusables/widgets/')).toThrow(
      'is a folder. Name a file of it, such as data/reusables/widgets/alone.md.',
    );
    expect(() => explain(1, 'widgets/alone.md')).toThrow("Did you mean 'data/reusables/widgets/alone.md'?");
  });

  it('refuses a file or line that there is not, and names the nearest', () => {
    expect(() => explain(1, 'content/strat.md')).toThrow(UsageError);
    expect(() => explain(1, 'content/strat.md')).toThrow("Did you mean 'content/start.md'?");
    expect(() => explain(99, 'content/start.md')).toThrow('has 7 lines, so there is no line 99');
  });
});
