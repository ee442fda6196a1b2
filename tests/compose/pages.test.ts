import { describe, expect, test } from 'vitest';
import { listFiles } from '../../src/compose/index.ts';
import type { Page } from '../../src/links/index.ts';
import type { NavigationNode } from '../../src/navigation/index.ts';
import { createSet } from '../../src/versions/index.ts';
import { renderPage as render, renderAlone, THEME } from './render-page.ts';
import {
  copyHead,
  type PageSketch,
  sketchAlternate,
  sketchCorpus,
  sketchNavigation,
  sketchPage,
  sketchSite,
  versions,
} from './sample-site.ts';

const server = versions[1];

describe('an article', () => {
  const home = sketchPage({ path: '', title: 'Kettle Docs', article: { kind: 'index' } });
  const tea = sketchPage({ path: 'tea', title: 'Tea', intro: 'All about tea.', article: { kind: 'index' } });
  const green = sketchPage({ path: 'tea/green', title: 'Green tea', article: { kind: 'index' } });
  const sencha = sketchPage({
    path: 'tea/green/sencha',
    title: 'Brewing sencha',
    intro: 'Seventy degrees, one minute.',
    product: 'In every edition.',
    permissions: 'Anyone with a kettle.',
    body: '<h2 id="water">Water</h2><p>Soft.</p><h2 id="leaves">Leaves</h2><p>Five grams.</p>',
    headings: [
      { depth: 2, id: 'water', text: 'Water', html: 'Water', offset: 0 },
      { depth: 3, id: 'deep', text: 'Deep', html: 'Deep', offset: 20 },
      { depth: 2, id: 'leaves', text: 'Leaves', html: '<code>Leaves</code>', offset: 40 },
    ],
  });
  const black = sketchPage({ path: 'tea/black', title: 'Black tea' });
  const coffee = sketchPage({ path: 'coffee', title: 'Coffee', article: { kind: 'index' } });
  const tree = {
    page: home,
    children: [
      {
        page: tea,
        children: [
          { page: green, children: [{ page: sencha, children: [] }] },
          { page: black, children: [] },
        ],
      },
      { page: coffee, children: [] },
    ],
  };
  const serverHome = sketchPage({ path: '', title: 'Kettle Docs', ...(server && { version: server }) });
  const japanese = sketchPage({ path: 'tea/green/sencha', title: '煎茶のいれ方', language: 'ja' });
  const pickers = {
    versions: [
      sketchAlternate(sencha, 'Cloud', { isCurrent: true }),
      sketchAlternate(serverHome, 'Server 2.0', { isSameArticle: false }),
    ],
    languages: [sketchAlternate(sencha, 'English', { isCurrent: true }), sketchAlternate(japanese, '日本語')],
  };
  const navigation = sketchNavigation(tree, pickers);

  test('stands in its frame: head, pickers, sidebar, breadcrumbs, text, neighbours', async () => {
    await expect(render(sencha, navigation)).toMatchFileSnapshot('fixtures/article.html');
  });

  test('its index page groups what stands below', async () => {
    const page = render(tea, navigation);
    // Its title alone would stand there twice.
    expect(page).not.toContain('class="breadcrumbs"');
    await expect(page).toMatchFileSnapshot('fixtures/index-page.html');
  });

  test('the home page lists the products as cards and has the bare name of the site as its title', async () => {
    const page = render(home, navigation);
    expect(page).toContain('<title>Kettle Docs</title>');
    expect(page).not.toContain('class="breadcrumbs"');
    await expect(page).toMatchFileSnapshot('fixtures/home.html');
  });

  test('looks the same where navigation knows no more than the heads of pages', () => {
    const copyTree = (node: NavigationNode): NavigationNode => ({
      page: copyHead(node.page),
      children: node.children.map(copyTree),
    });
    const heads = sketchNavigation(copyTree(tree), pickers);
    for (const page of [home, tea, green, sencha]) expect(render(page, heads)).toBe(render(page, navigation));
    expect(render(sencha, heads).match(/aria-current="page"/g)).toHaveLength(2);
  });
});

describe('titles and texts', () => {
  test('a hostile title stays text', () => {
    const title = `<script>alert("x")</script> ' {{ page.url }} {% raw %}`;
    const page = renderAlone({ path: 'x', title, intro: title });
    const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &#39; {{ page.url }} {% raw %}';
    expect(page).toContain(`<h1>${escaped}</h1>`);
    expect(page).toContain(`<title>${escaped} - Kettle Docs</title>`);
    expect(page).toContain(`<meta name="description" content="${escaped}">`);
  });

  test('the body stands alone inside #article-contents', () => {
    const page = renderAlone({ path: 'x', title: 'X', body: '<p>{{ a }} $& &amp;</p>' });
    expect(page).toContain('<div id="article-contents"><p>{{ a }} $& &amp;</p></div>');
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  test('a version that is not the default one is named in the title', () => {
    if (server === undefined) throw new Error('no second version');
    expect(renderAlone({ path: 'x', title: 'X', version: server })).toContain(
      '<title>X - Server 2.0 - Kettle Docs</title>',
    );
  });

  test('a page without intro has neither description nor lead', () => {
    const page = renderAlone({ path: 'x', title: 'X' });
    expect(page).not.toContain('name="description"');
    expect(page).not.toContain('class="lead"');
  });

  test('the topics of a page are its keywords', () => {
    expect(renderAlone({ path: 'x', title: 'X', article: { topics: ['Jam & jars', 'Tea'] } })).toContain(
      '<meta name="keywords" content="Jam &amp; jars,Tea">\n',
    );
    expect(renderAlone({ path: 'x', title: 'X' })).not.toContain('name="keywords"');
  });

  test('a hidden page asks robots to stay away', () => {
    expect(renderAlone({ path: 'x', title: 'X', article: { hidden: true } })).toContain(
      '<meta name="robots" content="noindex">',
    );
  });
});

describe('what robots read', () => {
  test('a page of an old release names the first version that has it as the one to be found', () => {
    const onlyServer = { versions: createSet(versions.slice(1)) };
    const sketch = { path: 'tea & co', title: 'Tea', ...(server && { version: server }) };
    expect(renderAlone(sketch)).toContain(
      '<link rel="canonical" href="https://docs.example.com/k/en/tea%20&amp;%20co/">',
    );
    expect(renderAlone({ ...sketch, article: onlyServer })).toContain(
      '<link rel="canonical" href="https://docs.example.com/k/en/server@2.0/tea%20&amp;%20co/">',
    );
  });

  test('a page in the words of the source language leaves them to it', () => {
    const sketch = { path: 'tea', title: 'Tea', language: 'ja', isUntranslated: true } as const;
    expect(renderAlone(sketch)).toContain('<link rel="canonical" href="https://docs.example.com/k/en/tea/">');
    expect(renderAlone({ ...sketch, ...(server && { version: server }) })).toContain(
      '<link rel="canonical" href="https://docs.example.com/k/en/tea/">',
    );
    expect(renderAlone({ ...sketch, isUntranslated: false })).toContain(
      '<link rel="canonical" href="https://docs.example.com/k/ja/tea/">',
    );
  });

  test('only pages that are to be found name each other as the same in another language', () => {
    const english = sketchPage({ path: 'tea', title: 'Tea' });
    const japanese = sketchPage({ path: 'tea', title: '茶', language: 'ja' });
    const link = (pages: readonly Page[]) => {
      const languages = pages.map((page) => sketchAlternate(page, page.language));
      const [tree = english] = pages;
      return pages.map((page) => {
        const navigation = sketchNavigation({ page: tree, children: [] }, { languages });
        return render(page, navigation).match(/(?<=hreflang=")[\w-]+(?=" href="https)/g) ?? [];
      });
    };
    expect(link([english, japanese])).toEqual([
      ['en', 'ja', 'x-default'],
      ['en', 'ja', 'x-default'],
    ]);
    expect(link([english, { ...japanese, isUntranslated: true }])).toEqual([[], []]);
    const hide = (page: Page): Page => ({ ...page, article: { ...page.article, hidden: true } });
    expect(link([hide(english), hide(japanese)])).toEqual([[], []]);
    if (server === undefined) throw new Error('no second version');
    const older = [
      sketchPage({ path: 'tea', title: 'Tea', version: server }),
      sketchPage({ path: 'tea', title: '茶', language: 'ja', version: server }),
    ];
    expect(link(older)).toEqual([[], []]);
  });

  test('a preview stands for itself and asks robots to stay away', () => {
    if (server === undefined) throw new Error('The sample site has two versions.');
    const page = renderAlone({ path: 'tea', title: 'Tea', version: { ...server, isPreview: true } });
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<link rel="canonical" href="https://docs.example.com/k/en/server@2.0/tea/">');
  });

  test('a page names its Markdown', () => {
    expect(renderAlone({ path: 'tea', title: 'Tea' })).toContain(
      '<link rel="alternate" type="text/markdown" href="/k/en/tea.md">',
    );
  });
});

test('a page with annotated code tells the script what its button says', () => {
  const words = 'data-inline="Show the notes in the code" data-beside="Show the notes beside the code"';
  expect(renderAlone({ path: 'x', title: 'X', body: '<div class="annotate"></div>' })).toContain(words);
  expect(renderAlone({ path: 'x', title: 'X' })).not.toContain('data-inline');
});

describe('translations', () => {
  test('parts in the source language are marked and said to be, in the words of the page', () => {
    const page = renderAlone({
      path: 'x',
      title: 'X',
      intro: 'Intro.',
      language: 'ja',
      fallbacks: ['intro', 'body'],
    });
    expect(page).toContain('<html lang="ja">');
    expect(page).toContain('<h1>X</h1>');
    expect(page).toContain('<div class="lead" lang="en">');
    expect(page).toContain('<div id="article-contents" lang="en">');
    expect(page).toContain('このページはまだ翻訳されていないため、英語で表示しています。');
  });

  test('a page of which only a part fell back says so', () => {
    const page = renderAlone({
      path: 'x',
      title: 'X',
      intro: 'Intro.',
      language: 'ja',
      fallbacks: ['intro'],
    });
    expect(page).toContain('<div id="article-contents"><p>');
    expect(page).toContain('このページには、まだ翻訳されていない部分があります。');
  });

  test('a whole translation says nothing', () => {
    expect(renderAlone({ path: 'x', title: 'X', language: 'ja' })).not.toContain('translation-note');
  });
});

describe('the mini contents', () => {
  const headings = [
    { depth: 2, id: 'a', text: 'A', html: 'A', offset: 0 },
    { depth: 3, id: 'b', text: 'B', html: 'B', offset: 5 },
  ];

  test('need more than one heading to choose from', () => {
    expect(renderAlone({ path: 'x', title: 'X', headings })).not.toContain('mini-contents');
  });

  test('go as deep as the article says', () => {
    const page = renderAlone({ path: 'x', title: 'X', headings, article: { miniTocMaxHeadingLevel: 3 } });
    expect(page).toContain('<li class="depth-3"><a href="#b">B</a></li>');
  });

  test('break long names behind the signs that join them', () => {
    const name = (html: string) => ({ depth: 2, id: 'a', text: 'a', html, offset: 0 });
    const names = [
      '<code>jobs.&lt;job_id&gt;.defaults.run</code>',
      '<a_long-tag.with_joints title="a_b_c_d_e_f_g_h_i">湯_を沸かす</a_long-tag.with_joints>',
      'short_name, and short-words',
    ];
    const page = renderAlone({ path: 'x', title: 'X', headings: names.map(name) });
    const shown = [...page.matchAll(/<a href="#a">(.*?)<\/a><\/li>/g)].map(([, html]) => html);
    expect(shown).toEqual([
      '<code>jobs.<wbr>&lt;job_<wbr>id&gt;.<wbr>defaults.<wbr>run</code>',
      names[1],
      names[2],
    ]);
  });

  test('are left out where the article says so', () => {
    const article = { miniTocMaxHeadingLevel: 3, showMiniToc: false };
    expect(renderAlone({ path: 'x', title: 'X', headings, article })).not.toContain('mini-contents');
  });
});

test('an index page lists the first pages of each group, folds the others away, and each page once', () => {
  const createList = (path: string, size: number) => ({
    page: sketchPage({ path, title: path, article: { kind: 'index', parent: 'p' } }),
    children: Array.from({ length: size }, (_, number) => ({
      page: sketchPage({ path: `${path}/${number}`, title: `${path} ${number}`, article: { parent: path } }),
      children: [],
    })),
  });
  const [few, many] = [createList('p/few', 6), createList('p/many', 37)];
  const [guest] = many.children;
  if (guest === undefined) throw new Error('no page');
  const page = sketchPage({ path: 'p', title: 'P', article: { kind: 'index' } });
  const navigation = sketchNavigation({
    page,
    children: [{ ...few, children: [guest, ...few.children] }, many],
  });
  const rendered = render(page, navigation);
  const section = rendered.slice(
    rendered.indexOf('<section class="section"'),
    rendered.indexOf('</article>'),
  );
  const links = [...section.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toHaveLength(2 + 6 + 37);
  expect(new Set(links).size).toBe(links.length);
  const [, shown = '', folded = ''] = section
    .split(/<section class="group">|<summary>Show all 37<\/summary>/)
    .slice(1);
  expect([shown, folded].map((part) => part.match(/<li>/g)?.length)).toEqual([5, 32]);
  expect(section).toContain('<label>Filter <input type="search"></label>');
});

describe('the sidebar', () => {
  const home = sketchPage({ path: '', title: 'Home', article: { kind: 'index' } });
  const createGroup = (name: string, size: number) => ({
    page: sketchPage({ path: `p/${name}`, title: name, article: { kind: 'index' } }),
    children: Array.from({ length: size }, (_, number) => ({
      page: sketchPage({ path: `p/${name}/${number}`, title: `${name} ${number}` }),
      children: [],
    })),
  });

  test('of a large product holds only the groups the page is in', () => {
    const product = {
      page: sketchPage({ path: 'p', title: 'Product', article: { kind: 'index' } }),
      children: [createGroup('near', 50), createGroup('far', 50)],
    };
    const page = product.children[0]?.children[7]?.page;
    if (page === undefined) throw new Error('no page');
    const rendered = render(page, sketchNavigation({ page: home, children: [product] }));
    expect(rendered).toContain('<a href="/k/en/p/near/7/" aria-current="page">near 7</a>');
    expect(rendered).toContain('<a class="closed" href="/k/en/p/far/">far</a>');
    expect(rendered).not.toContain('/k/en/p/far/0/');
  });

  test('of a long list holds the entries around the page, and a link to the rest', () => {
    const list = createGroup('long', 500);
    const product = {
      page: sketchPage({ path: 'p', title: 'Product', article: { kind: 'index' } }),
      children: [list],
    };
    const page = list.children[250]?.page;
    if (page === undefined) throw new Error('no page');
    const rendered = render(page, sketchNavigation({ page: home, children: [product] }));
    const sidebar = /<nav class="sidebar"[\s\S]*?<\/nav>/.exec(rendered)?.[0] ?? '';
    expect(sidebar).toContain('aria-current="page">long 250</a>');
    expect(sidebar.match(/<a /g)?.length).toBeLessThan(60);
    expect(sidebar).toContain('<a class="more" href="/k/en/p/long/">All (500)</a>');
  });

  test('marks an article that is listed twice in both places, on its own page only', () => {
    const [near, far] = [createGroup('near', 2), createGroup('far', 1)];
    const [twice, other] = near.children;
    if (twice === undefined || other === undefined) throw new Error('no page');
    const product = {
      page: sketchPage({ path: 'p', title: 'Product', article: { kind: 'index' } }),
      children: [near, { ...far, children: [...far.children, twice] }],
    };
    const pages = [twice.page, other.page, twice.page];
    const site = sketchSite(sketchNavigation({ page: home, children: [product] }), pages);
    const marks = listFiles(site, THEME)
      .slice(0, pages.length)
      .map((file) => file.render().match(/<a href="[^"]*" aria-current="page">[^<]*/g));
    const [one, another] = [twice, other].map(
      ({ page }) => `<a href="${page.href}" aria-current="page">${page.title}`,
    );
    expect(marks).toEqual([[one, one], [another], [one, one]]);
  });

  test('of a page outside the tree lists the products', () => {
    const product = {
      page: sketchPage({ path: 'p', title: 'Product', article: { kind: 'index' } }),
      children: [createGroup('near', 1)],
    };
    const hidden = sketchPage({ path: 'secret', title: 'Secret', article: { hidden: true } });
    const rendered = render(hidden, sketchNavigation({ page: home, children: [product] }));
    expect(rendered).toContain('<a class="closed" href="/k/en/p/">Product</a>');
    expect(rendered).not.toContain('/k/en/p/near/');
  });

  test('of a site with articles right below its home page is the whole tree', () => {
    const group = createGroup('guides', 2);
    const install = sketchPage({ path: 'install', title: 'Install' });
    const use = sketchPage({ path: 'use', title: 'Use' });
    const children = [{ page: install, children: [] }, group, { page: use, children: [] }];
    const rendered = render(install, sketchNavigation({ page: home, children }));
    const sidebar = /<nav class="sidebar"[\s\S]*?<\/nav>/.exec(rendered)?.[0] ?? '';
    const links = [...sidebar.matchAll(/<a href="\/k\/en\/([^"]*)"( aria-current="page")?/g)];
    expect(links.map(([, path, isHere]) => `${path}${isHere ? ' here' : ''}`)).toEqual([
      '',
      'install/ here',
      'p/guides/',
      'p/guides/0/',
      'p/guides/1/',
      'use/',
    ]);
    expect(sidebar).not.toContain('All products');
    const start = render(home, sketchNavigation({ page: home, children }));
    expect(start).toContain('<section class="section" aria-label="In this section">');
    expect(start).toContain('<h2><a href="/k/en/p/guides/">guides</a></h2>');
  });
});

test('the words of the interface can be set by the site', () => {
  const page = sketchPage({ path: 'x', title: 'X', permissions: 'You.' });
  const navigation = sketchNavigation({ page, children: [] });
  const ui = { words: { whoCanUse: 'For whom?', menu: 3 }, other: { menu: 'No' } };
  const site = { ...sketchSite(navigation, [page]), corpus: sketchCorpus([], ui) };
  const rendered = listFiles(site, THEME)[0]?.render();
  expect(rendered).toContain('<p class="availability-title">For whom?</p>');
  expect(rendered).toContain(
    '<button class="menu-button" type="button" popovertarget="decant-menu">Menu</button>',
  );
});

describe('on a page that runs from right to left', () => {
  const languages = [
    { code: 'en', name: 'English', dir: '.' },
    { code: 'ar', name: 'العربية', dir: 'translations/ar', direction: 'rtl' },
  ] as const;
  const read = (body: string, sketch: Partial<PageSketch> = {}) => {
    const page = renderAlone(
      { path: 'tea', title: 'شاي', language: 'ar', body, ...sketch },
      {},
      { languages },
    );
    return /<div id="article-contents"[^>]*>([\s\S]*?)<\/div>\n<\/article>/.exec(page)?.[1];
  };

  test.each([
    ['a sentence', '<p>Keep it <b>warm</b>.</p>', '<p lang="en" dir="ltr">Keep it <b>warm</b>.</p>'],
    ['a heading', '<h2 id="a">Green tea</h2>', '<h2 id="a" lang="en" dir="ltr">Green tea</h2>'],
    ['a word with a mark', '<td>Done.</td>', '<td lang="en" dir="ltr">Done.</td>'],
    [
      'an item, but not its number',
      '<ol><li>Pour <a href="/x">it</a>.<ul><li><p>Then drink.</p></li></ul></li></ol>',
      '<ol><li><span lang="en" dir="ltr">Pour <a href="/x">it</a>.</span><ul><li><p lang="en" dir="ltr">Then drink.</p></li></ul></li></ol>',
    ],
  ])('words of the source language have its direction: %s', (_, body, expected) => {
    expect(read(body)).toBe(expected);
  });

  test.each([
    ['a sentence of the page, whatever it begins with', '<p>GitHub Docs هو موقع.</p>'],
    ['a name', '<td>Green</td>'],
    ['code', '<p><code>pour the tea</code></p><pre><code>a b c</code></pre>'],
    ['what says it itself', '<p lang="fr">Un thé vert</p>'],
    ['an item that ends inside of an element', '<ul><li><a href="/x">Pour it.<p>شاي</p></a></li></ul>'],
  ])('all else stays as it is: %s', (_, body) => {
    expect(read(body)).toBe(body);
  });

  test('a body of the source language says so as a whole', () => {
    const page = { fallbacks: ['body'] as const };
    expect(read('<p>Keep it warm.</p>', page)).toBe('<p>Keep it warm.</p>');
  });
});
