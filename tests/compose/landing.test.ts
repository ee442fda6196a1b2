import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/links/index.ts';
import type { Track } from '../../src/navigation/index.ts';
import { renderPage } from './render-page.ts';
import { type PageSketch, sketchNavigation, sketchPage } from './sample-site.ts';

const articles = ['green', 'black', 'white', 'red', 'blue'].map((name) =>
  sketchPage({ path: `tea/${name}`, title: `Tea: ${name}`, intro: `About ${name}.` }),
);

/** An index page with frontmatter, above five articles. */
function renderLanding(frontmatter: object, rest: Partial<PageSketch> = {}, ui: object = {}): string {
  const page = sketchPage({
    path: 'tea',
    title: 'Tea',
    ...rest,
    article: { kind: 'index', layout: 'product-landing', frontmatter: { ...frontmatter } },
  });
  return renderPage(page, createNavigation(page), ui);
}

function createNavigation(page: Page, more: Parameters<typeof sketchNavigation>[1] = {}) {
  return sketchNavigation({ page, children: articles.map((each) => ({ page: each, children: [] })) }, more);
}

describe('a landing page', () => {
  test('has its intro links as buttons, labelled by the site, by the theme, or by their key', () => {
    const introLinks = {
      quickstart: '/tea/green#start',
      brew_now: '/tea/black',
      gone: '/tea/none',
      shop: 'https://shop.example.com/',
      bad: 'javascript:alert(1)',
    };
    const page = renderLanding({ introLinks }, {}, { product_landing: { shop: 'Buy tea' } });
    expect(page).toContain(`<p class="buttons"><a href="/k/en/tea/green/#start">Quickstart</a>
<a href="/k/en/tea/black/">Brew now</a>
<a href="https://shop.example.com/">Buy tea</a>
</p>`);
  });

  test('has a column for each list of featured links, of at most four pages, with their titles and intros', () => {
    const all = articles.map(({ article }) => `/${article.path}`);
    const page = renderLanding(
      { featuredLinks: { popular: ['/tea/none', ...all], guides: ['/tea/none'] } },
      { labels: { 'featuredLinks.popularHeading': 'Loved' } },
    );
    const [columns = ''] = /<div class="columns columns-1">[\s\S]*?<\/div>/.exec(page) ?? [];
    expect(columns.match(/<li>/g)).toHaveLength(4);
    expect(columns).toContain('<h2>Loved</h2>');
    expect(columns).toContain('<a href="/k/en/tea/green/">Tea: green</a><p>About green.</p>');
    expect(columns).not.toContain('Guides');
  });

  test('has its guide cards', () => {
    const page = renderLanding({ featuredLinks: { guideCards: ['/tea/red'] } });
    expect(page).toContain(
      '<section class="featured">\n<h2>Guides</h2>\n<ul class="cards">\n<li><a href="/k/en/tea/red/">',
    );
  });

  test('has its carousels as lists of cards, under names of the site, of the theme, or their own', () => {
    const frontmatter = {
      spotlight: [{ article: '/tea/white', image: '/assets/leaves.png' }, { article: '/tea/none' }],
      recommended: ['/tea/red', '/tea/none'],
      carousels: { for_beginners: ['/tea/green'], best: ['/tea/black'], gone: ['/tea/none'] },
    };
    const page = renderLanding(frontmatter, {}, { carousels: { best: 'The best' } });
    const lists = [
      ...page.matchAll(
        /<section class="featured">\n<h2>(.*)<\/h2>\n<ul class="cards">\n<li><a href="(.*?)"/g,
      ),
    ];
    expect(lists.map(([, heading, href]) => [heading, href])).toEqual([
      ['In the spotlight', '/k/en/tea/white/'],
      ['Recommended', '/k/en/tea/red/'],
      ['For beginners', '/k/en/tea/green/'],
      ['The best', '/k/en/tea/black/'],
    ]);
    expect(renderLanding(frontmatter, { language: 'ja' })).toContain('<h2>おすすめ</h2>');
  });

  test('says what is new where its frontmatter lists it, and nothing for a feed', () => {
    const changelog = [
      { title: 'First flush', date: '2021-04-01', href: 'https://blog.example.com/a' },
      { title: 'Fees', date: 'soon', href: 'data:text/html,x' },
    ];
    const page = renderLanding({ changelog }, { language: 'ja' });
    expect(page).toContain(
      '<li><a href="https://blog.example.com/a" lang="en">First flush</a> <time datetime="2021-04-01">2021年4月1日</time></li>',
    );
    expect(page).toContain('<li><span lang="en">Fees</span> <small>soon</small></li>');
    expect(renderLanding({ changelog: { label: 'tea' } })).not.toContain('class="columns');
  });

  test('lists its further videos under their titles, where they lead out of the site', () => {
    const videos = [
      { title: 'Pouring', href: 'https://video.example.com/2' },
      { title: 'Bad', href: 'javascript:alert(1)' },
    ];
    const labels = {
      'featuredLinks.videos.0.title': 'Pouring & more',
      'featuredLinks.videos.1.title': 'Bad',
    };
    const page = renderLanding({ featuredLinks: { videos } }, { labels });
    expect(page).toContain(
      '<section>\n<h2>Videos</h2>\n<ul>\n<li><a href="https://video.example.com/2">Pouring &amp; more</a></li>\n</ul>\n</section>',
    );
    const named = { ...labels, 'featuredLinks.videosHeading': 'Watch' };
    expect(renderLanding({ featuredLinks: { videos } }, { labels: named })).toContain('<h2>Watch</h2>');
    expect(renderLanding({ featuredLinks: { videos: videos.slice(1) } }, { labels })).not.toContain('Videos');
  });

  test('leads to its video', () => {
    const page = renderLanding({ product_video: 'https://video.example.com/1' });
    expect(page).toContain('<a href="https://video.example.com/1">Watch the video</a>');
  });

  test('says from when on it holds', () => {
    expect(renderLanding({ effectiveDate: '2021-04-01' })).toContain(
      '<p class="effective-date">Effective date: April 1, 2021</p>',
    );
  });
});

test('the home page shows products in groups, the rest last', () => {
  const childGroups = [{ children: ['tea/white', 'tea/green', 'tea/none'] }];
  const labels = { 'childGroups.0.name': 'Light' };
  const home = sketchPage({
    path: '',
    title: 'Home',
    labels,
    article: { kind: 'index', frontmatter: { childGroups } },
  });
  const children = articles.map(({ article, ...each }) => ({
    page: { ...each, article: { ...article, kind: 'index' as const } },
    children: [],
  }));
  const page = renderPage(home, sketchNavigation({ page: home, children }));
  const products = page.slice(page.indexOf('<section class="products"'));
  const order = [...products.matchAll(/<h2>(\w+)<\/h2>|<li><a href="\/k\/en\/tea\/(\w+)\/">Tea/g)];
  expect(order.map(([, heading, name]) => heading ?? name)).toEqual([
    'Light',
    'white',
    'green',
    'More',
    'black',
    'red',
    'blue',
  ]);
});

test('a guides page shows the guides it includes with their type and topics', () => {
  const guide = sketchPage({
    path: 'tea/how',
    title: 'How',
    article: { topics: ['Water'], frontmatter: { type: 'quick_start' } },
  });
  const page = sketchPage({
    path: 'tea',
    title: 'Tea',
    article: { frontmatter: { includeGuides: ['/tea/how'] } },
  });
  const navigation = sketchNavigation({ page, children: [{ page: guide, children: [] }] });
  expect(renderPage(page, navigation)).toContain(
    '<li data-type="quick_start" data-topics="[&quot;Water&quot;]"><a href="/k/en/tea/how/">How</a><p class="labels"><span>Quickstart</span> <span>Water</span> </p>\n</li>',
  );
});

test('guides can be filtered by what they differ in, and by nothing else', () => {
  const guides = [
    { type: 'quick_start', topics: ['Water'] },
    { type: 'quick_start', topics: ['Leaves', 'Water'] },
  ].map(({ type, topics }, at) =>
    sketchPage({ path: `tea/${at}`, title: `${at}`, article: { topics, frontmatter: { type } } }),
  );
  const includeGuides = guides.map(({ article }) => `/${article.path}`);
  const page = sketchPage({ path: 'tea', title: 'Tea', article: { frontmatter: { includeGuides } } });
  const children = guides.map((guide) => ({ page: guide, children: [] }));
  const [filters] = /<div class="guide-filters">[\s\S]*?<\/div>/.exec(
    renderPage(page, sketchNavigation({ page, children })),
  ) ?? [''];
  expect(filters).toBe(
    '<div class="guide-filters"><label>Topic <select data-by="topic"><option value="">All</option><option value="Leaves">Leaves</option><option value="Water">Water</option></select></label>\n<output>2 / 2</output></div>',
  );
});

describe('a landing page with a grid of articles', () => {
  const sketch = (name: string, frontmatter: object) =>
    sketchPage({ path: `tea/${name}`, title: name, article: { frontmatter: { ...frontmatter } } });
  const green = sketch('green', {
    category: ['Light', 'Daily'],
    surface: ['Cup'],
    complexity: ['Simple'],
    industry: ['Home'],
  });
  const black = sketch('black', { category: ['Strong'], surface: ['Pot'] });
  const red = sketch('red', { category: ['<Herbs>'] });
  const plain = sketch('plain', {});
  const shelf = sketchPage({ path: 'tea/shelf', title: 'shelf', article: { kind: 'index' } });

  function render(layout: string, frontmatter: object = {}, children = [green, black]): string {
    const article = { kind: 'index' as const, layout, frontmatter: { ...frontmatter } };
    const page = sketchPage({ path: 'tea', title: 'Tea', article });
    const leaf = (each: Page) => ({ page: each, children: [] });
    const tree = {
      page,
      children: [
        ...children.map(leaf),
        // What is listed twice comes once, and index pages do not come at all.
        { page: shelf, children: [leaf(red), leaf(plain), ...children.map(leaf)] },
      ],
    };
    const html = renderPage(page, sketchNavigation(tree));
    return html.slice(html.indexOf('<article'), html.indexOf('</article>'));
  }
  const listCards = (html: string) => [...html.matchAll(/<li(.*?)><a href="\/k\/en\/tea\/(\w+)\/"/g)];

  test('shows all articles below it, with a menu of their categories, in place of its children', () => {
    const page = render('bespoke-landing');
    expect(listCards(page).map(([, , name]) => name)).toEqual(['green', 'black', 'red', 'plain']);
    expect(page).toContain(
      '<section class="guides">\n<h2>Articles</h2>\n<script type="module" src="/k/theme/filters.js"></script>\n<div class="guide-filters"><label>Category <select data-by="category"><option value="">All</option><option value="&lt;Herbs&gt;">&lt;Herbs&gt;</option><option value="Daily">Daily</option><option value="Light">Light</option><option value="Strong">Strong</option></select></label>\n<output>4 / 4</output></div>',
    );
    expect(page).toContain(
      '<li data-category="[&quot;Light&quot;,&quot;Daily&quot;]"><a href="/k/en/tea/green/">green</a><p class="labels"><span>Light</span> <span>Daily</span> </p>',
    );
    expect(page).not.toContain('class="section"');
  });

  test('names only the categories that it includes, whatever their case', () => {
    const frontmatter = { includedCategories: ['light', 'STRONG', 'Gone'] };
    const bespoke = render('bespoke-landing', frontmatter);
    expect(listCards(bespoke).map(([, choices, name]) => [name, choices])).toEqual([
      ['green', ' data-category="[&quot;Light&quot;]"'],
      ['black', ' data-category="[&quot;Strong&quot;]"'],
      ['red', ''],
      ['plain', ''],
    ]);
    expect(bespoke).not.toContain('Daily');
    // A page for discovery leaves the others out.
    const discovery = render('discovery-landing', frontmatter);
    expect(listCards(discovery).map(([, , name]) => name)).toEqual(['green', 'black']);
    expect(listCards(render('discovery-landing')).length).toBe(4);
  });

  test('has menus for what else its filters name', () => {
    const listMenus = (html: string) => [...html.matchAll(/data-by="(\w+)"/g)].map(([, by]) => by);
    const other = sketch('green', { category: ['Light'], surface: ['Cup'], complexity: ['Hard'] });
    const children = [black, other, green];
    expect(listMenus(render('category-landing', {}, children))).toEqual(['category', 'surface']);
    const named = render('category-landing', { filters: ['complexity'] }, children);
    expect(listMenus(named)).toEqual(['category', 'complexity']);
    expect(named).toContain(
      '<p class="labels"><span>Home</span> <span>Light</span> <span>Daily</span> <span>Simple</span> <span>Cup</span> </p>',
    );
  });

  test('lists its children where no article belongs to anything, and so do pages of other layouts', () => {
    const page = sketchPage({
      path: 'tea',
      title: 'Tea',
      article: { kind: 'index', layout: 'bespoke-landing' },
    });
    const html = renderPage(page, sketchNavigation({ page, children: [{ page: plain, children: [] }] }));
    expect(html).toContain('<section class="section"');
    expect(html).not.toContain('<h2>Articles</h2>');
    expect(render('product-landing')).toContain('<section class="section"');
    expect(render('discovery-landing', { includedCategories: ['Gone'] })).toContain('class="section"');
  });
});

describe('learning tracks', () => {
  const [green, black, white] = articles;
  if (green === undefined || black === undefined || white === undefined) throw new Error('no articles');
  const home = sketchPage({ path: 'tea', title: 'Tea' });
  const track: Track = {
    id: 'first',
    owner: 'tea',
    title: 'First cup',
    description: 'From leaf to cup.',
    timeCommitment: '',
    isFeatured: true,
    isJourney: false,
    guides: [green, black, white].map((page) => ({
      page,
      note: page === black ? { html: '<p>Now <em>rest</em>.</p>', isFallback: true } : undefined,
    })),
    home,
  };
  const guides = track.guides;

  test('are shown on the page that presents them, featured ones first', () => {
    const other = { ...track, id: 'other', title: 'Other', isFeatured: false };
    const page = renderPage(home, createNavigation(home, { tracks: [other, track] }));
    expect([...page.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title)).toEqual(['First cup', 'Other']);
    expect(page).toContain('<section class="track is-featured" id="track-first">');
    expect(page).toContain('<p class="buttons"><a href="/k/en/tea/green/">Start</a></p>');
  });

  test('give an article a bar with its position and the steps before and after it', () => {
    const step = { track, position: 2, previous: guides[0], next: guides[2], nextTrack: undefined };
    const page = renderPage(black, createNavigation(home, { steps: [step] }));
    // There is one way on: that of the track.
    expect(page).not.toContain('<nav class="neighbours"');
    expect(page).toContain(`<nav class="track-bar" aria-label="First cup">
<p><a href="/k/en/tea/#track-first">First cup</a> <small>Part 2 of 3</small></p>
<progress value="2" max="3" aria-hidden="true"></progress>
<div class="track-note" lang="en"><p>Now <em>rest</em>.</p></div>
<a rel="prev" href="/k/en/tea/green/"><small>Previous</small> <span>Tea: green</span></a>
<a rel="next" href="/k/en/tea/white/"><small>Next</small> <span>Tea: white</span></a>
</nav>`);
    const last = { ...step, position: 3, previous: guides[1], next: undefined };
    expect(renderPage(black, createNavigation(home, { steps: [last] }))).toContain('<nav class="neighbours"');
  });

  test('say how long they take, under a heading of the page', () => {
    const labels = { journeyArticlesHeading: 'All cups' };
    const own = sketchPage({ path: 'tea', title: 'Tea', labels });
    const page = renderPage(
      own,
      createNavigation(own, { tracks: [{ ...track, timeCommitment: '2 < 4 hours' }] }),
    );
    expect(page).toContain('<section class="tracks">\n<h2>All cups</h2>');
    expect(page).toContain('<h3>First cup</h3>\n<p class="labels"><span>2 &lt; 4 hours</span></p>\n');
  });

  test('lead on to the track that follows from their last guide', () => {
    const nextTrack = { ...track, id: 'second', title: 'Second cup' };
    const step = { track, position: 3, previous: undefined, next: undefined, nextTrack };
    const page = renderPage(white, createNavigation(home, { steps: [step] }));
    expect(page).toContain(
      '<a rel="next" href="/k/en/tea/green/"><small>Next track: Second cup</small> <span>Tea: green</span></a>\n</nav>',
    );
  });
});

test('a link of the sidebar stands on every page below the page that names it', () => {
  const parent = sketchPage({
    path: 'tea',
    title: 'Tea',
    labels: { 'sidebarLink.text': 'Shop' },
    article: { frontmatter: { sidebarLink: { href: '/tea/green' } } },
  });
  const [page] = articles;
  if (page === undefined) throw new Error('no article');
  expect(renderPage(page, createNavigation(parent))).toContain(
    '<a class="sidebar-link" href="/k/en/tea/green/">Shop</a>',
  );
});
