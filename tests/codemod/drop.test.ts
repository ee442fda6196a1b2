import { describe, expect, it } from 'vitest';
import { dropRelease } from '../../src/codemod/index.ts';
import { openSource, page, SITE } from '../queries/open-source.ts';
import { applyTo, renderMarkdown } from './rewrite.ts';

interface Asked {
  readonly release?: string;
  readonly inlinesFeatures?: boolean;
}

/** What becomes of a site without its oldest release, or another one. */
async function drop(
  files: Readonly<Record<string, string>>,
  { release = 'server-3.0', inlinesFeatures = false }: Asked = {},
) {
  const site = openSource(files);
  const dropped = site.versions.find(({ name }) => name === release);
  if (dropped === undefined) throw new Error(`There is no ${release}.`);
  const request = { site, siteFile: SITE, dropped, inlinesFeatures, renderMarkdown };
  const rewrite = await dropRelease(request);
  expect(rewrite.proof.broken).toEqual([]);
  return { ...rewrite, after: applyTo(new Map([...site.files.texts, ['data/site.yml', SITE]]), rewrite) };
}

const ALL = "cloud: '*', server: '*', managed: '*'";
const bodyOf = (text: string | undefined) => text?.split('\n').slice(4, -1).join('\n');

const CONDITIONS: readonly (readonly [before: string, after: string])[] = [
  ['{% ifversion server > 3.0 %}A{% else %}B{% endif %}', '{% ifversion server %}A{% else %}B{% endif %}'],
  ['{% ifversion server > 3.0 or cloud or managed %}A{% else %}B{% endif %}', 'A'],
  ['{% ifversion server = 3.0 %}A{% endif %}B', 'B'],
  [
    '{% ifversion server < 3.1 %}A{% elsif server > 3.1 %}B{% endif %}',
    '{% ifversion server > 3.1 %}B{% endif %}',
  ],
  ['{% ifversion server < 3.1 %}A{% else %}B{% endif %}', 'B'],
  [
    '{% ifversion cloud %}A{% elsif server > 3.0 %}B{% endif %}',
    '{% ifversion cloud %}A{% elsif server %}B{% endif %}',
  ],
  ['{% ifversion not server < 3.1 %}A{% endif %}', 'A'],
  ['{% ifversion server != 3.0 %}A{% endif %}', 'A'],
  [
    '{% ifversion managed or server < 3.1 and not cloud %}A{% endif %}',
    '{% ifversion managed %}A{% endif %}',
  ],
  ['{% ifversion server < 3.2 %}A{% endif %}', '{% ifversion server < 3.2 %}A{% endif %}'],
  // What says nothing already is not the business of this drop, nor is what is for a time to come.
  ['{% ifversion server > 2.9 %}A{% endif %}', '{% ifversion server > 2.9 %}A{% endif %}'],
  [
    '{% ifversion server > 3.0 or managed-issue-12 %}A{% endif %}',
    '{% ifversion server or managed-issue-12 %}A{% endif %}',
  ],
  ['{% ifversion server > 3.4 %}A{% endif %}', '{% ifversion server > 3.4 %}A{% endif %}'],
  [
    '{% if currentVersion ver_gt "widget-server@3.0" %}A{% elsif currentVersion == "widget-server@3.0" %}B{% endif %}',
    '{% if enterpriseServerVersions contains currentVersion %}A{% endif %}',
  ],
  [
    "{% if currentVersion == 'widget-cloud@latest' or currentVersion ver_gt 'widget-server@3.0' %}A{% endif %}",
    "{% if currentVersion == 'widget-cloud@latest' or enterpriseServerVersions contains currentVersion %}A{% endif %}",
  ],
  ['{% unless currentVersion ver_lt "widget-server@3.1" %}A{% else %}B{% endunless %}', 'A'],
  [
    '{% if page.hidden or currentVersion ver_gt "widget-server@3.0" %}A{% endif %}',
    '{% if page.hidden or enterpriseServerVersions contains currentVersion %}A{% endif %}',
  ],
  // Liquid may ask for more than the version.
  [
    '{% if currentVersion ver_gt "widget-server@3.0" and page.hidden %}A{% endif %}',
    '{% if enterpriseServerVersions contains currentVersion and page.hidden %}A{% endif %}',
  ],
  ['{% if page.hidden or currentVersion != "widget-server@3.0" %}A{% endif %}', 'A'],
  [
    '{% if page.hidden and currentVersion != "widget-server@3.0" %}A{% endif %}',
    '{% if page.hidden %}A{% endif %}',
  ],
  [
    '{% if page.hidden or currentVersion == "widget-server@3.0" %}A{% endif %}',
    '{% if page.hidden %}A{% endif %}',
  ],
  ['{% if page.hidden and currentVersion == "widget-server@3.0" %}A{% endif %}', ''],
  [
    '{% if currentVersion == "widget-server@3.0" or page.a and page.b == "1" %}A{% endif %}',
    '{% if page.a and page.b == "1" %}A{% endif %}',
  ],
  [
    '{% if page.a contains "a" and currentVersion != "widget-server@3.0" %}A{% endif %}',
    '{% if page.a contains "a" %}A{% endif %}',
  ],
  [
    '{% if page.a or page.b or page.c or page.d or page.e or page.f or currentVersion == "widget-server@3.0" %}A{% endif %}',
    '{% if page.a or page.b or page.c or page.d or page.e or page.f %}A{% endif %}',
  ],
  [
    '{% if page.hidden %}A{% elsif currentVersion == "widget-server@3.0" %}B{% else %}C{% endif %}',
    '{% if page.hidden %}A{% else %}C{% endif %}',
  ],
  [
    '{% if page.hidden %}A{% elsif currentVersion != "widget-server@3.0" %}B{% else %}C{% endif %}',
    '{% if page.hidden %}A{% else %}B{% endif %}',
  ],
  [
    '{% if page.hidden %}{% ifversion server > 3.0 %}A{% endif %}{% endif %}{% for x in page.y %}{% ifversion server > 3.0 %}B{% endif %}{% endfor %}',
    '{% if page.hidden %}{% ifversion server %}A{% endif %}{% endif %}{% for x in page.y %}{% ifversion server %}B{% endif %}{% endfor %}',
  ],
  [
    '{% if currentVersion != "widget-cloud@latest" and currentVersion ver_gt "widget-server@3.0" %}A{% endif %}',
    '{% if enterpriseServerVersions contains currentVersion %}A{% endif %}',
  ],
  [
    '{% if currentVersion == "widget-server@3.0" or currentVersion == "widget-server@3.1" %}A{% endif %}',
    '{% if currentVersion == "widget-server@3.1" %}A{% endif %}',
  ],
  [
    '{% if"a" == page.a or currentVersion == "widget-server@3.0" %}A{% endif %}',
    '{% if "a" == page.a %}A{% endif %}',
  ],
  // An `unless` that loses its first branch is an `if`.
  ['{% unless currentVersion == "widget-server@3.0" %}A{% endunless %}', 'A'],
  [
    '{% unless currentVersion == "widget-server@3.0" or page.hidden %}A{% endunless %}',
    '{% unless page.hidden %}A{% endunless %}',
  ],
  [
    '{% unless currentVersion == "widget-cloud@latest" %}A{% elsif currentVersion == "widget-server@3.0" %}B{% endunless %}',
    '{% unless currentVersion == "widget-cloud@latest" %}A{% endunless %}',
  ],
  [
    '{%- unless currentVersion != "widget-server@3.0"%}A{%elsif page.hidden%}B{%- else -%} C {%- endunless -%}',
    '{%-if page.hidden%}B{%- else -%} C {%- endif -%}',
  ],
  // Branches.
  [
    '{% ifversion cloud %}A{% elsif server > 3.0 or managed %}B{% else %}C{% endif %}',
    '{% ifversion cloud %}A{% elsif server or managed %}B{% endif %}',
  ],
  [
    '{% ifversion server > 3.1 %}A{% elsif server > 3.0 or cloud or managed%}B{% else %}C{% endif %}',
    '{% ifversion server > 3.1 %}A{% else %}B{% endif %}',
  ],
  ['{% ifversion server < 3.1 %}A{% elsif server < 3.1 %}B{% else %}C{% endif %}', 'C'],
  ['{% ifversion server < 3.1 %}A{% elsif server = 3.0 %}B{% endif %}', ''],
  [
    '{% ifversion server > 3.1 %}A{% elsif server < 3.1 %}B{% elsif cloud %}C{% endif %}',
    '{% ifversion server > 3.1 %}A{% elsif cloud %}C{% endif %}',
  ],
  [
    '{% ifversion cloud %}A{% elsif cloud or server < 3.1 %}B{% elsif managed %}C{% endif %}',
    '{% ifversion cloud %}A{% elsif managed %}C{% endif %}',
  ],
  [
    '{% ifversion server < 3.2 %}A{% elsif server = 3.0 %}B{% elsif managed %}C{% endif %}',
    '{% ifversion server < 3.2 %}A{% elsif managed %}C{% endif %}',
  ],
  ['{% ifversion server > 3.0 and server < 3.2 %}A{% endif %}', '{% ifversion server < 3.2 %}A{% endif %}'],
  [
    '{% ifversion managed-next or server > 3.0 %}A{% endif %}',
    '{% ifversion managed-next or server %}A{% endif %}',
  ],
  [
    '{% ifversion not (server < 3.1 or cloud) %}A{% endif %}',
    '{% ifversion not (server < 3.1 or cloud) %}A{% endif %}',
  ],
  [
    '{% ifversion server > 3.1 %}A{% elsif server > 3.0 or cloud or managed %}B{% endif %}',
    '{% ifversion server > 3.1 %}A{% else %}B{% endif %}',
  ],
  // A part that asks for the release goes, also where it has said nothing.
  ['{% ifversion cloud or server = 3.0 and managed %}A{% endif %}', '{% ifversion cloud %}A{% endif %}'],
  ['{% ifversion cloud or not server != 3.0 and managed %}A{% endif %}', '{% ifversion cloud %}A{% endif %}'],
  ...[
    '{% ifversion cloud or server = 2.9 and managed %}A{% endif %}',
    '{% ifversion cloud or managed = 3.0 %}A{% endif %}',
    '{% ifversion cloud %}A{% elsif server = 2.0 %}B{% endif %}',
    '{% ifversion foo bar %}A{% endif %}',
  ].map((text) => [text, text] as const),
  // These stay: nobody knows what they mean, or writes so much.
  ...[
    '{% if currentVersion ver_gt "widget-server@3.0" | upcase %}A{% endif %}',
    '{% if (currentVersion ver_gt "widget-server@3.0") %}A{% endif %}',
    '{% if currentVersion == "widget-server@3.0" or page["x"] %}A{% endif %}',
    '{% if page.a contains "a" and page.b contains "b" and currentVersion != "widget-server@3.0" %}A{% endif %}',
    '{% if page.a or page.b or page.c or page.d or page.e or page.f or page.g or currentVersion == "widget-server@3.0" %}A{% endif %}',
    '{% ifversion server >= 3.1 and server < 3.2 %}A{% endif %}',
    '<!-- {% ifversion server > 3.0 %}A{% endif %} -->B',
    '{% comment %}{% ifversion server > 3.0 %}A{% endif %}{% endcomment %}B',
  ].map((text) => [text, text] as const),
];

describe('conditions without the oldest release', () => {
  it('say the same of those that stay', async () => {
    const files = CONDITIONS.map(([before], at) => [`content/row-${at}.md`, page('A', ALL, before)]);
    const { after, left } = await drop(Object.fromEntries(files));
    const bodies = CONDITIONS.map(([before], at) => [before, bodyOf(after.get(`content/row-${at}.md`))]);
    expect(Object.fromEntries(bodies)).toEqual(Object.fromEntries(CONDITIONS));
    expect(left).toEqual([]);
  });

  it('are decided by the versions of the article, where nobody else has them', async () => {
    const { after } = await drop({
      'content/a.md': page('A', "server: '*'", '{% ifversion server > 3.0 or cloud %}A{% endif %}'),
    });
    expect(bodyOf(after.get('content/a.md'))).toBe('A');
  });

  it('are decided by what was shown, where nobody can tell what they mean', async () => {
    const { after } = await drop({
      'content/a.md': page(
        'A',
        "server: '<3.2'",
        '{% if currentVersion == "widget-server@3.1" | default: false %}A{% else %}B{% endif %}',
      ),
    });
    expect(bodyOf(after.get('content/a.md'))).toBe('A');
  });

  it('are decided by the conditions alone, where an article of the release is all that comes', async () => {
    const file = 'data/reusables/r.md';
    const { after } = await drop({
      [file]:
        '{% ifversion server > 3.0 %}A{% else %}B{% endif %}{% ifversion server > 3.1 %}C{% else %}D{% endif %}',
      'content/a.md': page('A', "server: '3.0'", '{% data reusables.r %}'),
    });
    expect(after.get(file)).toBe(
      '{% ifversion server %}A{% else %}B{% endif %}{% ifversion server > 3.1 %}C{% else %}D{% endif %}',
    );
  });

  it('are rewritten where no article comes, too', async () => {
    const text = '{% ifversion server > 3.0 %}A{% elsif server %}B{% endif %}\n';
    const { after } = await drop({ 'data/reusables/unused.md': text });
    expect(after.get('data/reusables/unused.md')).toBe('{% ifversion server %}A{% endif %}\n');
  });
});

describe('a tag that stays although it asks for the release', () => {
  const DAMAGED = 'The tag is not written in the file as it is read: it is damaged, or escaped.';
  const UNSOUND = 'The text has errors, so it is unclear which text belongs to the tag.';
  const TEXT = '{% ifversion cloud %}A{% elsif server > 3.0 %}B{% else %}C{% endif %}';

  it.each([
    '{% ifversion cloud %}A{% else if server > 3.0 %}B{% else %}C{% endif %}',
    '{% ifversion cloud %}A{% elsif server > 3.0 }B{% else %}C{% endif %}',
    '{% ifversion cloud %}A{% elsif server > 3.0 %}B{% else %}C{% endif _%}',
    '{ % ifversion cloud %}A{% elsif server > 3.0 %}B{% else %}C{% endif %}',
    '{% ifversion cloud %}A{% elsif server > 3.0 %}B{% else %}C{% 終了if %}',
    '{% ifversion cloud %}A{% elsif server > 3.0 %}B{% %}C{% %}',
  ])('is told for a damaged translation: %s', async (text) => {
    const file = 'translations/ja/content/a.md';
    const { after, left } = await drop({
      'content/a.md': page('A', ALL, TEXT),
      [file]: `---\ntitle: A\n---\nい ${text}\n`,
    });
    expect(bodyOf(after.get('content/a.md'))).toBe(TEXT.replace(' > 3.0', ''));
    expect(after.get(file)).toContain(text);
    expect(left).toEqual([{ place: { file, line: 4, column: 3 }, reason: DAMAGED }]);
  });

  it('is not told where the release is not asked for, and what stands in it is rewritten', async () => {
    const file = 'translations/ja/content/a.md';
    const { after, left } = await drop({
      'content/a.md': page('A', ALL, '{% ifversion server > 3.1 %}A{% endif %}'),
      [file]:
        '---\ntitle: A\n---\n{% ifversion server > 3.1 %}A{% ifversion server > 3.0 %}B{% endif %}{% 終了if %}\n',
    });
    expect(after.get(file)).toContain(
      '\n{% ifversion server > 3.1 %}A{% ifversion server %}B{% endif %}{% 終了if %}\n',
    );
    expect(left).toEqual([]);
  });

  it('is told for a value of YAML that is escaped, by the begin of the value', async () => {
    const file = 'data/variables/v.yml';
    const { edits, left } = await drop({
      [file]: `a: one\nb: "\\u0041 ${TEXT}"\n`,
      'content/a.md': page('A', ALL, '{% data variables.v.b %}'),
    });
    expect(edits.has(file)).toBe(false);
    expect(left).toEqual([{ place: { file, line: 2, column: 4 }, reason: DAMAGED }]);
  });

  it('is told for a text with errors', async () => {
    const file = 'content/a.md';
    const { edits, left } = await drop({
      [file]: page('A', ALL, `one\n\ntwo {% ifversion cloud %}A{% endif %}${TEXT}{% ifversion cloud %}`),
    });
    expect(edits.has(file)).toBe(false);
    expect(left).toEqual([{ place: { file, line: 7, column: 38 }, reason: UNSOUND }]);
  });
});

it('a translation whose words for tags are translated loses the release like any other text', async () => {
  const file = 'translations/ja/content/a.md';
  const { after, left } = await drop({
    'content/a.md': page('A', ALL, '{% ifversion server > 3.0 %}A{% else %}B{% endif %}'),
    [file]: '---\ntitle: A\n---\n{% ifversion server &gt; 3.0 %}あ{% それ以外 %}い{% endif %}\n',
  });
  expect(after.get(file)).toBe('---\ntitle: A\n---\n{% ifversion server %}あ{% それ以外 %}い{% endif %}\n');
  expect(left).toEqual([]);
});

it('a release in the middle and the newest one go without touching what is for the others', async () => {
  const body =
    '{% ifversion server > 3.0 %}A{% endif %}{% ifversion server = 3.1 %}B{% endif %}{% ifversion server > 3.1 %}C{% endif %}';
  const middle = await drop({ 'content/a.md': page('A', ALL, body) }, { release: 'server-3.1' });
  expect(bodyOf(middle.after.get('content/a.md'))).toBe(
    '{% ifversion server > 3.0 %}A{% endif %}{% ifversion server > 3.1 %}C{% endif %}',
  );
  expect(middle.after.get('data/site.yml')).toContain("releases: ['3.2', '3.0'], deprecated: ['3.1'] }");
  const newest = await drop({ 'content/a.md': page('A', ALL, body) }, { release: 'server-3.2' });
  expect(newest.edits.has('content/a.md')).toBe(false);
});

describe('versions', () => {
  const RANGES = [
    ['>=3.1', "'*'"],
    ['>=3.0', "'*'"],
    ['>3.0 <3.2', "'<3.2'"],
    ['3.0 || 3.2', "'3.2'"],
    ['>= 3.2', "'>= 3.2'"],
    ['<3.2', "'<3.2'"],
  ] as const;
  it.each(RANGES)('of frontmatter: %s', async (before, after) => {
    const { after: texts } = await drop({
      'content/a.md': page('A', `cloud: '*', server: '${before}'`, 'A'),
    });
    expect(texts.get('content/a.md')).toContain(`versions: { cloud: '*', server: ${after} }\n`);
  });

  it('of an article that other plans have lose the plan', async () => {
    const { after } = await drop({
      'content/a.md':
        '---\ntitle: A\nversions:\n  cloud: "*" # all\n  server: <3.1\n  managed: \'*\'\n---\nA\n',
    });
    expect(after.get('content/a.md')).toBe(
      '---\ntitle: A\nversions:\n  cloud: "*" # all\n  managed: \'*\'\n---\nA\n',
    );
  });
});

describe('an article that no other version has', () => {
  const files = {
    'content/index.md': page('Home', '*', '', 'children: [a, guides, c]'),
    'content/a.md': page('A', "server: '<3.1'", 'A', 'redirect_from: /old-a'),
    'content/guides/index.md': page('Guides', "server: '3.0'", '', 'children:\n  - /b'),
    'content/guides/b.md': page('B', "server: '3.0'", 'B'),
    'content/c.md': page('C', ALL, 'See [A](/a).\n\n{% ifversion server < 3.1 %}[B](/guides/b){% endif %}'),
    'translations/ja/content/guides/b.md': '---\ntitle: B\n---\nB\n',
  };

  it('goes with its translations; the nearest index page answers for it', async () => {
    const { deleted, gone, after } = await drop(files);
    expect(deleted).toEqual([
      'content/a.md',
      'content/guides/b.md',
      'content/guides/index.md',
      'translations/ja/content/guides/b.md',
    ]);
    expect(gone).toEqual({ a: '', guides: '', 'guides/b': '' });
    expect(after.get('content/index.md')).toBe(
      "---\ntitle: Home\nredirect_from:\n  - /a\n  - /old-a\n  - /guides\n  - /guides/b\nversions: '*'\nchildren: [c]\n---\n\n",
    );
  });

  it('is named where something leads to it', async () => {
    const { mentions } = await drop(files);
    expect(mentions).toEqual([{ path: 'a', place: { file: 'content/c.md', line: 5, column: 9 } }]);
  });
});

describe('features', () => {
  const files = {
    'data/features/tokens.yml': "versions:\n  cloud: '*'\n  server: '>=3.1'\n  managed: '*'\n",
    'data/features/plugs.yml': "versions:\n  server: '3.0'\n",
    'content/a.md': page('A', ALL, '{% ifversion tokens %}A{% endif %}{% ifversion plugs %}B{% endif %}C'),
    'content/b.md': page('B', 'feature: tokens', 'B'),
  };

  it('keep what asks for them, and say what has become of them', async () => {
    const { after, features, edits } = await drop(files);
    expect(features).toEqual({ tokens: 'always', plugs: 'never' });
    expect(edits.has('content/a.md')).toBe(false);
    expect(after.get('data/features/tokens.yml')).toBe(
      "versions:\n  cloud: '*'\n  server: '*'\n  managed: '*'\n",
    );
  });

  /** `tokens` will hold for all, `plugs` for nobody, `dials` for some. */
  const ASKED: readonly (readonly [before: string, after: string, inlined: string])[] = [
    ['tokens', 'tokens', 'always'],
    ['not tokens', 'not tokens', 'never'],
    ['plugs', 'plugs', 'never'],
    ['not plugs', 'not plugs', 'always'],
    ['dials', 'dials', 'dials'],
    ['tokens and server > 3.0', 'tokens and server', 'server'],
    ['plugs or server > 3.0', 'plugs or server', 'server'],
    ['plugs or dials or server > 3.0', 'plugs or dials or server', 'dials or server'],
    ['dials and tokens and server > 3.0', 'dials and tokens and server', 'dials and server'],
    ['not tokens or dials', 'not tokens or dials', 'dials'],
  ];
  it('may hold or not, as long as they are not taken at their word', async () => {
    const write = (condition: string) =>
      ({ always: 'A', never: '' })[condition] ?? `{% ifversion ${condition} %}A{% endif %}`;
    const site = {
      ...files,
      'data/features/dials.yml': "versions:\n  managed: '*'\n  server: '>=3.1'\n",
      ...Object.fromEntries(
        ASKED.map(([before], at) => [`content/row-${at}.md`, page('A', ALL, write(before))] as const),
      ),
    };
    for (const inlinesFeatures of [false, true]) {
      const { after } = await drop(site, { inlinesFeatures });
      const bodies = ASKED.map(([before], at) => [before, bodyOf(after.get(`content/row-${at}.md`))]);
      const expected = ASKED.map(([before, kept, inlined]) => [
        before,
        write(inlinesFeatures ? inlined : kept),
      ]);
      expect(Object.fromEntries(bodies)).toEqual(Object.fromEntries(expected));
    }
  });

  it('go on request', async () => {
    const { after, deleted } = await drop(files, { inlinesFeatures: true });
    expect(bodyOf(after.get('content/a.md'))).toBe('AC');
    expect(after.get('content/b.md')).toContain("versions: { cloud: '*', server: '*', managed: '*' }\n");
    expect(deleted).toEqual(['data/features/plugs.yml', 'data/features/tokens.yml']);
  });
});

it('a page that prints what the site file says is told apart', async () => {
  const { proof } = await drop({
    'content/a.md': page('A', ALL, 'Since {{ enterpriseServerReleases.oldestSupported }}.'),
  });
  expect(proof.told).toMatchObject([
    { path: 'a', lines: ['-<p>Since 3.0.</p>', '+<p>Since 3.1.</p>'] },
    { language: 'ja' },
  ]);
});

it('the description of the API of the release goes, unless another release takes parts of it', async () => {
  const spec = '{ "openapi": "3.1.0", "info": { "title": "W", "version": "1" }, "paths": {} }\n';
  const files = {
    'content/index.md': page('A', ALL, 'Widgets.'),
    'data/rest/server-3.0.json': spec,
    'data/rest/all.json': spec,
  };
  const alone = await drop(files);
  expect(alone.deleted).toEqual(['data/rest/server-3.0.json']);
  const taken = spec.replace('"paths": {}', '"paths": { "/w": { "$ref": "server-3.0.json#/paths/~1w" } }');
  const shared = await drop({ ...files, 'data/rest/all.json': taken });
  expect(shared.deleted).toEqual([]);
  expect(shared.left.map(({ place, reason }) => [place.file, place.line, reason])).toEqual([
    ['data/rest/all.json', 1, "A part of 'server-3.0' is still used here, so its description stays."],
  ]);
});
