import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

const ALL = ['fpt', 'ghes-3.10', 'ghes-3.2', 'ghes-3.1', 'ghae', 'ghae-next'];

/** Resolves a body that all versions share; diagnostics without what is the same in all of them. */
function resolveBroken(main: string): { text: string; broken: boolean; found: unknown } {
  const { value, diagnostics } = createSite({ articles: { main } }).resolve();
  const [resolution] = value;
  const found = diagnostics.map(({ versions, languages, via, place, ...rest }) => {
    expect({ versions, languages, via, file: place.file }).toEqual({
      versions: ALL,
      languages: ['en'],
      via: [],
      file: 'content/main.md',
    });
    return { ...rest, at: `${place.line}:${place.column}` };
  });
  return { text: resolution?.fields.body?.text ?? '', broken: resolution?.broken ?? false, found };
}

describe('mistakes in tags', () => {
  test('an unknown tag', () => {
    expect(resolveBroken('a\n b {% dato x %} c')).toEqual({
      text: 'a\n b {% dato x %} c',
      broken: false,
      found: [
        {
          code: 'resolve/unknown-tag',
          severity: 'error',
          message: "There is no tag 'dato'.",
          hint: "Did you mean 'data'?",
          at: '11:4',
        },
      ],
    });
    expect(resolveBroken('{% somethingelse %}').found).toEqual([
      expect.objectContaining({
        hint: 'If the braces are part of the text, put it between {% raw %} and {% endraw %}.',
      }),
    ]);
  });

  test('a tag that is never closed', () => {
    expect(resolveBroken('a {% note %} b')).toEqual({
      text: 'a <section class="callout callout-note"> b</section>',
      broken: false,
      found: [
        {
          code: 'resolve/unclosed-tag',
          severity: 'error',
          message: "The tag 'note' is never closed.",
          hint: 'Put {% endnote %} where it ends, within the same file and the same enclosing tag.',
          at: '10:3',
        },
      ],
    });
    expect(resolveBroken('{% comment %} a').found).toEqual([
      expect.objectContaining({
        code: 'resolve/unclosed-tag',
        message: "The tag 'comment' is never closed.",
      }),
    ]);
  });

  test('a tag that closes or divides nothing', () => {
    expect(resolveBroken('a {% endnote %}{% else %}{% endraw %} b')).toEqual({
      text: 'a  b',
      broken: true,
      found: [
        {
          code: 'resolve/stray-tag',
          severity: 'error',
          message: "The tag 'endnote' is outside the tag it belongs to.",
          hint: "Remove it, or open the 'note' it belongs to before it in the same file.",
          at: '10:3',
        },
        expect.objectContaining({ code: 'resolve/stray-tag', at: '10:16' }),
        expect.objectContaining({
          code: 'resolve/stray-tag',
          hint: "Remove it, or open the 'raw' it belongs to before it in the same file.",
          at: '10:26',
        }),
      ],
    });
  });

  test('tags that cross', () => {
    expect(resolveBroken('{% note %}{% if true %}a{% endnote %}b{% endif %}').found).toEqual([
      expect.objectContaining({
        code: 'resolve/unclosed-tag',
        message: "The tag 'if' is never closed.",
        at: '10:11',
      }),
      expect.objectContaining({ code: 'resolve/stray-tag', at: '10:39' }),
    ]);
  });

  test('raw text that never ends is shown as it stands, and the page stays', () => {
    expect(resolveBroken('a {% raw %}{{ b }} {% c %}')).toEqual({
      text: 'a {{ b }} {% c %}',
      broken: false,
      found: [
        {
          code: 'resolve/unclosed-raw',
          severity: 'error',
          message: "The tag 'raw' is never closed, so all text after it is shown as written.",
          hint: 'Put {% endraw %} where the raw text ends.',
          at: '10:3',
        },
      ],
    });
  });

  test('raw text that is opened again before it ends', () => {
    expect(resolveBroken('{% raw %}{{ a }}{% raw %} b {% raw %}c{% endraw %}')).toEqual({
      text: '{{ a }}{% raw %} b {% raw %}c',
      broken: false,
      found: [
        {
          code: 'resolve/raw-in-raw',
          severity: 'warning',
          message: `A tag 'raw' is inside raw text, so it is shown as written: the 'raw' before it is not closed.`,
          hint: 'Put {% endraw %} where the raw text ends; perhaps this tag was meant to be it.',
          at: '10:17',
        },
      ],
    });
  });

  test('braces that open nothing', () => {
    expect(resolveBroken('a {{ b {% if true %}c{% endif %} {% d')).toEqual({
      text: 'a {{ b c {% d',
      broken: false,
      found: [
        {
          code: 'resolve/unclosed-delimiter',
          severity: 'error',
          message: "The '{{' has no '}}'.",
          hint: "Close it with '}}', or put the text between {% raw %} and {% endraw %}.",
          at: '10:3',
        },
        {
          code: 'resolve/unclosed-delimiter',
          severity: 'error',
          message: "The '{%' has no '%}'.",
          hint: "Close it with '%}', or put the text between {% raw %} and {% endraw %}.",
          at: '10:34',
        },
      ],
    });
    expect(resolveBroken('{% if true {% endif %}').found).toEqual([
      expect.objectContaining({ code: 'resolve/unclosed-delimiter', at: '10:1' }),
      expect.objectContaining({ code: 'resolve/stray-tag', at: '10:12' }),
    ]);
  });

  test('braces in quotes open nothing', () => {
    expect(resolveBroken('{{ "{{ x }" }}{% assign a = "{% b" %}{{ a }}')).toEqual({
      text: '{{ x }{% b',
      broken: false,
      found: [],
    });
  });

  test('a tag or output that cannot be read, with what stands in it still judged', () => {
    expect(resolveBroken('{% if a | %}{% nono %}{% else %}{{ }}{% endif %}b')).toEqual({
      text: 'b',
      broken: false,
      found: [
        {
          code: 'resolve/unknown-tag',
          severity: 'error',
          message: "There is no tag 'nono'.",
          hint: "Did you mean 'note'?",
          at: '10:13',
        },
        {
          code: 'resolve/syntax',
          severity: 'error',
          message: 'The output \'{{ }}\' cannot be read: invalid value expression: "".',
          hint: 'If the braces are part of the text, put it between {% raw %} and {% endraw %}.',
          at: '10:33',
        },
      ],
    });
    expect(resolveBroken('{% for a of b %}{% nono %}{% endfor %}{% %}').found).toEqual([
      expect.objectContaining({
        code: 'resolve/syntax',
        message: "The tag 'for' cannot be read: illegal tag: {% for a of b %}.",
        at: '10:1',
      }),
      expect.objectContaining({ code: 'resolve/unknown-tag', at: '10:17' }),
      expect.objectContaining({ message: "The tag '{% %}' cannot be read: it has no name.", at: '10:39' }),
    ]);
  });

  test('an else with a condition is an elsif, and the page stays', () => {
    expect(
      resolveBroken(
        '{% ifversion nope-issue-1 or fpt %}{% endif %}{% if false %}a{% else if true %}b{% endif x %}',
      ).found,
    ).toContainEqual({
      code: 'resolve/unexpected-arguments',
      severity: 'error',
      message: "The tag 'else' takes no condition; 'if true' in it is read as that of an 'elsif'.",
      hint: 'Write {% elsif true %}.',
      at: '10:62',
    });
    expect(resolveBroken('{% if false %}a{% else if false %}b{% else %}c{% endif x %}')).toEqual({
      text: 'c',
      broken: false,
      found: [
        expect.objectContaining({ code: 'resolve/unexpected-arguments', at: '10:16' }),
        expect.objectContaining({
          code: 'resolve/unexpected-arguments',
          hint: 'Write {% endif %}.',
          at: '10:47',
        }),
      ],
    });
  });

  test.each([
    ['a condition that misses an `or`', 'a{% ifversion fpt ghes %}b{% else %}c{% endif %}d', 'ad'],
    ['a condition whose tag is not spelt right', 'a{% ifvesion fpt %}b{% else %}c{% endif %}d', 'ad'],
    ['a condition of another engine', 'a{% if_version lt:2 %}b{% endif_version %}d', 'ad'],
    ['a condition with a branch not spelt right', 'a{% if true %}b{% elseif fpt %}c{% endif %}d', 'ad'],
    ['a condition that compares without `ifversion`', 'a{% if ghes > 3.1 %}b{% else %}c{% endif %}d', 'ad'],
    ['a condition without words', 'a{% if true %}b{% elsif %}c{% endif %}d', 'ad'],
    ['a branch behind the last', 'a{% if false %}b{% else %}c{% elsif true %}d{% endif %}e', 'ae'],
    ['an end that is not spelt right', 'a{% ifversion all %}b{% endfi %}{% if true %}c{% end if %}d', 'acd'],
    [
      'a callout that is not spelt right',
      '{% noet %}\n\na\n\n{% endnote %}',
      '<section class="callout callout-note">\n\na\n\n</section>',
    ],
    [
      'a block of another engine',
      'a {%- panel x -%} b {%- endpanel -%} c',
      'a {%- panel x -%} b {%- endpanel -%} c',
    ],
    ['a tag of another engine, in code', '```\n{% load static %}\n```', '```\n{% load static %}\n```'],
    ['a split tag', 'a {{% data x %}} b', 'a  b'],
  ])('keeps the page, and shows nothing that may be false: %s', (_, main, text) => {
    const { text: shown, broken, found } = resolveBroken(main);
    expect({ shown, broken }).toEqual({ shown: text, broken: false });
    expect(found).toContainEqual(expect.objectContaining({ severity: 'error' }));
  });

  test.each([
    '{% ifversion fpt %}a',
    'a{% endif %}',
    'a{% else %}b',
    'a{% comment %}b',
    'b{% endcomment %}',
    '{% ifversion fpt %}a{% else }b{% endif %}',
    '{% ifversion fpt %}a{{% else %}}b{% endif %}',
    '{% ifversion fpt %}a{% %}b{% endif %}',
    '{% for a in b %}a',
  ])('leaves the page out where nobody knows which text is for whom: %s', (main) => {
    expect(resolveBroken(main).broken).toBe(true);
  });

  test('an else with a condition, closed by nothing but what stands around it', () => {
    expect(resolveBroken('{% note %}{% if false %}a{% else if true %}b{% endnote %}').found).toEqual([
      expect.objectContaining({
        code: 'resolve/unclosed-tag',
        message: "The tag 'if' is never closed.",
        at: '10:11',
      }),
      expect.objectContaining({ code: 'resolve/unexpected-arguments', at: '10:26' }),
    ]);
    expect(resolveBroken('{% unless true %}a{% else if true %}b{% endunless %}').text).toBe('b');
  });

  test('a second else goes on with the first', () => {
    expect(resolveBroken('{% if false %}a{% else %}b{% else %}c{% endif %}')).toEqual({
      text: 'bc',
      broken: false,
      found: [
        {
          code: 'resolve/repeated-else',
          severity: 'error',
          message: "The tag 'if' has an 'else' already; what follows is taken as part of it.",
          hint: 'Write {% elsif … %} for each branch but the last.',
          at: '10:27',
        },
      ],
    });
  });

  test('a percent sign too many at the end of a tag', () => {
    expect(resolveBroken('{% if true % %}a{% endif %}')).toEqual({
      text: 'a',
      broken: false,
      found: [
        {
          code: 'resolve/stray-percent',
          severity: 'warning',
          message: "There is an extra '%' before the end of the tag.",
          hint: "Remove the '%' before '%}'.",
          at: '10:12',
        },
      ],
    });
  });

  test('templates, which do not exist here, where one is reached', () => {
    expect(resolveBroken('{% if false %}{% include "a" %}{% endif %}')).toEqual({
      text: '',
      broken: false,
      found: [],
    });
    expect(
      resolveBroken(
        '{% include "/etc/passwd" %}{% render "a" %}{% layout "b" %}{% block c %}x{% endblock %}',
      ),
    ).toEqual({
      text: 'x',
      broken: false,
      found: [
        {
          code: 'resolve/no-templates',
          severity: 'error',
          message: "The tag 'include' asks for a template, and templates do not exist here.",
          hint: 'Put the text into a reusable and bring it in with {% data reusables.FOLDER.FILE %}.',
          at: '10:1',
        },
        expect.objectContaining({
          message: "The tag 'render' asks for a template, and templates do not exist here.",
        }),
        expect.objectContaining({
          message: "The tag 'layout' asks for a template, and templates do not exist here.",
        }),
        expect.objectContaining({
          message: "The tag 'block' asks for a template, and templates do not exist here.",
        }),
      ],
    });
  });

  test('an include of what was made of data outside of the content', () => {
    expect(resolveBroken('{% include rest_operation %}{% include toolbox %}').found).toEqual([
      expect.objectContaining({
        code: 'resolve/no-templates',
        hint: 'Put the text into a reusable and bring it in with {% data reusables.FOLDER.FILE %}.',
      }),
      expect.objectContaining({
        code: 'resolve/outside-data',
        severity: 'warning',
        message:
          "'rest_operation' is generated from data outside the content, so this part of the page is empty.",
      }),
    ]);
  });

  test('a tag that fails while it is rendered, and no others', () => {
    expect(resolveBroken('a{{ "%" | url_decode }}{% data none.x %}b')).toEqual({
      text: 'ab',
      broken: false,
      found: [
        {
          code: 'resolve/failed',
          severity: 'error',
          message: 'The tag cannot be rendered: URI malformed.',
          hint: 'Look at the values and filters it uses.',
          at: '10:2',
        },
        expect.objectContaining({ code: 'resolve/unknown-reference', at: '10:24' }),
      ],
    });
  });

  test.each([
    '{% foo %}',
    '{% endif %}',
    '{% else if fpt %}',
    '{% endnote x %}',
    '{{ 1 | foo }}',
    '{{ a',
    '{% data',
    '{ % data a %}',
    '{% octicon gear %}',
    '{% link_in_list /none %}',
  ])('in a comment that no reader sees are no mistakes: %s', (tag) => {
    const site = createSite({ articles: { main: `a <!-- ${tag} --> b {% ifversion fpt %}c{% endif %}` } });
    const { value, diagnostics } = site.resolve();
    expect(diagnostics).toEqual([]);
    expect(value.map(({ broken }) => broken)).toEqual([false, false]);
    expect(site.texts().fpt).toBe('a  b c');
  });

  test('in a comment that reach out of it are told', () => {
    const { diagnostics } = createSite({
      articles: { main: 'a <!-- {% note %} --> b <!-- {% for %} -->c{% endfor %}' },
    }).resolve();
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'resolve/unclosed-tag',
      'resolve/missing-arguments',
    ]);
  });

  test('behind what only looks like the begin of a comment are told', () => {
    const { diagnostics } = createSite({ articles: { main: '`<!--` {% foo %} <!-- {% bar %}' } }).resolve();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "There is no tag 'foo'.",
      "There is no tag 'bar'.",
    ]);
  });

  test('an empty title', () => {
    const site = createSite({ articles: { main: { title: '{% ifversion fpt %}T{% endif %}', body: '' } } });
    expect(site.resolve().diagnostics).toEqual([
      {
        code: 'resolve/empty-title',
        severity: 'error',
        message: 'The title is empty once Liquid is resolved.',
        hint: 'Make sure that the title has text in every version of the article.',
        place: { file: 'content/main.md', line: 2, column: 8 },
        via: [],
        versions: ALL.slice(1),
        languages: ['en'],
      },
    ]);
    expect(site.resolve().value.map(({ broken }) => broken)).toEqual([false, true]);
  });

  test('a mistake in a reusable is found once in all versions that use it', () => {
    const site = createSite({
      articles: { main: '{% ifversion fpt %}a{% else %}b{% endif %}\n{% data reusables.a %}' },
      data: { 'reusables.a': 'x\n{% nono %}' },
    });
    expect(site.resolve().diagnostics).toEqual([
      {
        code: 'resolve/unknown-tag',
        severity: 'error',
        message: "There is no tag 'nono'.",
        hint: "Did you mean 'note'?",
        place: { file: 'data/reusables/a.md', line: 2, column: 1 },
        via: [{ file: 'content/main.md', line: 11, column: 1 }],
        versions: ALL,
        languages: ['en'],
      },
    ]);
  });
});
