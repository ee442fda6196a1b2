import { describe, expect, it } from 'vitest';
import { simplifySite } from '../../src/codemod/index.ts';
import { openSource, page } from '../queries/open-source.ts';
import { applyTo, renderMarkdown } from './rewrite.ts';

const SERVER = "server: '*'";
const BOTH = "cloud: '*', server: '*'";

/** What becomes of the body of an article, and of other files. */
async function simplify(versions: string, body: string, others: Readonly<Record<string, string>> = {}) {
  const site = openSource({ 'content/a.md': page('A', versions, body), ...others });
  const rewrite = await simplifySite(site, renderMarkdown);
  const after = applyTo(site.files.texts, rewrite);
  const text = after.get('content/a.md') ?? '';
  return { ...rewrite, body: text.split('\n').slice(4, -1).join('\n'), after };
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
  it.each(CASES)('%s', async (_, versions, before, after) => {
    const { body, proof } = await simplify(versions, before);
    expect(body).toBe(after);
    expect(proof.broken).toEqual([]);
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
