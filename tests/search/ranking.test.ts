import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Indexer, openIndexer, writeSearch } from '../../src/search/index.ts';
import type { SearchCatalog, SearchRecord } from '../../src/search/types.ts';
import { makePage } from './make-catalog.ts';
import { openFiles, type SiteSearch } from './open-site.ts';

/** Product, title and text of articles, by path. */
type Articles = Readonly<Record<string, readonly [product: string, title: string, text: string]>>;

const often = 'Deleted a repo. Restored a repo. '.repeat(3);

const english: Articles = {
  log: ['Security', 'Reviewing your security log', `Events: repo delete, repo.delete, delete repo. ${often}`],
  scopes: ['Developers', 'Scopes for apps', 'delete_repo grants access to delete a repo. A repo is deleted.'],
  rules: [
    'Organizations',
    'Setting permissions for deleting or transferring repositories',
    'Who may delete a repository.',
  ],
  delete: ['Repositories', 'Deleting a repository', 'The repository is gone. This cannot be undone.'],
  restore: ['Repositories', 'Restoring a deleted repository', 'Some repositories can be restored.'],
  pull: ['Changes', 'About pull requests', 'A pull request tells others about changes.'],
  pulled: ['Desktop', 'Viewing a pull request in the app', 'Open a pull request.'],
  owners: ['Repositories', 'About code owners', 'A codeowners file names them. Authentication is needed.'],
  owned: ['Repositories', 'Codeowners and reviews', 'What codeowners approve. Authentication is needed.'],
};

const japanese: Articles = {
  log: [
    'セキュリティ',
    'セキュリティログの確認',
    'リポジトリの削除、リポジトリの作成、リポジトリの削除。Request を削除。',
  ],
  rules: ['組織', 'リポジトリを削除または移譲する権限の設定', 'リポジトリを削除できる人を決めます。'],
  delete: ['リポジトリ', 'リポジトリを削除する', '元に戻せません。'],
  pull: ['変更', 'プルリクエストについて', 'プルリクエスト（pull request）で変更を伝えます。'],
};

let indexer: Indexer;
let en: SiteSearch;
let ja: SiteSearch;
beforeAll(async () => {
  const { value } = await openIndexer();
  if (value === undefined) throw new Error('Pagefind has no program for this system.');
  indexer = value;
  [en, ja] = await Promise.all([open('en', english), open('ja', japanese)]);
});
afterAll(() => indexer.close());

async function open(language: string, articles: Articles): Promise<SiteSearch> {
  const files = new Map<string, string | Uint8Array>();
  const write = async (name: string, content: string | Uint8Array | Iterable<string>) => {
    files.set(name, content as string | Uint8Array);
  };
  const catalog: SearchCatalog = {
    language,
    languageName: language,
    versions: ['cloud', 'server@2'].map((id) => ({ id, title: id, base: '/', home: '/' })),
    words: {},
    // One article is in the other version alone.
    articles: new Map(
      Object.keys(articles).map((path) => [
        path,
        [makePage(path, path.startsWith('own') ? 'server@2' : 'cloud')],
      ]),
    ),
    describe: ({ article }) => makeRecord(article.path, articles[article.path] ?? ['', '', '']),
  };
  await writeSearch([catalog], { indexer, folder: { write } });
  return openFiles(files, `search/${language}/cloud`);
}

function makeRecord(address: string, [product, title, text]: Articles[string] = ['', '', '']): SearchRecord {
  return { address, title, trail: [product], sections: [{ id: '', depth: 1, title: '', text }] };
}

const first = async (site: SiteSearch, query: string) => (await site.search(query)).results[0]?.href;

test.each([
  ['delete repo', '/delete'],
  ['delete repository', '/delete'],
  ['deleting a repository', '/delete'],
  ['restore repository', '/restore'],
  ['security log', '/log'],
  ['pull request', '/pull'],
])('%s finds first the article whose title says that and little else: %s', async (query, href) => {
  expect(await first(en, query)).toBe(href);
});

test.each([
  ['リポジトリの削除', '/delete'],
  ['リポジトリ 削除', '/delete'],
  ['プルリクエスト', '/pull'],
  ['ログの確認', '/log'],
])('in Japanese, %s finds %s first', async (query, href) => {
  expect(await first(ja, query)).toBe(href);
});

test.each([
  ['pull reqest', 'pull request'],
  ['pull requset', 'pull request'],
  ['delete repositry', 'delete repository'],
  ['Repositroy', 'repository'],
  ['pull  reqest, please', 'pull  request, please'],
])('of %s, which nothing says, the near words %s are looked for', async (query, near) => {
  const answer = await en.search(query);
  expect(answer).toMatchObject({ near });
  expect(answer.results.map(({ href }) => href)).toEqual(
    (await en.search(near)).results.map(({ href }) => href),
  );
});

test('a mistake in a Japanese query is mended as well', async () => {
  expect(await ja.search('reqestの削除')).toMatchObject({ near: 'requestの削除', total: 1 });
  expect(await first(ja, 'pull reqest プルリクエスト')).toBe('/pull');
});

test.each(['codeowners', 'zzzzzzzz', 'rep', 'reposi', 'ghxs', '!?', '3.2.1-beta'])(
  'nothing is looked for instead of %s: another version has it, it is being typed, or nothing is like it',
  async (query) => {
    expect((await en.search(query)).near).toBeUndefined();
  },
);

test('results can be had of one product', async () => {
  const all = await en.search('repository', 0, 10);
  expect(all.products).toEqual([
    ['Repositories', 2],
    ['Organizations', 1],
  ]);
  const own = await en.search('repository', 0, 10, 'Repositories');
  expect(own.results.map(({ href }) => href).sort()).toEqual(['/delete', '/restore']);
  expect(own).toMatchObject({ total: 2, products: all.products });
  expect(await en.search('pull request', 0, 10, 'Repositories')).toMatchObject({ total: 2 });
});
