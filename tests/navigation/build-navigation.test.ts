import { expect, test } from 'vitest';
import { linkPages, type Page, type PageHead } from '../../src/links/index.ts';
import { buildNavigation, type NavigationNode } from '../../src/navigation/index.ts';
import { listMembers, type Version } from '../../src/versions/index.ts';
import {
  type ArticleSketch,
  config,
  makeCorpus,
  makeRendered,
  noRedirects,
  pick,
  versions,
} from '../links/make-site.ts';

const sketches: readonly ArticleSketch[] = [
  { path: '', children: ['tea', 'coffee', 'lab'] },
  { path: 'tea', children: ['tea/kinds', 'tea/tools', 'coffee/mill'] },
  { path: 'tea/kinds', children: ['tea/kinds/green', 'tea/kinds/black'] },
  { path: 'tea/kinds/green', versions: 'sv ma' },
  { path: 'tea/kinds/black' },
  { path: 'tea/tools' },
  { path: 'coffee', versions: 'cl sv', children: ['coffee/mill'] },
  { path: 'coffee/mill', versions: 'cl sv' },
  { path: 'lab', hidden: true, children: ['lab/notes'] },
  { path: 'lab/notes' },
];

function build(built = 'cl sv', languages = ['en', 'ja'], from = sketches) {
  const corpus = makeCorpus(from);
  const scope = { config, corpus, versions, built: pick(built), languages };
  const rendered = languages.flatMap((language) =>
    [...corpus.articles.values()].map((article) => makeRendered({ article, language })),
  );
  const { value: pages } = linkPages({ ...scope, rendered, redirects: noRedirects, brokenLinks: 'warning' });
  const navigation = buildNavigation({
    ...scope,
    pages,
    redirects: noRedirects,
    resolveText: (text) => text,
    resolveWording: ({ source }) => ({ value: source?.text ?? '', diagnostics: [] }),
  });
  const find = (path: string, version = 'cl', language = 'en'): Page => {
    const page = pages.find(
      (each) => each.article.path === path && each.version.name === version && each.language === language,
    );
    if (page === undefined) throw new Error(`There is no page ${path} in ${version}.`);
    return page;
  };
  return { navigation, find };
}

function versionOf(name: string): Version {
  const [version] = listMembers(pick(name), versions);
  if (version === undefined) throw new Error(`There is no version ${name}.`);
  return version;
}

type Outline = readonly [string, ...Outline[]];
const outline = (node: NavigationNode): Outline => [node.page.article.path, ...node.children.map(outline)];
const paths = (pages: readonly (PageHead | undefined)[]) => pages.map((page) => page?.article.path);

test('a tree holds the pages of its version in the order of their index, without hidden ones', () => {
  const { navigation } = build();
  const tree = navigation.findTree('en', versionOf('cl'));
  expect(tree && outline(tree)).toEqual([
    '',
    ['tea', ['tea/kinds', ['tea/kinds/black']], ['tea/tools'], ['coffee/mill']],
    ['coffee', ['coffee/mill']],
  ]);
  expect(navigation.findTree('ja', versionOf('sv-2.0'))?.page.href).toBe('/k/ja/server@2.0/');
});

test('a version or language that is not built has no tree', () => {
  const { navigation } = build('cl', ['en']);
  expect(navigation.findTree('en', versionOf('sv-2.1'))).toBeUndefined();
  expect(navigation.findTree('ja', versionOf('cl'))).toBeUndefined();
});

test('a trail leads from the home page down to the page, where it belongs', () => {
  const { navigation, find } = build();
  expect(paths(navigation.findTrail(find('tea/kinds/black')))).toEqual([
    '',
    'tea',
    'tea/kinds',
    'tea/kinds/black',
  ]);
  expect(paths(navigation.findTrail(find('coffee/mill')))).toEqual(['', 'coffee', 'coffee/mill']);
  expect(paths(navigation.findTrail(find('')))).toEqual(['']);
  expect(navigation.findTrail(find('lab'))).toEqual([]);
  expect(navigation.findTrail(find('lab/notes'))).toEqual([]);
});

test('the node of a page lists its children', () => {
  const { navigation, find } = build();
  const children = (page: Page) => paths(navigation.findNode(page)?.children.map((node) => node.page) ?? []);
  expect(children(find('tea/kinds', 'sv-2.0'))).toEqual(['tea/kinds/green', 'tea/kinds/black']);
  expect(children(find('tea/kinds', 'cl'))).toEqual(['tea/kinds/black']);
  expect(navigation.findNode(find('lab'))).toBeUndefined();
});

test('previous and next follow the reading order within the product', () => {
  const { navigation, find } = build();
  const around = (path: string, version = 'cl') =>
    paths([navigation.findPrevious(find(path, version)), navigation.findNext(find(path, version))]);
  expect(around('tea')).toEqual([undefined, 'tea/kinds']);
  expect(around('tea/kinds')).toEqual(['tea', 'tea/kinds/black']);
  expect(around('tea/kinds', 'sv-2.1')).toEqual(['tea', 'tea/kinds/green']);
  expect(around('tea/tools')).toEqual(['tea/kinds/black', undefined]);
  expect(around('coffee/mill')).toEqual(['coffee', undefined]);
  expect(around('')).toEqual([undefined, undefined]);
  expect(around('lab/notes')).toEqual([undefined, undefined]);
});

test('of a site with articles right below its home page, they follow each other through all of it', () => {
  const from: readonly ArticleSketch[] = [
    { path: '', children: ['install', 'guides', 'use'] },
    { path: 'install' },
    { path: 'guides', children: ['guides/tea'] },
    { path: 'guides/tea' },
    { path: 'use', versions: 'sv' },
  ];
  const { navigation, find } = build('cl sv', ['en'], from);
  const order = (version: string) =>
    ['', 'install', 'guides', 'guides/tea'].map((path) => navigation.findNext(find(path, version)));
  expect(paths(order('cl'))).toEqual(['install', 'guides', 'guides/tea', undefined]);
  expect(paths(order('sv-2.1'))).toEqual(['install', 'guides', 'guides/tea', 'use']);
  expect(paths([navigation.findPrevious(find('install'))])).toEqual(['']);
});

test('the version picker leads to the same article, or to the nearest page above it', () => {
  const { navigation, find } = build('cl sv-2.0 ma');
  const rows = navigation
    .listVersions(find('coffee/mill', 'sv-2.0', 'ja'))
    .map(({ label, page, isCurrent, isSameArticle }) => [label, page.href, isCurrent, isSameArticle]);
  expect(rows).toEqual([
    ['Cloud', '/k/ja/coffee/mill/', false, true],
    ['Server 2.0', '/k/ja/server@2.0/coffee/mill/', true, true],
    ['Managed', '/k/ja/managed@latest/', false, false],
  ]);
  const [cloud] = navigation.listVersions(find('tea/kinds/green', 'ma'));
  expect(cloud).toMatchObject({ page: { href: '/k/en/tea/kinds/' }, isSameArticle: false });
});

test('the language picker leads to the same version in every language that is built', () => {
  const { navigation, find } = build();
  const rows = navigation
    .listLanguages(find('tea', 'sv-2.1'))
    .map(({ label, language, page, isCurrent }) => [label, language, page.href, isCurrent]);
  expect(rows).toEqual([
    ['English', 'en', '/k/en/server@2.1/tea/', true],
    ['日本語', 'ja', '/k/ja/server@2.1/tea/', false],
  ]);
});

test('a version without any page above is not offered', () => {
  const from: readonly ArticleSketch[] = [
    { path: '', versions: 'cl', children: ['tea'] },
    { path: 'tea', versions: 'cl sv-2.0' },
  ];
  const { navigation, find } = build('cl sv', ['en'], from);
  expect(navigation.listVersions(find('tea')).map(({ label }) => label)).toEqual(['Cloud', 'Server 2.0']);
  expect(navigation.findTrail(find('tea', 'sv-2.0'))).toEqual([]);
});

test('index pages that list each other end in no circle', () => {
  const from: readonly ArticleSketch[] = [
    { path: '', children: ['tea'] },
    { path: 'tea', children: ['tea/kinds', 'tea/tools'] },
    { path: 'tea/kinds', children: ['tea'] },
    { path: 'tea/tools' },
  ];
  const { navigation } = build('cl', ['en'], from);
  const tree = navigation.findTree('en', versionOf('cl'));
  expect(tree && outline(tree)).toEqual(['', ['tea', ['tea/kinds'], ['tea/tools']]]);
});
