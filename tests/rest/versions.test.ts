import { expect, test } from 'vitest';
import { openRestSite, writeSpec } from './open-site.ts';

const light = { operationId: 'lightLamp', summary: 'Light a lamp' };
const trim = { operationId: 'trimWick', summary: 'Trim the wick' };

test('each version shows the operations of its file, behind the words of the article', async () => {
  const site = openRestSite({
    'all.json': writeSpec({ '/lamps': light }),
    'server.json': writeSpec({ '/lamps': light, '/wicks': trim }),
    'server-1.0.json': writeSpec({ '/wicks': trim }),
  });
  expect(await site.read('cloud')).toMatch(/^Call it\.[\s\S]*Light a lamp/);
  expect(await site.read('cloud')).not.toContain('Trim');
  expect(await site.read('server-2.0')).toMatch(/Light a lamp[\s\S]*Trim the wick/);
  expect(await site.read('server-1.0')).not.toContain('Light');
  expect(await site.findings()).toEqual([]);
});

test('what is the same in several versions is one text, and only what differs is under a condition', async () => {
  const site = openRestSite({
    'server-2.0.json': writeSpec({ '/lamps': { ...light, description: 'Burns bright.' } }),
    'all.json': writeSpec({ '/lamps': { ...light, description: 'Burns.' } }),
  });
  const { corpus } = site.workspace;
  const body = corpus.articles.get('api')?.texts.get('en')?.fields.body?.text ?? '';
  expect(body.match(/\{% ifversion [^%]*%\}/g)).toEqual([
    '{% ifversion cloud or server = 1.0 %}',
    '{% ifversion server = 2.0 %}',
  ]);
  expect(await site.read('server-2.0')).toContain('Burns bright.');
  expect(await site.read('server-1.0')).toContain('Burns.');
});

test('a plan without numbers and its preview can differ, and a preview without a file has that of the newest release', async () => {
  const site = openRestSite({
    'cloud.json': writeSpec({ '/lamps': light }),
    'cloud-next.json': writeSpec({ '/wicks': trim }),
    'server.json': writeSpec({ '/lamps': light }),
  });
  expect(await site.read('cloud')).toContain('Light a lamp');
  expect(await site.read('cloud')).not.toContain('Trim');
  expect(await site.read('cloud-next')).toContain('Trim the wick');
  expect(await site.read('cloud-next')).not.toContain('Light');
});

test('a version without a file has no operations, and the article says so', async () => {
  const site = openRestSite({ 'cloud.json': writeSpec({ '/lamps': light }) });
  expect((await site.read('server-1.0')).trim()).toBe('Call it.');
  const [found] = await site.findings();
  expect(found).toMatchObject({
    code: 'rest/missing-file',
    place: { file: 'content/api.md', line: 4, column: 16 },
    versions: ['server-2.0', 'server-1.0'],
  });
});

test('without any file the page is one whose data come from elsewhere', async () => {
  const site = openRestSite({});
  expect((await site.findings()).map(({ code }) => code)).toEqual(['resolve/outside-data']);
});

test('an article chooses by tags, begins of paths and names, and is grouped by tags where it shows several', async () => {
  const files = {
    'all.json': writeSpec(
      {
        '/lamps': { ...light, tags: ['Lamps'] },
        '/lamps/{id}': { operationId: 'getLamp', tags: ['Lamps'] },
        '/lampshades': { operationId: 'listShades', tags: ['Shades'] },
        '/wicks': { ...trim, tags: ['Wicks'] },
      },
      { tags: [{ name: 'Wicks', description: 'What burns.' }, { name: 'Lamps' }] },
    ),
  };
  const list = async (...rest: string[]) =>
    [...(await openRestSite(files, rest).read('cloud')).matchAll(/<h[23][^>]* id="([^"]+)"/g)].map(
      ([, id]) => id,
    );
  expect(await list()).toEqual([
    'tag-wicks',
    'trim-wick',
    'tag-lamps',
    'light-lamp',
    'get-lamp',
    'tag-shades',
    'list-shades',
  ]);
  expect(await list('rest: { tags: [Wicks] }')).toEqual(['trim-wick', 'trim-wick--example']);
  expect(await list('rest: { paths: [/lamps/] }')).toContain('get-lamp');
  expect(await list('rest: { paths: [/lamps] }')).not.toContain('list-shades');
  expect(await list('rest: { operations: [trimWick, GET /lampshades] }')).toEqual([
    'tag-wicks',
    'trim-wick',
    'tag-shades',
    'list-shades',
  ]);
  const wrong = openRestSite(files, ['rest:', '  tags: [Lampz]', '  path: /x']);
  expect((await wrong.findings()).map(({ code, place, hint }) => [code, place.line, hint])).toEqual([
    ['rest/unknown-choice', 6, "Did you mean 'Lamps'?"],
    ['rest/wrong-choice', 7, "Did you mean 'paths'?"],
  ]);
});

test('a page in another language has its words, and those of the translated file in the same places', async () => {
  const shape = { parameters: [{ name: 'size', in: 'query', description: 'How big.' }] };
  const site = openRestSite({
    'all.json': writeSpec({ '/lamps': { ...light, ...shape, description: 'Burns.' } }),
    'translations/ja/content/api.md': '---\ntitle: API\n---\n\n呼び出します。\n',
    'translations/ja/data/rest/all.json': writeSpec({
      '/lamps': {
        operationId: 'other',
        summary: 'ランプをともす',
        parameters: [
          { name: 'color', in: 'query', description: '色。' },
          { name: 'size', in: 'query', description: '大きさ。', required: true },
        ],
      },
    }),
  });
  const text = await site.read('cloud', 'ja');
  expect(text).toMatch(/^呼び出します。/);
  expect(text).toContain(
    '<h2 class="rest-operation" id="light-lamp"><span id="light-a-lamp"></span>ランプをともす</h2>',
  );
  expect(text).toContain('「ランプをともす」のパラメーター');
  expect(text).toContain('| `size` | `any` | 大きさ。 |');
  expect(text).toContain('<div class="rest-text" lang="en">\n\nBurns.\n\n</div>');
  expect(text).not.toContain('色');
  expect(await site.findings()).toEqual([]);
});

test('what is not translated names its language, and its direction where a language runs the other way', async () => {
  const files = {
    'all.json': writeSpec(
      {
        '/lamps': {
          ...light,
          tags: ['Lamps'],
          parameters: [{ name: 'size', in: 'query', description: 'How *big*.' }],
          'x-codeSamples': [
            { lang: 'Ruby', label: 'From a script', source: 'light' },
            { lang: 'PHP', source: 'light();' },
          ],
          requestBody: {
            content: {
              'application/json': {
                examples: { low: { summary: 'A low flame', value: 1 }, high: { value: 9 } },
              },
            },
          },
        },
        '/wicks': { ...trim, tags: ['Wicks'] },
      },
      { tags: [{ name: 'Lamps', description: 'They burn.' }] },
    ),
    'translations/ja/content/api.md': '---\ntitle: API\n---\n',
    'translations/ar/content/api.md': '---\ntitle: API\n---\n',
  };
  const arabic = '  - { code: ar, name: العربية, dir: translations/ar }\n';
  const japanese = await openRestSite(files).render('cloud', 'ja');
  expect(japanese).toContain('<div class="rest-text" lang="en">\n<p>They burn.</p>\n</div>');
  expect(japanese).toContain('<span class="rest-text" lang="en">How <em>big</em>.</span>');
  expect(japanese).toContain('「<span class="rest-text" lang="en">Light a lamp</span>」のパラメーター');
  expect(japanese).toContain('<h2 id="" aria-labelledby=""><span class="rest-text" lang="en">Lamps</span>');
  for (const label of ['A low flame', 'high'])
    expect(japanese).toContain(`<p><strong><span class="rest-text" lang="en">${label}</span></strong></p>`);
  expect(japanese).toMatch(/<label lang="en"><input [^>]*>From a script<\/label>/);
  expect(japanese).toMatch(/<label><input [^>]*>PHP<\/label>/);
  const site = openRestSite(files, [], arabic);
  const text = await site.render('cloud', 'ar');
  expect(text).toContain('<span class="rest-text" lang="en" dir="ltr">How <em>big</em>.</span>');
  expect(text).toMatch(/<label lang="en" dir="ltr"><input [^>]*>From a script<\/label>/);
  expect(await site.render('cloud')).not.toContain('lang=');
});

test('links lead to an operation by the words of its heading too, in every language; no id is given twice', async () => {
  const site = openRestSite({
    'content/api.md': `---
title: API
versions: '*'
autogenerated: rest
---

## Trim the **{% ifversion cloud or server %}wick{% endif %}**

See [lamps](#light-a-sailors-lamp), and [wicks](#trim-the-wick).
`,
    'all.json': writeSpec({
      '/lamps': { ...light, summary: "Light a sailor's `lamp`" },
      '/lamps/{id}': { operationId: 'lightOther', summary: "Light a sailor's lamp" },
      '/wicks': trim,
      '/oil': { operationId: 'article', summary: 'Article contents' },
    }),
    'translations/ja/content/api.md': '---\ntitle: API\n---\n\n## 切る\n\n[ランプ](#light-a-sailors-lamp)\n',
    'translations/ja/data/rest/all.json': writeSpec({ '/lamps': { summary: 'ランプをともす' } }),
  });
  expect(await site.findings()).toEqual([]);
  const ids = [...(await site.read('cloud')).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.filter((id) => !id?.includes('--'))).toEqual([
    'light-lamp',
    'light-a-sailors-lamp',
    'light-other',
    'trim-wick',
    'article',
  ]);
});
