import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { repository, runDecant } from '../build/run-decant.ts';
import { createFolder, removeFolder } from '../build/temporary-folder.ts';
import { openSite, type SiteSearch } from './open-site.ts';

/** What readers ask for on this repository's own site, and the article that must be among the first three results. */
const queries: Readonly<Record<string, readonly (readonly [query: string, article: string])[]>> = {
  en: [
    ['quickstart', 'packages/quickstart'],
    ['publish npm package', 'packages/publish/publishing-an-npm-package'],
    ['.npmrc', 'packages/quickstart'],
    ['sign a package', 'packages/publish/signing-a-package'],
    ['delete package', 'packages/publish/deleting-and-restoring-a-package'],
    ['restore a deleted package', 'packages/publish/deleting-and-restoring-a-package'],
    ['nuget', 'packages/publish/publishing-a-nuget-package'],
    ['NUGET', 'packages/publish/publishing-a-nuget-package'],
    ['gradle', 'packages/publish/publishing-a-java-package'],
    ['maven settings', 'packages/publish/publishing-a-java-package'],
    ['docker image', 'packages/publish/publishing-a-container-image'],
    ['pushing container images', 'packages/publish/publishing-a-container-image'],
    ['--password-stdin', 'packages/publish/publishing-a-container-image'],
    ['ruby gem', 'packages/publish/publishing-a-ruby-gem'],
    ['how do I install a package', 'packages/install/installing-a-package'],
    ['workflow example', 'packages/workflows/example-workflows'],
    ['move to the container registry', 'packages/workflows/moving-to-the-container-registry'],
    ['permissions', 'packages/learn/about-permissions'],
    ['who can see a package', 'packages/learn/about-permissions'],
    ['glossary', 'packages/glossary'],
    ['token of a workflow', 'workflows/the-workflow-token'],
    ['{{ secrets.TOKEN }}', 'workflows/about-workflows'],
    ['personal access token', 'packages/learn/about-permissions'],
    ['workflow syntax', 'workflows/workflow-syntax'],
    ['matrix', 'workflows/workflow-syntax'],
    ['cron schedule', 'workflows/recipes/checking-licenses-every-night'],
  ],
  ja: [
    ['クイックスタート', 'packages/quickstart'],
    ['npm', 'packages/publish/publishing-an-npm-package'],
    ['npmパッケージの公開', 'packages/publish/publishing-an-npm-package'],
    ['パッケージへの署名', 'packages/publish/signing-a-package'],
    ['署名', 'packages/publish/signing-a-package'],
    ['パッケージの削除', 'packages/publish/deleting-and-restoring-a-package'],
    ['復元', 'packages/publish/deleting-and-restoring-a-package'],
    ['ＮｕＧｅｔ', 'packages/publish/publishing-a-nuget-package'],
    ['Maven', 'packages/publish/publishing-a-java-package'],
    ['コンテナイメージ', 'packages/publish/publishing-a-container-image'],
    ['コンテナ イメージ 公開', 'packages/publish/publishing-a-container-image'],
    ['コンテナレジストリ', 'packages/workflows/moving-to-the-container-registry'],
    ['gem', 'packages/publish/publishing-a-ruby-gem'],
    ['ホステッドランナー', 'workflows/hosted-runners'],
    ['パッケージをインストールする', 'packages/install/installing-a-package'],
    ['ワークフローの例', 'packages/workflows/example-workflows'],
    ['移行', 'packages/workflows/moving-to-the-container-registry'],
    ['権限', 'packages/learn/about-permissions'],
    ['公開範囲', 'packages/learn/about-permissions'],
    ['パッケージの表示', 'packages/learn/viewing-packages'],
    ['用語集', 'packages/glossary'],
    ['トークン', 'workflows/the-workflow-token'],
    ['ﾄｰｸﾝ', 'workflows/the-workflow-token'],
    ['個人アクセストークン', 'packages/learn/about-permissions'],
    ['ワークフロー構文', 'workflows/workflow-syntax'],
    ['ワークフローでのパッケージの公開', 'packages/workflows/publishing-and-installing-in-a-workflow'],
    ['認証', 'packages/publish/publishing-a-nuget-package'],
  ],
};

const folder = createFolder();
const out = join(folder, 'site');
const sites = new Map<string, SiteSearch>();

beforeAll(async () => {
  const built = ['--version=fpt', '--version=ghes-3.2', '--quiet'];
  expect(await runDecant(['build', '--root', repository, '--out', out, ...built])).toMatchObject({
    status: 0,
  });
  for (const language of ['en', 'ja']) {
    sites.set(language, await openSite(out, `${language}/free-pro-team@latest`));
  }
  return () => removeFolder(folder);
});

test.each(
  Object.entries(queries).flatMap(([language, pairs]) => pairs.map((pair) => [language, ...pair] as const)),
)('in %s, %s finds %s', async (language, query, article) => {
  const { results } = await search(language, query);
  expect(results.slice(0, 3).map(({ href }) => href)).toContain(`/${language}/${article}/`);
});

test('a result leads to the sections where the words stand, and marks them', async () => {
  const { results } = await search('en', 'docker login');
  const found = results.find(({ href }) => href.endsWith('/publishing-a-container-image/'));
  expect(found?.trail).toEqual(['Alderwick Packages', 'Publish']);
  const section = found?.sections.find(({ href }) => href.endsWith('#authenticating-to-the-registry'));
  expect(section?.text.filter((_, at) => at % 2 === 1)).toContain('docker');
});

test('a version finds its own articles only', async () => {
  const server = await openSite(out, 'en/enterprise-server@3.2');
  const upstream = await server.search('upstream registry');
  expect(upstream.results[0]?.title.join('')).toBe('Using an upstream registry');
  expect((await search('en', 'upstream registry')).results.map(({ title }) => title.join(''))).not.toContain(
    'Using an upstream registry',
  );
  const { results } = await server.search('permissions', 0, 100);
  expect(results.length).toBeGreaterThan(3);
  expect(results.filter(({ href }) => !href.startsWith('/en/enterprise-server@3.2/'))).toEqual([]);
});

test('results come in parts, in one order', async () => {
  const whole = await search('ja', 'パッケージ', 0, 8);
  const parts = [await search('ja', 'パッケージ', 0, 4), await search('ja', 'パッケージ', 4, 4)];
  expect(whole.results).toHaveLength(8);
  expect(parts.flatMap(({ results }) => results)).toEqual(whole.results);
});

test('where no article has every word, those with most of them are found, and it is said', async () => {
  const some = await search('en', 'nuget matrix');
  expect(some).toMatchObject({ total: 6, isPartly: true });
  const unknown = await search('en', 'nuget xyzzyqwert');
  expect(unknown).toMatchObject({ total: 5, isPartly: true });
  expect(await search('en', 'nuget')).toMatchObject({ total: 5, isPartly: false });
});

test.each(['', '   ', '?!', '、。', 'xyzzyqwert'])(
  'a query for %j finds nothing, and fails not',
  async (query) => {
    expect(await search('ja', query)).toMatchObject({ total: 0, results: [] });
  },
);

function search(language: string, ...question: Parameters<SiteSearch['search']>) {
  const site = sites.get(language);
  if (site === undefined) throw new Error(`${language} is not open.`);
  return site.search(...question);
}
