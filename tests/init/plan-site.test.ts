import { describe, expect, it } from 'vitest';
import { createSetup, parseConfig, parseYaml } from '../../src/config/index.ts';
import { HOSTS } from '../../src/init/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { checkWorkspace } from '../../src/rules/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { applyPlan, planNew } from './plan.ts';

/** All that `decant check` says of files. */
async function check(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const site = parseConfig({ path: 'data/site.yml', text: files.get('data/site.yml') ?? '' }, '/site');
  if (site.value === undefined) return site.diagnostics.map(({ message }) => message);
  const texts = new Map([...files].filter(([file]) => /(?:^|\/)(?:content|data)\/(?!site\.yml)/.test(file)));
  const value = { texts, assets: new Set<string>(), images: new Map() };
  const workspace = openWorkspace(
    createSetup(site.value),
    { value, diagnostics: site.diagnostics },
    {
      renderMarkdown: (each, options, folders) =>
        renderMarkdownHere(each, { ...options, purpose: 'check' }, folders),
      brokenLinks: 'error',
    },
  );
  const { diagnostics } = await checkWorkspace(workspace, { isWhole: true });
  return diagnostics.map(({ place, message }) => `${place.file}:${place.line} ${message}`);
}

describe('a new site', () => {
  const languages = [['en'], ['ja'], ['en', 'ja'], ['ja', 'en']];
  const combinations = [
    ...languages.flatMap((each) => HOSTS.map((host) => [each.join(','), host] as const)),
    ['de,en', 'none'] as const,
    ['en,pt-BR,ar', 'none'] as const,
  ];
  it.each(combinations)('in %s for %s has nothing that check finds', async (codes, host) => {
    expect(await check(applyPlan(await planNew({ languages: codes.split(','), host })))).toEqual([]);
  });

  it.each([[['1.0']], [['3.10', '3.9', '3.8']], [['0.2.1', '0.2']]])(
    'of the releases %j has none',
    async (releases) => {
      expect(await check(applyPlan(await planNew({ releases, languages: ['en', 'ja'] })))).toEqual([]);
    },
  );

  it.each(['It\'s: a "test" # {x}', '急須', '9 Lives', 'Not', 'Ünïcode & Söhne', 'Kettle next', 'feature'])(
    'takes %j as the name of its product',
    async (name) => {
      expect(await check(applyPlan(await planNew({ product: name, title: name })))).toEqual([]);
    },
  );

  it('is five articles in two languages, with what stands around them', async () => {
    const files = applyPlan(await planNew({ languages: ['en', 'ja'], host: 'netlify' }));
    expect([...files.keys()].sort()).toMatchInlineSnapshot(`
      [
        ".github/workflows/docs.yml",
        ".gitignore",
        "content/guide/index.md",
        "content/guide/links.md",
        "content/guide/quickstart.md",
        "content/guide/reuse.md",
        "content/guide/translations.md",
        "content/guide/versions.md",
        "content/index.md",
        "data/features/guided-setup.yml",
        "data/reusables/check-before-publishing.md",
        "data/site.yml",
        "data/variables/product.yml",
        "netlify.toml",
        "package.json",
        "translations/ja/content/guide/index.md",
        "translations/ja/content/guide/links.md",
        "translations/ja/content/guide/quickstart.md",
        "translations/ja/content/guide/reuse.md",
        "translations/ja/content/guide/translations.md",
        "translations/ja/content/guide/versions.md",
        "translations/ja/content/index.md",
        "translations/ja/data/reusables/check-before-publishing.md",
      ]
    `);
    const left = [...files].filter(([, text]) => /\b(?:TITLE|PLAN|NEWEST|OLDER)\b|<!--/.test(text));
    expect(left.map(([file]) => file)).toEqual([]);
  });

  it.each(HOSTS)('has sound files for %s', async (host) => {
    const files = applyPlan(await planNew({ host }));
    const workflow = files.get('.github/workflows/docs.yml') ?? '';
    const source = { text: workflow, place: { file: 'docs.yml', line: 1, column: 1 }, verbatim: true };
    expect(parseYaml(source).faults).toEqual([]);
    expect(workflow.includes('deploy-pages')).toBe(host === 'github-pages');
    expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({
      scripts: { dev: 'decant dev' },
      devDependencies: { decant: '^1.0.0' },
    });
    const settings = files.get('wrangler.jsonc')?.replace(/^ *\/\/.*$/gm, '');
    expect(settings && JSON.parse(settings).assets.directory).toBe(
      host === 'cloudflare' ? './_site' : undefined,
    );
  });
});
