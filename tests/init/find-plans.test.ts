import { describe, expect, it } from 'vitest';
import { findPlans, findReleases, findTranslations } from '../../src/init/index.ts';
import { adopt } from './plan.ts';

const find = (texts: Readonly<Record<string, string>>) => findPlans(new Map(Object.entries(texts)));
const article = (versions: string, body = '') =>
  `---\ntitle: Pour tea\nversions:${versions}\n---\n\n${body}\n`;

describe('the plans that content speaks of', () => {
  it('are those of versions, with the releases that are named anywhere', () => {
    const plans = find({
      'content/a.md': article(
        "\n  fpt: '*'\n  ghes: '>=3.1 <3.4'",
        '{% ifversion ghes > 3.0 or spouts %}New.{% endif %}',
      ),
      'data/features/spouts.yml': "versions:\n  ghes: '>=3.2'\n  ghae: 'issue-1234'\n",
      'data/reusables/kettle/lid.md': '{%- elsif ghae-next or ghae-issue-99 -%}',
      'data/release-notes/enterprise-server/3-5/1.yml': 'date: x',
      'data/release-notes/github-ae/2021-03/1.yml': 'date: x',
    });
    expect(plans).toEqual([
      { id: 'free-pro-team', short: 'fpt', name: 'Free Pro Team', releases: [], issues: [], hasNext: false },
      {
        id: 'enterprise-server',
        short: 'ghes',
        name: 'Enterprise Server',
        releases: ['3.5', '3.4', '3.2', '3.1', '3.0'],
        issues: [],
        hasNext: false,
      },
      {
        id: 'github-ae',
        short: 'ghae',
        name: 'GitHub AE',
        releases: [],
        issues: ['issue-1234', 'issue-99'],
        hasNext: true,
      },
    ]);
  });

  it('may be called by their long names, as in older content', () => {
    const plans = find({
      'content/a.md': article(
        " { free-pro-team: '*', enterprise-server: '>2.20' }",
        '{% if currentVersion ver_gt "enterprise-server@2.21" %}New.{% endif %}',
      ),
    });
    expect(plans.map(({ short, releases }) => [short, releases])).toEqual([
      ['fpt', []],
      ['ghes', ['2.21', '2.20']],
    ]);
  });

  it('may be those of any product', () => {
    expect(
      find({ 'content/a.md': article("\n  kiln: '*'", '{% ifversion kiln > 2.9 %}Hot.{% endif %}') }),
    ).toEqual([{ id: 'kiln', short: 'kiln', name: 'Kiln', releases: ['2.9'], issues: [], hasNext: false }]);
  });

  it.each([
    ['an article for every version', { 'content/a.md': article(" '*'") }],
    ['a feature alone', { 'content/a.md': article('\n  feature: spouts') }],
    ['a word that is indented by mistake', { 'content/a.md': article('\n  product: All of tea.') }],
    ['a condition that asks for a feature', { 'content/a.md': '{% ifversion spouts %}A{% endif %}' }],
    ['Markdown', { 'docs/a.md': '# A\n\nversions:\n  fpt: no frontmatter\n' }],
  ])('are not found in %s', (_, texts) => {
    expect(find(texts)).toEqual([]);
  });
});

it('languages go by their folders, with the region where that tells two apart', () => {
  const folders = findTranslations([
    'translations/ja-JP/content/index.md',
    'translations/zh-CN/content/a.md',
    'translations/zh-TW/content/a.md',
    'translations/notes.md',
  ]);
  expect([...folders]).toEqual([
    ['ja', 'translations/ja-JP'],
    ['zh-CN', 'translations/zh-CN'],
    ['zh-TW', 'translations/zh-TW'],
  ]);
});

it('the site file has what content says already, and a note what it cannot say', () => {
  const files = {
    'content/index.md': article("\n  fpt: '*'\n  ghes: '*'", '{% ifversion ghes > 3.0 %}{% endif %}'),
  };
  const plans = [
    { id: 'cloud', short: 'cl', name: 'Cloud', releases: [], issues: ['issue-7'], hasNext: true },
    {
      id: 'server',
      short: 'sv',
      name: 'Server',
      releases: ['3.5', '3.4', '3.2', '3.1', '3.0'],
      issues: [],
      hasNext: false,
    },
  ];
  const folders = new Map([['ja', 'translations/ja-JP']]);
  const { changes, notes } = adopt(files, { languages: ['en', 'ja'], plans, folders });
  const site = changes.find(({ file }) => file === 'data/site.yml')?.after;
  expect(site).toContain("name: '日本語', dir: translations/ja-JP }");
  expect(site).toContain(`plans:
  - id: cloud
    short: cl
    name: 'Cloud'
    default: true
    next: true
    issues: ['issue-7']
  - id: server
    short: sv
    name: 'Server'
    releases: ['3.5', '3.4', '3.2', '3.1']
    deprecated: ['3.0']
`);
  expect(notes.join()).toContain("check 'releases' and 'deprecated'");
});

describe('the releases that Docusaurus has copies for', () => {
  it.each([
    ['["1.0", "v2.1", "2.10", "2.1"]', ['2.10', '2.1', '1.0']],
    ['["next", "2024-spring"]', []],
    ['{ "1.0": true }', []],
    ['[1.0', []],
    [undefined, []],
  ])('of %s', (list, releases) => {
    expect(findReleases(list)).toEqual(releases);
  });
});
