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
];

describe('conditions without the oldest release', () => {
  it.each(CONDITIONS)('%s', async (before, after) => {
    const { after: texts, left } = await drop({ 'content/a.md': page('A', ALL, before) });
    expect(bodyOf(texts.get('content/a.md'))).toBe(after);
    expect(left).toEqual([]);
  });

  it('are decided by the versions of the article, where nobody else has them', async () => {
    const { after } = await drop({
      'content/a.md': page('A', "server: '*'", '{% ifversion server > 3.0 or cloud %}A{% endif %}'),
    });
    expect(bodyOf(after.get('content/a.md'))).toBe('A');
  });

  it('are rewritten where no article comes, too', async () => {
    const text = '{% ifversion server > 3.0 %}A{% elsif server %}B{% endif %}\n';
    const { after } = await drop({ 'data/reusables/unused.md': text });
    expect(after.get('data/reusables/unused.md')).toBe('{% ifversion server %}A{% endif %}\n');
  });
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
