import { describe, expect, test } from 'vitest';
import type { LocalTexts, Presence } from '../../src/config/index.ts';
import { renderPage, THEME } from './render-page.ts';
import { sketchNavigation, sketchPage, versions } from './sample-site.ts';

const place = { file: 'data/site.yml', line: 1, column: 1 };
const at = (text: string) => ({ text, place });
const local = (en: string, ja = en): LocalTexts => ({ en, ja });

const home = sketchPage({ path: '', title: 'Welcome', article: { kind: 'index' } });
const tea = sketchPage({ path: 'tea', title: 'Tea & cake', intro: 'All about tea.' });
const tree = { page: home, children: [{ page: tea, children: [] }] };
const render = (page: typeof tea, keys: Presence = {}) =>
  renderPage(page, sketchNavigation(tree), {}, THEME, keys);

describe('what services say of a shared page', () => {
  test('is its title, what it is about, its address and its language', () => {
    expect(render(tea)).toContain(`<meta property="og:type" content="article">
<meta property="og:site_name" content="Kettle Docs">
<meta property="og:title" content="Tea &amp; cake">
<meta property="og:description" content="All about tea.">
<meta property="og:url" content="https://docs.example.com/k/en/tea/">
<meta property="og:locale" content="en_US">
<meta name="twitter:card" content="summary">
`);
  });

  test('names a version that is not the default one, and the site on the home page', () => {
    const [, server] = versions;
    const older = sketchPage({ path: 'tea', title: 'Tea', ...(server && { version: server }) });
    const sketched = sketchNavigation({ page: older, children: [] });
    expect(renderPage(older, sketched)).toContain('<meta property="og:title" content="Tea - Server 2.0">');
    expect(render(home)).toContain('<meta property="og:title" content="Kettle Docs">');
    expect(render(home)).toContain('<meta property="og:type" content="website">');
  });

  test('is what the site is about where the page does not say', () => {
    const described = render(home, { description: local('Everything that boils.') });
    expect(described).toContain('<meta name="description" content="Everything that boils.">');
    expect(described).toContain('<meta property="og:description" content="Everything that boils.">');
    expect(render(home)).not.toMatch(/description"/);
    expect(render(tea, { description: local('Everything that boils.') })).not.toContain('boils');
  });
});

describe('the pictures of a site', () => {
  test('stand in for the icon of the theme and beside the name', () => {
    const page = render(tea, {
      logo: { light: at('assets/images/a b.svg'), dark: at('assets/dark.svg') },
      favicon: { icon: at('assets/icon.png'), touch: at('assets/touch.png') },
    });
    expect(page).toContain('<link rel="icon" href="/k/assets/icon.png" type="image/png">');
    expect(page).toContain('<link rel="apple-touch-icon" href="/k/assets/touch.png">');
    expect(page).toContain(
      '<img class="logo logo-light" src="/k/assets/images/a%20b.svg" alt=""><img class="logo logo-dark" src="/k/assets/dark.svg" alt=""><span>Kettle Docs</span></a>',
    );
    expect(page).not.toContain('icon.svg');
  });

  test('may hold the name', () => {
    expect(render(tea, { logo: { light: at('assets/a.svg'), replacesTitle: true } })).toContain(
      '<a class="site-name" href="/k/en/"><img class="logo" src="/k/assets/a.svg" alt="Kettle Docs"></a>',
    );
  });
});

describe('links of the site file', () => {
  const shop = { label: local('Shop', '店'), href: at('https://shop.example.com/') };
  const links = [
    shop,
    { label: local('Tea'), href: at('/tea#green') },
    { label: local('X'), href: at('/x') },
  ];

  test('lead to pages of the version, and are left out where it has none', () => {
    const page = render(tea, { header: links, footer: { links, imprint: local('Kettle Ltd') } });
    const list = `<li><a href="https://shop.example.com/">Shop</a></li>
<li><a href="/k/en/tea/#green">Tea</a></li>
</ul>`;
    expect(page.split(list)).toHaveLength(4);
    expect(page).toContain('<p>Kettle Ltd</p>\n</footer>');
  });

  test('stand in the words of the page', () => {
    const japanese = sketchPage({ path: 'tea', title: '紅茶', language: 'ja' });
    const sketched = sketchNavigation({ page: japanese, children: [] });
    expect(renderPage(japanese, sketched, {}, THEME, { header: [shop] })).toContain('>店</a>');
  });

  test('are signs with a name where people meet', () => {
    const page = render(tea, {
      social: [
        { name: 'mastodon', href: 'https://example.social/@k' },
        { name: 'email', href: 'mailto:k@example.com' },
      ],
    });
    expect(page).toMatch(/<a href="https:\/\/example.social\/@k" rel="me" aria-label="Mastodon"><svg/);
    expect(page).toMatch(/<a href="mailto:k@example.com" rel="me" aria-label="Email"><svg/);
  });

  test('are nowhere on a site that has none', () => {
    expect(render(tea)).not.toMatch(/site-footer|header-links|menu-links|class="social"/);
  });
});

describe('a banner', () => {
  const all = { text: local('News', 'お知らせ') };
  const japanese = { text: local('', '新着'), languages: ['ja'], href: at('/tea'), until: '2022-02-16' };
  const server = { text: local('Update'), versions: ['sv-2.0'] };

  test('is the first that is meant for the page', () => {
    expect(render(tea, { banner: [japanese, server, all] })).toContain(
      '<aside class="banner" aria-label="Announcement">\n<p>News</p>\n</aside>\n<header',
    );
    expect(render(tea, { banner: [japanese, server] })).not.toContain('class="banner"');
  });

  test('that is shown for a time has a script beside it', () => {
    const page = sketchPage({ path: 'tea', title: '紅茶', language: 'ja' });
    const rendered = renderPage(page, sketchNavigation({ page, children: [] }), {}, THEME, {
      banner: [japanese],
    });
    expect(rendered).toContain(`data-until="2022-02-16">
<p><a href="/k/ja/tea/">新着</a></p>
</aside>
<script src="/k/theme/banner.js"></script>
<header`);
  });
});

test('tags of the owner stand at the end of the head', () => {
  const tag = '<meta name="verify" content="x">';
  expect(render(tea, { head: tag })).toContain(`${tag}\n</head>`);
});
