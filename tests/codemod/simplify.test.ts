import { describe, expect, it } from 'vitest';
import { simplifySite } from '../../src/codemod/index.ts';
import { openSource, page } from '../queries/open-source.ts';
import { applyTo, renderMarkdown } from './rewrite.ts';

const SERVER = "server: '*'";
const BOTH = "cloud: '*', server: '*'";
const ALL = "cloud: '*', server: '*', managed: '*'";

/** What becomes of the body of an article, and of other files. */
async function simplify(versions: string, body: string, others: Readonly<Record<string, string>> = {}) {
  const site = openSource({ 'content/a.md': page('A', versions, body), ...others });
  const rewrite = await simplifySite(site, renderMarkdown);
  const after = applyTo(site.files.texts, rewrite);
  return { ...rewrite, body: bodyOf(after.get('content/a.md')), after };
}

const bodyOf = (text: string | undefined) => text?.split('\n').slice(4, -1).join('\n');

/** A text, and what becomes of it. */
type Row = readonly [before: string, after: string];

/** What becomes of many bodies, each in an article of its own; with what is expected, to be compared. */
async function simplifyAll(rows: readonly (readonly [versions: string, ...Row])[]) {
  const files = rows.map(([versions, before], at) => [`content/row-${at}.md`, page('A', versions, before)]);
  const { after, proof } = await simplify(SERVER, '', Object.fromEntries(files));
  expect(proof.broken).toEqual([]);
  const bodies = rows.map(([, before], at) => [before, bodyOf(after.get(`content/row-${at}.md`))]);
  return [
    Object.fromEntries(bodies),
    Object.fromEntries(rows.map(([, before, expected]) => [before, expected])),
  ] as const;
}

/** As a writer would have written it by hand. Of the articles, some are in the server's releases alone, some in the cloud too. */
const CASES: readonly (readonly [name: string, versions: string, before: string, after: string])[] = [
  ['a tag on lines of its own', SERVER, 'A\n\n{% ifversion server %}\nB\n{% endif %}\n\nC', 'A\n\nB\n\nC'],
  ['blank lines inside', SERVER, 'A\n\n{% ifversion server %}\n\nB\n\n{% endif %}\n\nC', 'A\n\nB\n\nC'],
  ['no blank line around', SERVER, 'A\n{% ifversion server %}\nB\n{% endif %}\nC', 'A\n\nB\n\nC'],
  ['a dead block', SERVER, 'A\n\n{% ifversion cloud %}\nB\n{% endif %}\n\nC', 'A\n\nC'],
  ['at the begin and the end', SERVER, '{% ifversion server %}\nA\n\n{% endif %}', 'A'],
  ['an else that is left', SERVER, '{% ifversion cloud %}\nA\n{% else %}\nB\n{% endif %}', 'B'],
  [
    'nothing inside of what asks for more than the version',
    SERVER,
    '{% if page.title %}{% ifversion server %}A{% endif %}{% endif %}{% ifversion server %}B{% endif %}',
    '{% if page.title %}{% ifversion server %}A{% endif %}{% endif %}B',
  ],
  [
    'an elsif that moves up',
    BOTH,
    '{% ifversion managed %}A{% elsif server > 3.1 %}B{% else %}C{% endif %}',
    '{% ifversion server > 3.1 %}B{% else %}C{% endif %}',
  ],
  [
    'a branch in the middle',
    BOTH,
    '{% ifversion server > 3.1 %}A{%- elsif managed %}B{% else %}C{% endif %}',
    '{% ifversion server > 3.1 %}A{%- else %}C{% endif %}',
  ],
  [
    'an else that nobody gets',
    BOTH,
    '{% ifversion cloud %}\nA\n{% elsif server %}\nB\n{% else %}\nC\n{% endif %}',
    '{% ifversion cloud %}\nA\n{% elsif server %}\nB\n{% endif %}',
  ],
  ['words in a line', SERVER, 'one {% ifversion cloud %}two {% endif %}three', 'one three'],
  ['spaces on both sides', SERVER, 'one {% ifversion cloud %}two{% endif %} three', 'one three'],
  ['at the end of a line', SERVER, 'one {% ifversion cloud %}two{% endif %}\n\nthree', 'one\n\nthree'],
  ['at the begin of a line', SERVER, '{% ifversion cloud %}one{% endif %} two', 'two'],
  [
    'a chain in a line',
    SERVER,
    'on {% ifversion cloud %}the web{% endif %}{% ifversion server %}the server{% endif %}.',
    'on the server.',
  ],
  [
    'Japanese',
    SERVER,
    '{% ifversion cloud %}クラウド{% else %}サーバー{% endif %}で使います。',
    'サーバーで使います。',
  ],
  [
    'a row of a table',
    SERVER,
    '| a | b |\n| - | - |{% ifversion server %}\n| 1 | 2 |{% endif %}{% ifversion cloud %}\n| 3 | 4 |{% endif %}\n| 5 | 6 |',
    '| a | b |\n| - | - |\n| 1 | 2 |\n| 5 | 6 |',
  ],
  [
    'a row with tags that cut',
    SERVER,
    '| a | b |\n| - | - |\n| 1 | 2 |\n{%- ifversion server %}\n| 3 | 4 |\n{%- endif %}\n| 5 | 6 |',
    '| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |',
  ],
  [
    'a cell',
    SERVER,
    '| a |\n| - |\n| {% ifversion server %}x{% else %}y{% endif %} |',
    '| a |\n| - |\n| x |',
  ],
  ['an item', SERVER, '- a{% ifversion server %}\n- b{% endif %}\n- c', '- a\n- b\n- c'],
  ['a dead item', SERVER, '- a{% ifversion cloud %}\n- b{% endif %}\n- c', '- a\n- c'],
  [
    'items of a loose list',
    SERVER,
    '1. a\n{% ifversion server %}\n2. b\n{% endif %}\n3. c',
    '1. a\n\n2. b\n\n3. c',
  ],
  [
    'two blank lines that part a list',
    SERVER,
    '1. a\n\n   {% ifversion server %}\n   b\n   {% endif %}\n\n2. c',
    '1. a\n\n   \n   b\n   \n\n2. c',
  ],
  [
    'text of an item',
    SERVER,
    '1. a\n   {% ifversion server %}\n   b\n   {% endif %}\n2. c',
    '1. a\n\n   b\n\n2. c',
  ],
  ['a quote', SERVER, '> a\n> {% ifversion server %}\n> b\n> {% endif %}', '> a\n>\n> b\n>'],
  [
    'a fence',
    SERVER,
    '```shell\n{% ifversion server %}\n$ a\n{% endif %}\n$ b\n```',
    '```shell\n$ a\n$ b\n```',
  ],
  ['words of a fence', SERVER, '```\na  {% ifversion cloud %}b{% endif %}  c\n```', '```\na    c\n```'],
  ['a line break of two spaces', SERVER, 'a  {% ifversion cloud %}b{% endif %}\nc', 'a  \nc'],
  [
    'one in the other',
    SERVER,
    '{% ifversion server %}\n{% ifversion server > 3.1 %}A{% elsif cloud %}B{% endif %}\n{% endif %}',
    '{% ifversion server > 3.1 %}A{% endif %}',
  ],
  [
    'an else that loses all of its text',
    BOTH,
    '{% ifversion server > 3.1 %}A{% else %}{% ifversion managed %}B{% endif %}{% endif %}',
    '{% ifversion server > 3.1 %}A{% endif %}',
  ],
  [
    'a block that loses all of its text',
    BOTH,
    'A\n\n{% ifversion server > 3.1 %}\n{% ifversion managed %}B{% endif %}\n{% endif %}\n\nC',
    'A\n\nC',
  ],
  ['link text', SERVER, '[{% ifversion server %}one{% else %}two{% endif %}](/a)', '[one](/a)'],
  ['alt text', SERVER, '![{% ifversion cloud %}one{% else %}two{% endif %}](/x.png)', '![two](/x.png)'],
  [
    'shorter conditions',
    BOTH,
    '{% ifversion cloud or server > 2.9 or managed %}A{% endif %}{% ifversion managed or server > 3.1 %}B{% endif %}',
    'A{% ifversion server > 3.1 %}B{% endif %}',
  ],
  [
    'conditions in the language of Liquid',
    BOTH,
    '{% if currentVersion ver_gt "widget-server@2.9" or currentVersion == "widget-cloud@latest" %}A{% endif %}{% unless currentVersion == "widget-managed@latest" %}B{% else %}C{% endunless %}',
    'AB',
  ],
  [
    'raw',
    SERVER,
    '{% raw %}{% ifversion cloud %}A{% endif %}{% endraw %}',
    '{% raw %}{% ifversion cloud %}A{% endif %}{% endraw %}',
  ],
  [
    'a comment',
    SERVER,
    '{% comment %}{% ifversion cloud %}A{% endif %}{% endcomment %}B',
    '{% comment %}{% ifversion cloud %}A{% endif %}{% endcomment %}B',
  ],
  [
    'more than the version',
    SERVER,
    '{% if page.hidden and currentVersion == "widget-cloud@latest" %}A{% endif %}',
    '{% if page.hidden and currentVersion == "widget-cloud@latest" %}A{% endif %}',
  ],
];

describe('what says nothing goes as a writer would take it out', () => {
  it('in bodies', async () => {
    const [bodies, expected] = await simplifyAll(CASES.map(([, ...row]) => row));
    expect(bodies).toEqual(expected);
  });

  it('in values of YAML, however they are written', async () => {
    const { after, proof } = await simplify(
      SERVER,
      '{% data variables.v.plain %} {% data variables.v.block %}',
      {
        'data/variables/v.yml': `# Names.
plain: the {% ifversion server %}Server{% else %}Cloud{% endif %} # one line
quoted: 'it''s {% ifversion cloud %}not {% endif %}here'
escaped: "a \\"{% ifversion server %}b{% endif %}\\""
folded: >-
  one
  {% ifversion server %}two{% endif %}
  three
block: |
  {% ifversion server %}
  one
  {% endif %}
  two
`,
        'content/b.md': page(
          'B',
          SERVER,
          '{% data variables.v.quoted %} {% data variables.v.escaped %} {% data variables.v.folded %}',
        ),
      },
    );
    expect(after.get('data/variables/v.yml')).toBe(`# Names.
plain: the Server # one line
quoted: 'it''s here'
escaped: "a \\"b\\""
folded: >-
  one
  two
  three
block: |
  one

  two
`);
    expect(proof.broken).toEqual([]);
  });

  it('but not, nor is it told of, where the text has errors', async () => {
    const { edits, left } = await simplify(SERVER, '{% ifversion server %}A{% endif %}{% endif %}');
    expect([...edits]).toEqual([]);
    expect(left).toEqual([]);
  });

  it('in frontmatter', async () => {
    const { after, proof } = await simplify(SERVER, '', {
      'content/b.md': page(
        'B',
        SERVER,
        'Text.',
        "intro: 'Use {% ifversion cloud %}the web{% else %}a server{% endif %}.'",
      ),
    });
    expect(after.get('content/b.md')).toContain("\nintro: 'Use a server.'\n");
    expect(proof.broken).toEqual([]);
  });

  it('in translations', async () => {
    const { after, proof } = await simplify(SERVER, 'A', {
      'translations/ja/content/a.md':
        '---\ntitle: A\n---\n{% ifversion server %}サーバー{% else %}クラウド{% endif %}\n',
    });
    expect(after.get('translations/ja/content/a.md')).toBe('---\ntitle: A\n---\nサーバー\n');
    expect(proof).toMatchObject({ pages: 6 + 2 * 6, broken: [] });
  });
});

/** `∅` stands for a tag that nobody gets, with its text. */
const SPACES: readonly Row[] = [
  // Of the spaces on both sides those stay that stood first.
  ['a  ∅ b', 'a  b'],
  ['a ∅  b', 'a b'],
  ['a∅ b', 'a b'],
  ['a ∅b', 'a b'],
  ['a∅b', 'ab'],
  ['a ∅∅ ∅ b', 'a b'],
  ['a\t∅ b', 'a\t b'],
  ['a ∅ | b |\n| - | - |', 'a | b |\n| - | - |'],
  // Two at the end of a line break it.
  ['a ∅', 'a'],
  ['a∅ \nb', 'a\nb'],
  ['`a`∅ \nb', '`a`\nb'],
  ['a  ∅', 'a  '],
  ['a∅  \nb', 'a  \nb'],
  ['a ∅ \nb', 'a  \nb'],
  ['a∅\t\nb', 'a\t\nb'],
  // More than one at the begin of a line, an item or a quote may be an indentation.
  ['∅  a', '  a'],
  [' ∅ a', ' a'],
  [' ∅  a', '   a'],
  ['> ∅ a', '> a'],
  ['> ∅  a', '>   a'],
  ['> > ∅  a', '> >   a'],
  ['- ∅  a', '-   a'],
  ['* ∅  a', '*   a'],
  ['+ ∅  a', '+   a'],
  ['12. ∅  a', '12.   a'],
  ['3) ∅  a', '3)   a'],
  ['> - ∅  a', '> -   a'],
  ['- a\n  - ∅  b', '- a\n  -   b'],
  // These are words.
  ['- a ∅  b', '- a b'],
  ['a - ∅  b', 'a - b'],
  ['a > ∅  b', 'a > b'],
  ['-- ∅  a', '-- a'],
  ['1 ∅  a', '1 a'],
  ['1: ∅  a', '1: a'],
  ['x) ∅  a', 'x) a'],
  // Nobody knows what spaces mean in code.
  ['`a  ∅  b` c ∅ d', '`a    b` c d'],
  ['a ∅ `b ∅ c`', 'a `b  c`'],
  ['```\na ∅ b\n```\n\nc ∅ d', '```\na  b\n```\n\nc d'],
  ['    a ∅ b\n\nc ∅ d', '    a  b\n\nc d'],
  // Edits that are no cuts move what comes behind them.
  ['{% ifversion cloud or server < 3.2 %}a{% endif %} ∅ b', '{% ifversion server < 3.2 %}a{% endif %} b'],
];

/** `∅` stands for a tag on three lines that nobody gets; `[` and `]` for one that everybody gets. */
const LINES: readonly Row[] = [
  ['A\n∅\nB', 'A\n\nB'],
  ['A\n\n∅\nB', 'A\n\nB'],
  ['A\n∅\n\nB', 'A\n\nB'],
  ['A\n\n\n∅\n\n\nB', 'A\n\nB'],
  ['A\n  ∅  \nB', 'A\n\nB'],
  ['A\n  ∅  \n\nB', 'A\n\nB'],
  ['A\n∅ ∅\nB', 'A\n\nB'],
  ['A\n∅\n∅\nB', 'A\n\nB'],
  ['A\n∅\n\n∅\nB', 'A\n\nB'],
  ['A\n∅\nB\n∅\nC', 'A\n\nB\n\nC'],
  // A blank line that was there stays as it was.
  ['A\n  \n∅\n\nB', 'A\n  \nB'],
  ['A\n\n∅\n  \nB', 'A\n\nB'],
  // Nothing has to be parted at the begin and the end.
  ['∅\nA', 'A'],
  ['∅\n\nA', '\nA'],
  ['\n∅\nA', '\nA'],
  ['A\n∅', 'A'],
  ['A\n\n∅', 'A'],
  ['A\n\n∅\n', 'A'],
  ['A\n∅\n\n', 'A'],
  ['∅', ''],
  ['A\n[\nB\n]\n[\nC\n]\nD', 'A\n\nB\n\nC\n\nD'],
  ['A\n[\n\nB\n\n]\n\n[\n\nC\n\n]\nD', 'A\n\nB\n\nC\n\nD'],
  ['[\n\nA\n\n]\n\nB', '\nA\n\nB'],
  ['A\n\n[\n\nB\n\n]\n', 'A\n\nB'],
  ['> a\n> ∅\n> b', '> a\n>\n> b'],
  // In a fence a blank line is for readers, so only those stay that were written.
  ['```\na\n∅\nb\n```', '```\na\nb\n```'],
  ['```\na\n\n∅\n\nb\n```', '```\na\n\n\nb\n```'],
  ['```\na\n[\nb\n]\n\n[\nc\n]\n```\n\nD', '```\na\nb\n\nc\n```\n\nD'],
  ['````\na\n```\n∅\n````', '````\na\n```\n````'],
  ['- a\n  ```\n  b\n  [\n  c\n  ]\n  ```', '- a\n  ```\n  b\n  c\n  ```'],
  ['```\na\n```\n∅\nB', '```\na\n```\n\nB'],
  ['A\n∅\n```\na\n```', 'A\n\n```\na\n```'],
  ['A\n\n    a\n∅\n    b\n\nB', 'A\n\n    a\n\n    b\n\nB'],
];

describe('white space', () => {
  const DEAD = '{% ifversion cloud %}x{% endif %}';

  const write = (rows: readonly Row[], dead: string) =>
    rows.map(([before, after]) => {
      const text = before.replaceAll('∅', dead).replace(/^\[|(?<=\n *)\[/g, '{% ifversion server %}');
      return [SERVER, text.replace(/(?<=\n *)\]/g, '{% endif %}'), after] as const;
    });

  it('beside what goes', async () => {
    const [bodies, expected] = await simplifyAll(write(SPACES, DEAD));
    expect(bodies).toEqual(expected);
  });

  it('on lines that lose their words', async () => {
    const [bodies, expected] = await simplifyAll(write(LINES, DEAD.replace('x', '\nx\n')));
    expect(bodies).toEqual(expected);
  });

  it('in the last line of a file that ends without a newline', async () => {
    const { after } = await simplify(SERVER, '', {
      'content/b.md': page('B', SERVER, `A\n  ${DEAD}`).trimEnd(),
      'content/c.md': page('C', SERVER, `A\n\nB ${DEAD}`).trimEnd(),
    });
    expect(after.get('content/b.md')).toBe(page('B', SERVER, 'A'));
    expect(after.get('content/c.md')).toBe(page('C', SERVER, 'A\n\nB').trimEnd());
  });
});

/** Tags that cut white space, by a dash. */
const DASHES: readonly Row[] = [
  ['a {%- ifversion cloud -%} x {%- endif -%} b', 'ab'],
  ['a {%- ifversion cloud %} x {% endif -%} b', 'ab'],
  ['a {% ifversion cloud -%} x {%- endif %} b', 'a b'],
  ['a \n\n{%- ifversion server -%}\n\n x {%- else -%} y {%- endif -%}\n\n b', 'axb'],
  ['a {% ifversion server -%} x {%- else %} y {% endif %} b', 'a x b'],
  ['a {% ifversion server %} x {%- elsif cloud %} y {% endif -%} b', 'a xb'],
  ['a {%- ifversion cloud -%} x {%- else -%} y {%- endif -%} b', 'ayb'],
  ['a {% ifversion cloud %} x {%- else %} y {%- endif %} b', 'a y b'],
  ['a {% ifversion cloud %}x{% elsif server -%} y {%- else %}z{% endif %} b', 'a y b'],
];

describe('a tag', () => {
  it('takes the white space along that it cut', async () => {
    const [bodies, expected] = await simplifyAll(DASHES.map((row) => [SERVER, ...row]));
    expect(bodies).toEqual(expected);
  });

  /** Written for the server and the cloud. */
  const WORDS: readonly (readonly [name: string, ...Row])[] = [
    [
      'that is written without spaces',
      '{%ifversion managed%}A{%elsif server > 3.1%}B{%else%}C{%endif%}',
      '{%ifversion server > 3.1%}B{%else%}C{%endif%}',
    ],
    [
      'with many spaces',
      '{%  ifversion   managed or server > 3.1   %}A{%   elsif cloud  %}B{% else %}C{%  endif  %}',
      '{%  ifversion   server > 3.1   %}A{%   elsif cloud  %}B{% else %}C{%  endif  %}',
    ],
    [
      'on lines',
      '{% ifversion\n  managed or server > 3.1\n%}A{% endif %}',
      '{% ifversion\n  server > 3.1\n%}A{% endif %}',
    ],
    [
      'whose first branch goes cuts what it cut',
      'a\n\n{%- ifversion managed -%}\nA\n{%- elsif server > 3.1 -%}\nB\n{%- endif -%}\n\nb',
      'a\n\n{%- ifversion server > 3.1 -%}\nB\n{%- endif -%}\n\nb',
    ],
    [
      'whose first branch goes cuts no more than it cut',
      'a\n\n{% ifversion managed -%}\nA\n{%- elsif server > 3.1 %}\nB\n{%- endif -%}\n\nb',
      'a\n\n{% ifversion server > 3.1 %}\nB\n{%- endif -%}\n\nb',
    ],
    [
      'whose last branch goes',
      '{% ifversion server > 3.1 %}A{%- elsif managed %}B{% endif %}C',
      '{% ifversion server > 3.1 %}A{%- endif %}C',
    ],
    [
      'of which every second branch goes',
      '{% ifversion managed %}A{% elsif server > 3.1 %}B{% elsif managed %}C{% elsif cloud -%} D {% elsif managed -%} E {% endif %}',
      '{% ifversion server > 3.1 %}B{% elsif cloud -%} D {% endif %}',
    ],
    [
      'keeps a branch without text, where others follow',
      '{% ifversion server > 3.1 %}A{% elsif server > 3.0 %}{% ifversion managed %}B{% endif %}{% elsif cloud %}C{% endif %}',
      '{% ifversion server > 3.1 %}A{% elsif server > 3.0 %}{% elsif cloud %}C{% endif %}',
    ],
    [
      'loses all branches at its end that have lost their text',
      '{% ifversion server > 3.1 %}A{% elsif server > 3.0 %}{% ifversion managed %}B{% endif %}{% else %} {% ifversion managed %}C{% endif %} {% endif %}',
      '{% ifversion server > 3.1 %}A{% endif %}',
    ],
    [
      'keeps a branch that never had a text',
      '{% ifversion server > 3.1 %}A{% else %}{% endif %}',
      '{% ifversion server > 3.1 %}A{% else %}{% endif %}',
    ],
    [
      'in a branch that stays',
      '{% ifversion server %}A {% ifversion cloud %}x{% endif %}{% ifversion server > 3.1 %}B{% else %}{% ifversion server > 3.0 %}C{% elsif cloud %}y{% endif %}{% endif %}{% endif %}',
      '{% ifversion server %}A {% ifversion server > 3.1 %}B{% else %}{% ifversion server > 3.0 %}C{% endif %}{% endif %}{% endif %}',
    ],
    [
      'in a branch that goes',
      '{% ifversion managed %}A {% ifversion cloud %}x{% endif %}{% endif %}B{% ifversion managed %}C{% endif %}D',
      'BD',
    ],
    [
      'in tags that ask the same',
      '{% ifversion cloud %}{% ifversion cloud %}{% ifversion cloud %}A{% endif %}{% endif %}{% endif %}',
      '{% ifversion cloud %}A{% endif %}',
    ],
    [
      'around what asks for more than the version',
      '{% ifversion server or cloud %}{% if page.title %}A{% ifversion managed %}B{% endif %}{% endif %}{% for x in page.y %}{{ x }}{% endfor %}{% endif %}',
      '{% if page.title %}A{% ifversion managed %}B{% endif %}{% endif %}{% for x in page.y %}{{ x }}{% endfor %}',
    ],
    [
      'beside what asks for more than the version',
      '{% ifversion managed %}A{% endif %}{% if page.title %}B{% endif %}{% ifversion managed %}C{% endif %}',
      '{% if page.title %}B{% endif %}',
    ],
    [
      'in a comment of HTML',
      '<!-- {% ifversion managed %}A{% endif %} -->\n\nB',
      '<!-- {% ifversion managed %}A{% endif %} -->\n\nB',
    ],
  ];
  it('keeps what is written of it', async () => {
    const [bodies, expected] = await simplifyAll(WORDS.map(([, ...row]) => [BOTH, ...row]));
    expect(bodies).toEqual(expected);
  });
});

/** Conditions of `if` in articles of all plans, and of `ifversion` where it matters. */
const CONDITIONS: readonly Row[] = [
  [
    "currentVersion != 'widget-cloud@latest' and currentVersion ver_gt 'widget-server@2.9'",
    'enterpriseServerVersions contains currentVersion',
  ],
  [
    "currentVersion != 'widget-cloud@latest' and currentVersion != 'widget-server@2.9'",
    "currentVersion != 'widget-cloud@latest'",
  ],
  [
    "currentVersion=='widget-cloud@latest'  or  currentVersion   ==   'widget-server@2.9'",
    "currentVersion=='widget-cloud@latest'",
  ],
  [
    "enterpriseServerVersions  contains  currentVersion and currentVersion != 'widget-cloud@latest'",
    'enterpriseServerVersions  contains  currentVersion',
  ],
  [
    "currentVersion ver_gt 'widget-server@2.9' and enterpriseServerVersions contains currentVersion",
    'enterpriseServerVersions contains currentVersion',
  ],
  [
    "currentVersion ver_gt 'widget-server@2.9.5' and currentVersion ver_lt 'widget-server@3.2'",
    "currentVersion ver_lt 'widget-server@3.2'",
  ],
  // `and` and `or` bind alike, to the right.
  [
    "currentVersion == 'widget-cloud@latest' and currentVersion == 'widget-cloud@latest' or currentVersion == 'widget-managed@latest'",
    "currentVersion == 'widget-cloud@latest'",
  ],
  [
    "currentVersion == 'widget-cloud@latest' or currentVersion == 'widget-managed@latest' and currentVersion != 'widget-server@3.0'",
    "currentVersion == 'widget-cloud@latest' or currentVersion == 'widget-managed@latest'",
  ],
  [
    "currentVersion == 'widget-cloud@3.0' or currentVersion == 'widget-server@3.0'",
    "currentVersion == 'widget-server@3.0'",
  ],
  // These stay, for nothing shorter says the same, or nobody knows what they mean.
  ...[
    "currentVersion != 'widget-cloud@latest' and currentVersion != 'widget-managed@latest'",
    "currentVersion == 'widget-cloud@latest' or currentVersion ver_gt 'widget-server@2.9'",
    "currentVersion == 'widget-server@3' or currentVersion == 'widget-server@3.0'",
    "currentVersion == 'other@3.0' or currentVersion == 'widget-server@3.0'",
    "currentVersion ver_lt 'widget-cloud@latest' or currentVersion == 'widget-server@3.0'",
    "currentVersion == 'widget-cloud@latest' or (currentVersion == 'widget-server@2.9')",
    "currentVersion == 'widget-cloud@latest' or page['x'] == 'widget-server@2.9'",
    "currentVersion == 'widget-server@2.9' or page.hidden",
  ].map((text) => [text, text] as const),
];

it('a condition of Liquid gets as short as it can be said', async () => {
  const write = (condition: string) => `{% if ${condition} %}A{% endif %}`;
  const [bodies, expected] = await simplifyAll(
    CONDITIONS.map(([before, after]) => [ALL, write(before), write(after)]),
  );
  expect(bodies).toEqual(expected);
});

it('a feature counts as it is now', async () => {
  const { body } = await simplify(
    BOTH,
    '{% ifversion all %}A{% endif %}{% ifversion some %}B{% endif %}{% ifversion some or cloud or server %}C{% endif %}',
    {
      'data/features/all.yml': "versions: '*'\n",
      'data/features/some.yml': "versions:\n  server: '>=3.1'\n",
    },
  );
  expect(body).toBe('A{% ifversion some %}B{% endif %}C');
});

it('what was shown counts where nobody can tell what a condition means', async () => {
  const text =
    '{% if currentVersion contains "server" and currentVersion contains "widget" %}A{% else %}B{% endif %}';
  expect((await simplify(SERVER, text)).body).toBe('A');
  expect((await simplify(BOTH, text)).body).toBe(text);
});

it('what no article comes to stays as it is', async () => {
  const others = {
    'data/reusables/r.md': '{% ifversion cloud %}A{% endif %}B\n',
    'data/variables/v.yml': 'a: "{% ifversion cloud %}A{% endif %}"\n',
  };
  expect((await simplify(SERVER, 'One.', others)).edits.size).toBe(0);
});

describe('a reusable', () => {
  const INNER = 'data/reusables/r.md';

  it('keeps what one of its users needs', async () => {
    const text = 'one {% ifversion server %}two{% endif %}';
    const users = { 'content/b.md': page('B', "cloud: '*'", '{% data reusables.r %}'), [INNER]: text };
    expect((await simplify(SERVER, '{% data reusables.r %}', users)).after.get(INNER)).toBe(text);
    expect((await simplify(SERVER, '{% data reusables.r %}', { [INNER]: text })).after.get(INNER)).toBe(
      'one two',
    );
  });

  it('in an indentation', async () => {
    const { after, proof } = await simplify(
      SERVER,
      '1. one\n   {% indented_data_reference reusables.r spaces=3 %}\n2. two',
      { [INNER]: 'a\n\n{% ifversion server %}\n- b\n{% endif %}\n\nc\n' },
    );
    expect(after.get(INNER)).toBe('a\n\n- b\n\nc\n');
    expect(proof.broken).toEqual([]);
  });

  it('stays as it is where the blank lines that its tags leave mean something', async () => {
    const text = '{% ifversion server %}\nTwo.\n{% endif %}\n';
    const { after, left, proof } = await simplify(SERVER, 'One.\n{% data reusables.r %}\nThree.', {
      [INNER]: text,
    });
    expect(after.get(INNER)).toBe(text);
    expect(left).toMatchObject([{ place: { file: INNER, line: 1 } }]);
    expect(proof.broken).toEqual([]);
  });

  it('that is named by what Liquid computes stays, and so does one with errors', async () => {
    const text = '{% ifversion cloud %}A{% endif %}B';
    const computed = await simplify(SERVER, '{{ site.data.reusables[page.title] }}{% data reusables.r %}', {
      [INNER]: text,
    });
    expect(computed.after.get(INNER)).toBe(text);
    const broken = await simplify(SERVER, '{% data reusables.r %}{% ifversion server %}', { [INNER]: text });
    expect(broken.after.get(INNER)).toBe(text);
    expect(broken.body).toBe('{% data reusables.r %}{% ifversion server %}');
  });
});

it('white space that differs is told, with lines of HTML', async () => {
  const { proof } = await simplify(SERVER, 'one {% ifversion cloud %}two{% endif %} three');
  expect(proof.blank).toMatchObject([
    {
      language: 'en',
      path: 'a',
      versions: ['server-3.2', 'server-3.1', 'server-3.0'],
      part: 'body',
      place: { file: 'content/a.md', line: 5 },
      lines: ['-<p>one  three</p>', '+<p>one three</p>'],
    },
    { language: 'ja' },
  ]);
});
