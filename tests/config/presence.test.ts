import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';

const SITE = `title: Widget Docs
baseUrl: https://docs.example.com/
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja }
plans:
  - { id: cloud, short: cloud, name: Cloud, default: true }
  - { id: server, short: server, name: Server, releases: ['2.0', '1.9'] }
`;
const LINES = SITE.split('\n').length - 1;

const parse = (text: string) => parseConfig({ path: 'data/site.yml', text: `${SITE}${text}` }, '/site');

/** Code, message, hint, line counted from the first one that is added. */
function listProblems(text: string) {
  return parse(text).diagnostics.map(({ code, message, hint, place }) => [
    code,
    message,
    hint,
    place.line - LINES,
  ]);
}

describe('what an owner says of the site', () => {
  it('is absent from a site that says nothing', () => {
    for (const key of [
      'description',
      'logo',
      'favicon',
      'header',
      'footer',
      'social',
      'banner',
      'head',
      'accent',
      'fonts',
      'cards',
    ])
      expect(parse('').value).not.toHaveProperty(key);
  });

  it('has words for each language, those of the source language where one lacks its own', () => {
    const { value, diagnostics } = parse(`description: All about widgets.
header:
  - { label: { en: Support, ja: サポート }, href: https://example.com/support }
  - { label: { en: Status }, href: /status }
footer:
  imprint: { en: Widget Ltd, ja: ウィジェット株式会社 }
`);
    expect(diagnostics).toEqual([]);
    expect(value?.description).toEqual({ en: 'All about widgets.', ja: 'All about widgets.' });
    expect(value?.header?.map(({ label, href }) => [label.en, label.ja, href.text])).toEqual([
      ['Support', 'サポート', 'https://example.com/support'],
      ['Status', 'Status', '/status'],
    ]);
    expect(value?.footer).toEqual({
      links: [],
      imprint: { en: 'Widget Ltd', ja: 'ウィジェット株式会社' },
    });
  });

  it('names pictures, one or one for each scheme', () => {
    const one = parse('logo: assets/logo.svg\nfavicon: assets/icon.png\n').value;
    expect(one?.logo?.light.text).toBe('assets/logo.svg');
    expect(one?.favicon?.icon.text).toBe('assets/icon.png');
    const { logo, favicon } = parse(`logo: { light: assets/a.svg, dark: assets/b.svg, replacesTitle: true }
favicon: { icon: assets/icon.svg, touch: assets/touch.png }
`).value ?? { logo: undefined, favicon: undefined };
    expect([logo?.light.text, logo?.dark?.text, logo?.replacesTitle]).toEqual([
      'assets/a.svg',
      'assets/b.svg',
      true,
    ]);
    expect(favicon?.touch?.text).toBe('assets/touch.png');
  });

  it('names places where its makers are, in its own order', () => {
    const { value } = parse(
      'social:\n  mastodon: https://example.social/@w\n  email: mailto:w@example.com\n',
    );
    expect(value?.social).toEqual([
      { name: 'mastodon', href: 'https://example.social/@w' },
      { name: 'email', href: 'mailto:w@example.com' },
    ]);
  });
});

describe('a fault in it is reported with its place', () => {
  const LINK = "Write an address, 'https://example.com/', or the path of a page, '/packages/quickstart'.";
  it.each<[string, readonly unknown[]]>([
    [
      'social:\n  mastadon: https://example.social/@w',
      ['config/unknown-key', "'social' has no icon for 'mastadon'.", "Did you mean 'mastodon'?", 2],
    ],
    [
      'social: { github: example.com }',
      [
        'config/wrong-value',
        "'github' of 'social' cannot be 'example.com'.",
        "Write an address: 'https://example.social/@docs', 'mailto:docs@example.com'.",
        1,
      ],
    ],
    [
      'header:\n  - { label: Shop, href: "javascript:alert(1)" }',
      ['config/wrong-value', "'href' of a link of 'header' cannot be 'javascript:alert(1)'.", LINK, 2],
    ],
    [
      'footer:\n  links:\n    - { label: Shop, href: //shop.example.com }',
      [
        'config/wrong-value',
        "'href' of a link of 'links' of 'footer' cannot be '//shop.example.com'.",
        LINK,
        3,
      ],
    ],
    [
      'description: { ja: すべて }',
      [
        'config/missing-key',
        "'description' has no text for 'en'.",
        'It is the first language of the site, whose words stand in for those that others lack.',
        1,
      ],
    ],
    [
      'description:\n  en: All\n  jp: すべて',
      [
        'config/unknown-key',
        "'description' has a text for 'jp', which is not a language of the site.",
        "Did you mean 'ja'?",
        3,
      ],
    ],
    [
      'logo: images/logo.svg',
      [
        'config/wrong-value',
        "'logo' cannot be 'images/logo.svg'.",
        "Name a picture below assets/, an SVG, PNG, WebP, AVIF, JPEG or GIF: 'assets/images/logo.svg'.",
        1,
      ],
    ],
    [
      'favicon: { icon: assets/icon.svg, touch: assets/touch.svg }',
      [
        'config/wrong-value',
        "'touch' of 'favicon' cannot be 'assets/touch.svg'.",
        "Name a PNG below assets/, of 180 pixels by 180: 'assets/images/touch-icon.png'.",
        1,
      ],
    ],
  ])('%s', (text, problem) => {
    expect(listProblems(`${text}\n`)).toEqual([problem]);
  });
});

describe('a banner', () => {
  it('names the versions that its condition is true for, and its languages', () => {
    const { value, diagnostics } = parse(`banner:
  - { text: Old, versions: server < 2.0, languages: [ja], until: '2022-02-16', href: /new }
  - { text: { en: All, ja: すべて } }
`);
    expect(diagnostics).toEqual([]);
    expect(value?.banner?.map(({ href, ...rest }) => ({ ...rest, href: href?.text }))).toEqual([
      {
        text: { en: 'Old', ja: 'Old' },
        versions: ['server-1.9'],
        languages: ['ja'],
        until: '2022-02-16',
        href: '/new',
      },
      { text: { en: 'All', ja: 'すべて' }, href: undefined },
    ]);
  });

  it('has a condition that is judged as one of an article, at its place', () => {
    const { diagnostics } = parse("banner:\n  text: Old\n  versions: 'server < 2.0 or servre'\n");
    expect(diagnostics.map(({ place }) => [place.line - LINES, place.column])).toEqual([[3, 30]]);
    expect(diagnostics[0]?.hint).toMatch(/server/);
  });
});

it('cards are asked for at a place, and are either wanted or not', () => {
  expect(parse('cards: true\n').value?.cards).toEqual({ file: 'data/site.yml', line: LINES + 1, column: 8 });
  expect(parse('cards: false\n').value).not.toHaveProperty('cards');
  expect(listProblems('cards: large\n')).toEqual([
    [
      'config/wrong-type',
      "'cards' is not true or false.",
      "Write 'true' or 'false', without quotation marks.",
      1,
    ],
  ]);
});

describe('an accent', () => {
  const read = (text: string) => parse(`accent: ${text}\n`);

  it('is a pair of colours; of one alone a lighter one is found for the dark scheme', () => {
    const { value, diagnostics } = read("'#8a1c4a'");
    expect(diagnostics).toEqual([]);
    expect(value?.accent?.light).toEqual({ accent: '#8a1c4a', low: '#f3e8ed' });
    expect(value?.accent?.dark.accent).toMatch(/^#[c-f][0-9a-f]{5}$/);
    expect(read("{ light: '#8a1c4a', dark: '#f29bc0' }").value?.accent?.dark.accent).toBe('#f29bc0');
  });

  it('that cannot be read is reported with its contrast, and with one that can', () => {
    const [fault] = read("'#ff9900'").diagnostics;
    expect(fault).toMatchObject({ code: 'config/low-contrast', severity: 'warning' });
    expect(fault?.message).toMatch(
      /^The accent '#ff9900' has a contrast of 1\.\d\d:1 in the light scheme; text needs 4\.5:1\.$/,
    );
    const better = /'(#[0-9a-f]{6})'/.exec(fault?.hint ?? '')?.[1];
    expect(read(`'${better}'`).diagnostics).toEqual([]);
    expect(read("{ light: '#8a1c4a', dark: '#8a1c4a' }").diagnostics.map(({ message }) => message)).toEqual([
      expect.stringMatching(/in the dark scheme/),
    ]);
  });

  it('is written in hexadecimal digits', () => {
    expect(listProblems('accent: crimson\n')).toEqual([
      [
        'config/wrong-value',
        "'accent' cannot be 'crimson'.",
        "Write it in hexadecimal digits and quotes: '#8a1c4a'.",
        1,
      ],
    ]);
  });
});

describe('tags for the head', () => {
  it('are kept as they are written', () => {
    const tags = `<!-- ours -->
  <meta name="verify" content="a > b">
  <LINK rel=me href='https://example.social/@w'>
  <script src="https://stats.example.com/x.js" defer></script>`;
    expect(parse(`head: |\n  ${tags}\n`).value?.head).toBe(tags.replace(/^ {2}/gm, ''));
  });

  it.each([
    ['<script>count()</script>', "'head' has a script without 'src', which a policy forbids."],
    ['<script src="x.js">', "'head' has a script that does not end."],
    ['<style>p {}</style>', "'head' cannot hold '<style>'."],
    ['<base href="/x/">', "'head' cannot hold '<base>'."],
    ['</head>', "'head' ends '</head>', which does not begin there."],
    ['<link rel="preload" href="x" onload="y()">', "'head' has 'onload', whose code a policy forbids."],
    ['<meta charset="utf-8">', "'head' sets 'charset', which every page has already."],
    ['Verify me', "'head' cannot hold 'Verify me'."],
    ['<meta name="a', `'head' cannot hold '<meta name="a'.`],
  ])('that would break a page are errors: %s', (tag, message) => {
    const { value, diagnostics } = parse(`head: |\n  <meta name="a" content="b">\n  ${tag}\n`);
    expect(value).toBeUndefined();
    expect(diagnostics.map((fault) => [fault.message, fault.place.line - LINES, fault.place.column])).toEqual(
      [[message, 1, 7]],
    );
  });
});

describe('fonts', () => {
  it('are families, with files to load them from', () => {
    const { value, diagnostics } = parse(`fonts:
  text: { family: Inter, files: [{ file: assets/fonts/inter.woff2, weight: '100 900' }] }
  code: JetBrains Mono
`);
    expect(diagnostics).toEqual([]);
    expect(value?.fonts?.text?.files.map(({ file, weight }) => [file.text, weight])).toEqual([
      ['assets/fonts/inter.woff2', '100 900'],
    ]);
    expect(value?.fonts?.code).toEqual({ family: 'JetBrains Mono', files: [] });
  });

  it.each(["text: 'Inter\"; }'", 'text: { family: Inter, files: [{ file: fonts/inter.woff2 }] }'])(
    'that could not be loaded are errors: %s',
    (text) => {
      expect(listProblems(`fonts: { ${text} }\n`)).toHaveLength(1);
    },
  );
});
