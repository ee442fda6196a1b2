import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config/index.ts';
import {
  joinPieces,
  type Rendering,
  type RenderMarkdown,
  renderMarkdownHere,
} from '../../src/markdown/index.ts';
import { buildPage } from '../../src/page/index.ts';
import { listVersions } from '../../src/versions/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

const SITE = {
  'data/site.yml': `title: Garden
baseUrl: https://garden.example.com/
languages:
  - { code: en, name: English }
plans:
  - { id: cloud, short: cloud, name: Cloud, default: true }
`,
  'content/index.md': writeIndex('Garden', '/beds', '/paths'),
  'content/beds/index.md': writeIndex('Beds', '/roses', '/content/paths/gravel'),
  'content/beds/roses.md': writeArticle('Roses', 'Thorns.'),
  'content/paths/index.md': writeIndex('Paths', '/stone'),
  'content/paths/stone.md': writeArticle('Stone', 'Hard.'),
  'content/paths/gravel.md': writeArticle('Gravel', 'Soft.'),
};

function writeIndex(title: string, ...children: readonly string[]): string {
  return `---\ntitle: ${title}\nversions: '*'\nchildren:\n${children.map((each) => `  - ${each}\n`).join('')}---\n`;
}

function writeArticle(title: string, body: string, extra = ''): string {
  return `---\ntitle: ${title}\nversions: '*'\n${extra}---\n\n${body}\n`;
}

/** Writes a site, builds one page of it, and tells what was rendered for it. */
async function build(path: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const root = createTemporaryFolder();
  for (const [name, text] of Object.entries({ ...SITE, ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { value: config } = await readConfig(root);
  const [version] = listVersions(config?.plans ?? []);
  if (config === undefined || version === undefined) throw new Error('The site file is faulty.');
  const rendered: string[] = [];
  const renderMarkdown: RenderMarkdown = (texts, options): Promise<readonly Rendering[]> => {
    rendered.push(...texts);
    return renderMarkdownHere(texts, options);
  };
  const request = { path, version, language: 'en', renderMarkdown, brokenLinks: 'warning' } as const;
  const { value, diagnostics } = await buildPage(config, request);
  const body = value.page && joinPieces(value.page.body.rendering, value.page.body.fills);
  return { ...value, body, diagnostics, rendered };
}

it('renders nothing but the article where it depends on no other', async () => {
  const { rendered } = await build('beds/roses', {
    'content/beds/roses.md': writeArticle('Roses', 'See [stone](/paths/stone).'),
  });
  expect(rendered).toEqual(['Roses', '\nSee [stone](/paths/stone).\n']);
});

it('renders of the target of an AUTOTITLE its title only', async () => {
  const { body, rendered } = await build('beds/roses', {
    'content/beds/roses.md': writeArticle('Roses', '[AUTOTITLE](/paths/stone)'),
  });
  expect(body).toBe('<p><a href="/en/paths/stone/">Stone</a></p>');
  expect(rendered).not.toContain('\nHard.\n');
});

it('says nothing of links to an article that is there and cannot be read', async () => {
  const { diagnostics } = await build('beds', {
    'content/beds/index.md': `${writeIndex('Beds', '/roses')}[a](/beds/roses) {% link_in_list /roses %}\n`,
    'content/beds/roses.md': new Uint8Array([0xff, 0xfe]),
  });
  expect(diagnostics).toEqual([]);
});

it('tells of the files of data that cannot be read, and nothing of their uses', async () => {
  const bytes = new Uint8Array([0xff, 0xfe]);
  const { diagnostics } = await build('beds/roses', {
    'content/beds/roses.md': writeArticle(
      'Roses',
      '{% data reusables.soil %} {% data variables.pot.size %} {{ site.data.variables.pot.size }}{% ifversion thorns %}!{% endif %}',
    ),
    'data/reusables/soil.md': bytes,
    'data/variables/pot.yml': bytes,
    'data/features/thorns.yml': bytes,
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
    'data/features/thorns.yml load/not-utf8',
    'data/reusables/soil.md load/not-utf8',
    'data/variables/pot.yml load/not-utf8',
  ]);
});

it('finds an article that only an index page elsewhere names', async () => {
  expect(await build('paths/gravel')).toMatchObject({ body: '<p>Soft.</p>', diagnostics: [] });
});

it('follows an old address to the article that claims it, also one that is percent-encoded', async () => {
  const claims = 'redirect_from:\n  - /old/rock\n  - /old/st%C3%B6ne\n';
  const { body, diagnostics } = await build('beds/roses', {
    'content/beds/roses.md': writeArticle('Roses', '[a](/old/rock) [b](/old/st%C3%B6ne) [c](/old/none)'),
    'content/paths/stone.md': writeArticle('Stone', 'Hard.', claims),
  });
  expect(body).toBe(
    '<p><a href="/en/paths/stone/">a</a> <a href="/en/paths/stone/">b</a> <a href="/en/old/none/">c</a></p>',
  );
  expect(diagnostics.map(({ message }) => message)).toEqual(["The link '/old/none' is broken."]);
});

it('gives a link to a heading the id that the heading has, and says so where there is none', async () => {
  const { diagnostics } = await build('beds/roses', {
    'content/beds/roses.md': writeArticle('Roses', '[a](/paths/stone#laying) [b](/paths/stone#layin)'),
    'content/paths/stone.md': writeArticle('Stone', '## Laying'),
  });
  expect(diagnostics).toMatchObject([
    { code: 'links/broken-fragment', hint: "Did you mean '#laying'?", place: { line: 6, column: 26 } },
  ]);
});

it('names the nearest article and reusable of the whole site where one is missing', async () => {
  const { diagnostics } = await build('beds/roses', {
    'content/beds/roses.md': writeArticle('Roses', '[a](/paths/stonne)\n\n{% data reusables.seeds %}'),
    'data/reusables/seed.md': 'Sow.\n',
  });
  expect(diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
    ['links/broken', "Did you mean '/paths/stone'?"],
    ['resolve/unknown-reference', "Did you mean 'reusables.seed'?"],
  ]);
});

it('lists the children of an index page, also one that is no file', async () => {
  const { children, diagnostics } = await build('beds', {
    'content/beds/index.md': writeIndex('Beds', '/roses', '/tulips'),
  });
  expect(children.map(({ title }) => title)).toEqual(['Roses']);
  expect(diagnostics).toMatchObject([{ code: 'load/missing-child', place: { line: 6 } }]);
});

it('has no page where the frontmatter is broken, and says why', async () => {
  const { article, page, diagnostics } = await build('beds/roses', {
    'content/beds/roses.md': '---\ntitle: [\n---\n',
  });
  expect({ article, page }).toEqual({ article: undefined, page: undefined });
  expect(diagnostics).toMatchObject([{ severity: 'error', place: { file: 'content/beds/roses.md' } }]);
});
