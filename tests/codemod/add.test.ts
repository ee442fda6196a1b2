import { expect, it } from 'vitest';
import { addRelease } from '../../src/codemod/index.ts';
import { openSource, page, SITE } from '../queries/open-source.ts';
import { applyTo, renderMarkdown } from './rewrite.ts';

async function add(
  files: Readonly<Record<string, string>>,
  { siteFile = SITE, release = '3.3', from = 'server-3.2' } = {},
) {
  const site = openSource(files);
  const added = await addRelease({ site, siteFile, plan: 'server', release, from, renderMarkdown });
  return { ...added, siteFile: applyTo(new Map([['data/site.yml', siteFile]]), added).get('data/site.yml') };
}

const ALL = "cloud: '*', server: '*'";

it('nothing but the site file changes, and pages of the others stay', async () => {
  const { edits, siteFile, proof, todo, pages, differing } = await add({
    'content/a.md': page('A', ALL, 'A'),
  });
  expect([...edits.keys()]).toEqual(['data/site.yml']);
  expect(siteFile).toContain("releases: ['3.3', '3.2', '3.1', '3.0'] }");
  // Two articles, of which one has a plan less, in two languages and the six versions that there were.
  expect(proof).toMatchObject({ pages: 2 * (6 + 4), broken: [], blank: [], told: [] });
  expect({ todo, pages, differing }).toEqual({ todo: [], pages: 4, differing: [] });
});

it('what the sources say of the release already is the list of what is to do', async () => {
  const { todo, differing } = await add({
    'content/a.md': page(
      'A',
      ALL,
      '{% ifversion server > 3.2 %}A{% elsif server > 3.0 %}B{% endif %}{% ifversion cloud %}C{% endif %}',
    ),
    'content/b.md': page('B', "server: '>3.2'", 'B'),
    'data/variables/v.yml': 'name: "{% ifversion server < 3.3 %}old{% else %}new{% endif %}"\n',
    'translations/ja/content/a.md':
      '---\ntitle: A\n---\n\n{% if currentVersion == "widget-server@3.2" %}古い{% endif %}\n',
  });
  expect(todo).toEqual([
    { place: { file: 'content/b.md', line: 3, column: 11 }, added: 'the page', from: undefined },
    {
      place: { file: 'content/a.md', line: 5, column: 1 },
      added: 'ifversion server > 3.2',
      from: 'elsif server > 3.0',
    },
    {
      place: { file: 'data/variables/v.yml', line: 1, column: 8 },
      added: 'else',
      from: 'ifversion server < 3.3',
    },
    {
      place: { file: 'translations/ja/content/a.md', line: 5, column: 1 },
      added: undefined,
      from: 'if currentVersion == "widget-server@3.2"',
    },
  ]);
  expect(differing.map(({ language, path, part }) => `${language} ${path} ${part}`)).toEqual([
    'en a body',
    'en b page',
    'ja a body',
    'ja b page',
  ]);
});

it('only tags that tell the release by themselves are told', async () => {
  const { todo } = await add({
    'content/a.md': page(
      'A',
      ALL,
      [
        '{% unless currentVersion ver_lt "widget-server@3.3" %}A{% endunless %}',
        '{% if page.hidden or currentVersion == "widget-server@3.3" %}B{% endif %}',
        '{% if currentVersion == "widget-cloud@latest" %}C{% elsif page.hidden %}D{% elsif currentVersion == "widget-server@3.3" %}E{% endif %}',
        '{% for x in page.y %}F{% endfor %}',
        '<!-- {% ifversion server > 3.2 %}G{% endif %} -->',
        '{% ifversion cloud %}{% ifversion server > 3.2 %}H{% endif %}{% endif %}',
      ].join('\n'),
    ),
  });
  expect(todo).toEqual([
    {
      place: { file: 'content/a.md', line: 5, column: 1 },
      added: 'unless currentVersion ver_lt "widget-server@3.3"',
      from: undefined,
    },
  ]);
});

it('a release that was to come, or had gone, is neither any more', async () => {
  const siteFile = SITE.replace(
    "releases: ['3.2', '3.1', '3.0'] }",
    "releases: ['3.2', '3.1', '3.0'], next: '3.3', deprecated: ['2.22'] }",
  );
  expect((await add({}, { siteFile })).siteFile).toContain(
    "releases: ['3.3', '3.2', '3.1', '3.0'], deprecated: ['2.22'] }",
  );
  expect((await add({}, { siteFile, release: '2.22', from: 'server-3.0' })).siteFile).toContain(
    "releases: ['3.2', '3.1', '3.0', '2.22'], next: '3.3' }",
  );
});
