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
    for (const key of ['description', 'logo', 'favicon', 'header', 'footer', 'social'])
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
      ['config/unknown-key', "'social' has no sign for 'mastadon'.", "Did you mean 'mastodon'?", 2],
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
        "'description' has a text for 'jp', which is no language of the site.",
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
