import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/index.ts';

const SITE = `title: Widget Docs
baseUrl: https://docs.example.com/widgets
languages:
  - { code: en, name: English }
  - { code: ja, name: 日本語, dir: translations/ja-JP/ }
plans:
  - { id: widget-cloud, short: cloud, name: Widget Cloud, default: true }
  - id: widget-server
    short: server
    name: Widget Server
    releases: ['3.10', '3.9']
    next: '3.11'
    deprecated: ['3.8']
    issues: [issue-7]
`;

/** The site above with one stretch replaced. */
function parse(before = '', after = '') {
  return parseConfig({ path: 'data/site.yml', text: SITE.replace(before, after) }, '/site');
}

function problem(code: string, message: string, line: number, column: number, hint?: string) {
  const severity = code === 'config/unknown-key' ? 'warning' : 'error';
  const place = { file: 'data/site.yml', line, column };
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    place,
    via: [],
    versions: [],
    languages: [],
  };
}

const NUMBER = "Releases are numbers such as '3.2'.";
const DEFAULT = "One plan has 'default: true': the one whose addresses have no version.";
const NAME = "Use lowercase letters, digits and hyphens, and no Liquid keyword: 'enterprise-server'.";

const TAG =
  "Each is the name of a tag: lowercase letters, digits and '_', and not the name of an existing tag, nor 'end' before it.";

describe('a sound site file', () => {
  it('becomes a complete, frozen SiteConfig', () => {
    const { value, diagnostics } = parse();
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      root: '/site',
      title: 'Widget Docs',
      baseUrl: 'https://docs.example.com/widgets/',
      basePath: '/widgets/',
      languages: [
        { code: 'en', name: 'English', dir: '.' },
        { code: 'ja', name: '日本語', dir: 'translations/ja-JP' },
      ],
      plans: [
        {
          id: 'widget-cloud',
          short: 'cloud',
          name: 'Widget Cloud',
          isDefault: true,
          releases: [],
          deprecated: [],
          issues: [],
        },
        {
          id: 'widget-server',
          short: 'server',
          name: 'Widget Server',
          isDefault: false,
          releases: ['3.10', '3.9'],
          next: '3.11',
          deprecated: ['3.8'],
          issues: ['issue-7'],
        },
      ],
      html: 'clean',
      redirects: ['json'],
      search: true,
      changes: true,
    });
    expect(Object.isFrozen(value?.plans[1]?.releases)).toBe(true);
  });

  it('may give languages the codes that old addresses have', () => {
    const { value, diagnostics } = parse(
      'dir: translations/ja-JP/',
      'dir: translations/ja-JP/, aliases: [jp]',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.languages).toEqual([
      { code: 'en', name: 'English', dir: '.' },
      { code: 'ja', name: '日本語', dir: 'translations/ja-JP', aliases: ['jp'] },
    ]);
  });

  it.each([
    'ar',
    'he',
    'fa',
    'ur',
    'dv',
    'ps',
    'yi',
    'ckb',
    'sd',
    'ug',
    'ku-Arab',
    'az-Arab-IR',
    'pa-PK',
    'he-IL',
    'iw',
    'nqo',
    'AR',
  ])('knows that lines run from right to left in %s', (code) => {
    const { value } = parse('code: ja', `code: ${code}`);
    expect(value?.languages[1]?.direction).toBe('rtl');
  });

  it.each(['ja', 'ku', 'az', 'pa', 'he-Latn', 'tr', 'en-a', 'zz'])(
    'knows that lines do not run from right to left in %s',
    (code) => {
      const { value } = parse('code: ja', `code: ${code}`);
      expect(value?.languages[1]).not.toHaveProperty('direction');
    },
  );

  it('may say itself which way lines run', () => {
    const rtl = parse('dir: translations/ja-JP/', 'dir: translations/ja-JP/, direction: rtl');
    expect(rtl.value?.languages[1]?.direction).toBe('rtl');
    const ltr = parse('code: ja,', 'code: he, direction: ltr,');
    expect(ltr.value?.languages[1]).not.toHaveProperty('direction');
  });

  it('may do without search', () => {
    expect(parse('title:', 'search: false\ntitle:').value?.search).toBe(false);
  });

  it('may do without pages about changes', () => {
    expect(parse('title:', 'changes: false\ntitle:').value?.changes).toBe(false);
  });

  it('may announce a coming release of a plan without numbers', () => {
    const { value } = parse('default: true }', 'default: true, next: true }');
    expect(value?.plans[0]?.next).toBe(true);
  });

  it('takes several slashes of the address for one, so that no address names a host', () => {
    expect(parse('example.com/widgets', 'example.com//a//').value).toMatchObject({
      baseUrl: 'https://docs.example.com/a/',
      basePath: '/a/',
    });
  });

  it('may trust its HTML', () => {
    expect(parse('title:', 'html: trusted\ntitle:').value?.html).toBe('trusted');
  });

  it('may choose how addresses name versions, for all plans or one', () => {
    const read = (addresses: string) => parse('title:', `${addresses}\ntitle:`).value?.plans;
    expect(read('')?.map((plan) => plan.addresses)).toEqual([undefined, undefined]);
    expect(
      read("addresses: { version: '{plan}/{release}', newest: '{plan}' }")?.map((plan) => plan.addresses),
    ).toEqual(
      // The default plan has addresses without a version, unless it says otherwise itself.
      [{ version: '{plan}/{release}' }, { version: '{plan}/{release}', newest: '{plan}' }],
    );
  });

  it.each([
    ["addresses: { version: 'release' }", /have the same address 'release'\.$/],
    ["addresses: { version: 'ja/{plan}/{release}' }", /begins like that of a language\.$/],
    ["addresses: { version: 'assets/{plan}/{release}' }", /is that of 'assets'\.$/],
    ["addresses: { alias: 'newest' }", /have the same address 'newest'\.$/],
    ["addresses: { version: '../{release}' }", /^'version' of 'addresses' cannot be '\.\.\/\{release\}'\.$/],
    ["addresses: { version: '{plan}/{number}' }", /^'version' of 'addresses' cannot be/],
    ["addresses: { version: '/v{release}' }", /^'version' of 'addresses' cannot be/],
    ['addresses: v', /is not a mapping\.$/],
  ])('refuses %s', (addresses, message) => {
    const { value, diagnostics } = parse('title:', `${addresses}\ntitle:`);
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ severity: 'error', message: expect.stringMatching(message) });
    expect(diagnostics[0]?.place).toMatchObject({ file: 'data/site.yml', line: 1 });
    expect(diagnostics[0]?.hint).toBeTruthy();
  });

  /** The plan with numbers has these addresses of its own; line 10. */
  const parseOwn = (addresses: string) =>
    parse('    short: server\n', `    short: server\n    addresses: ${addresses}\n`);

  it.each([
    'latest',
    'v{release}',
    '{short}-{release}',
    '{plan}/{release}',
    'docs/{plan}/{release}/x',
    '.a',
    '..a/..b',
    '.../a.',
    '~_.@-9',
  ])('may have an address of %s', (alias) => {
    const { value, diagnostics } = parseOwn(`{ alias: '${alias}' }`);
    expect(diagnostics).toEqual([]);
    expect(value?.plans.map(({ addresses }) => addresses)).toEqual([undefined, { alias }]);
  });

  it.each([
    ['.', '..', './a', '../a', 'a/.', 'a/..', 'a/./b', 'a/../b'],
    ['/a', 'a/', 'a//b', '/', 'a b', 'a\\b', 'é', 'a:b', 'a%20b'],
    ['{x}', '{plan', 'plan}', '{}', '{ plan }', '{plan}{x}', '{plan}/{x}'],
  ])('refuses what is no segment of a path: %s …', (...patterns) => {
    for (const version of patterns) {
      const { value, diagnostics } = parseOwn(`{ version: '${version}' }`);
      expect(value).toBeUndefined();
      const hint =
        "Write letters, digits, and '{plan}', '{short}' or '{release}': 'v{release}', '{plan}/{release}', 'latest'.";
      expect(diagnostics).toEqual([
        problem('config/wrong-value', `'version' of 'addresses' cannot be '${version}'.`, 10, 27, hint),
      ]);
    }
  });

  it('may have addresses of every kind, of the site or of a plan, which come first', () => {
    const read = (site: string, plan: string) => {
      const text = SITE.replace('    short: server\n', `    short: server\n    addresses: ${plan}\n`);
      const { value } = parseConfig({ path: 'data/site.yml', text: `addresses: ${site}\n${text}` }, '/site');
      return value?.plans.map(({ addresses }) => addresses);
    };
    const site = "{ version: '{plan}/{release}', newest: '{plan}', alias: '{plan}-x' }";
    expect(read(site, "{ version: 'v{release}', alias: 'y' }")).toEqual([
      { version: '{plan}/{release}', alias: '{plan}-x' },
      { version: 'v{release}', newest: '{plan}', alias: 'y' },
    ]);
    expect(read("{ newest: '{plan}' }", "{ newest: 'n' }")).toEqual([undefined, { newest: 'n' }]);
  });

  const CHOOSE = "Put '{plan}' or '{release}' into it, or choose another word.";
  const SAME = (one: string, other: string, segment: string) =>
    `${one} and ${other} have the same address '${segment}'.`;
  it.each([
    ["{ version: 'v' }", SAME('Widget Server 3.9', 'Widget Server 3.10', 'v')],
    ["{ version: 'v', newest: 'n' }", SAME('Widget Server 3.8', 'Widget Server 3.9', 'v')],
    ["{ newest: 'widget-server@3.9' }", SAME('Widget Server 3.9', 'Widget Server 3.10', 'widget-server@3.9')],
    ["{ alias: 'Widget-Server@3.9' }", SAME('Widget Server 3.9', 'Widget Server 3.10', 'widget-server@3.9')],
    ["{ alias: 'widget-server@3.8' }", SAME('Widget Server 3.8', 'Widget Server 3.10', 'widget-server@3.8')],
    [
      "{ alias: 'widget-server@next' }",
      SAME('Widget Server next', 'Widget Server 3.10', 'widget-server@next'),
    ],
    ["{ alias: 'ja' }", "The address 'ja' of Widget Server 3.10 begins like that of a language."],
    ["{ alias: 'JA/x' }", "The address 'JA/x' of Widget Server 3.10 begins like that of a language."],
    ["{ alias: 'jp/x' }", "The address 'jp/x' of Widget Server 3.10 begins like that of a language."],
    ["{ alias: 'Assets/x' }", "The address 'Assets/x' of Widget Server 3.10 is that of 'Assets'."],
    ["{ alias: 'public' }", "The address 'public' of Widget Server 3.10 is that of 'public'."],
    ["{ alias: '@compare' }", "The address '@compare' of Widget Server 3.10 is that of '@compare'."],
  ])('may not have addresses of something else: %s', (addresses, message) => {
    const text = SITE.replace('ja-JP/ }', 'ja-JP/, aliases: [jp] }').replace(
      '    short: server\n',
      `    short: server\n    addresses: ${addresses}\n`,
    );
    const { diagnostics } = parseConfig({ path: 'data/site.yml', text }, '/site');
    expect(diagnostics[0]).toEqual(problem('config/wrong-value', message, 10, 16, CHOOSE));
  });

  it.each([
    // Only the first segment is one that something else has; one version may have an address twice.
    "{ alias: 'x/ja/assets' }",
    "{ alias: 'jax' }",
    "{ alias: 'widget-server@3.10' }",
    "{ alias: 'n', newest: 'n' }",
    "{ alias: '3.9' }",
  ])('may have addresses that are like those of something else: %s', (addresses) => {
    expect(parseOwn(addresses).diagnostics).toEqual([]);
  });

  it('tells of two plans, and of plans without numbers, where their addresses are written', () => {
    const same = parse('title:', "addresses: { alias: 'newest' }\ntitle:").diagnostics;
    expect(same).toEqual([
      problem('config/wrong-value', SAME('Widget Server 3.10', 'Widget Cloud', 'newest'), 1, 12, CHOOSE),
    ]);
    const cloud = parse('default: true }', "default: true, next: true, addresses: { version: 'ja' } }");
    expect(cloud.diagnostics).toMatchObject([
      {
        message: "The address 'ja' of Widget Cloud next begins like that of a language.",
        place: { line: 7 },
      },
    ]);
  });

  it('may ask for lists of redirects', () => {
    const { value } = parse('title:', 'redirects: [netlify, nginx]\ntitle:');
    expect(value?.redirects).toEqual(['netlify', 'nginx']);
    expect(value).not.toHaveProperty('redirectStubs');
    const stubless = parse('title:', 'redirects: { lists: [nginx], stubs: false }\ntitle:').value;
    expect(stubless).toMatchObject({ redirects: ['nginx'], redirectStubs: false });
    const byDefault = parse('title:', 'redirects: { stubs: false }\ntitle:').value;
    expect(byDefault).toMatchObject({ redirects: ['json'], redirectStubs: false });
  });

  it('may name pages that need not be there, by their paths', () => {
    const { value } = parse('title:', 'optionalChildren: [early-access, /packages/internal/]\ntitle:');
    expect(value?.optionalChildren).toEqual(['early-access', 'packages/internal']);
    const { diagnostics } = parse('title:', "optionalChildren: [a, 'b c', //d]\ntitle:");
    expect(diagnostics.map(({ code, place }) => [code, place.column])).toEqual([
      ['config/wrong-value', 23],
      ['config/wrong-value', 30],
    ]);
  });
});

describe('content of other engines', () => {
  it('has tags that stand for ours, and values by name', () => {
    const keys =
      "tags: { if_version: ifversion, navtab: codetab, box: none }\nliquid:\n  site: { product: Lantern, ports: [1, true] }\n  page: { release: '{{ currentRelease }}.x' }\ntitle:";
    const { value, diagnostics } = parse('title:', keys);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      tags: { if_version: 'ifversion', navtab: 'codetab', box: 'none' },
      liquid: { site: { product: 'Lantern', ports: [1, true] }, page: { release: '{{ currentRelease }}.x' } },
    });
  });

  it.each(['{{ ', '{{\\t', '{% '])('has values of any length, such as of %j', (part) => {
    const { diagnostics } = parse('title:', `liquid: { a: "${part.repeat(50_000)}" }\ntitle:`);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['tags: [a]', 'config/wrong-type', "'tags' is not a mapping.", 7],
    ['tags: { if: ifversion }', 'config/wrong-value', "A key of 'tags' cannot be 'if'.", 9],
    ['tags: { box: boxes }', 'config/wrong-value', "The meaning of the tag 'box' cannot be 'boxes'.", 14],
    ['liquid: a', 'config/wrong-type', "'liquid' is not a mapping.", 9],
    ["liquid: { a: '{{ b }}' }", 'config/wrong-value', "A value in 'liquid' cannot hold '{{ b }}'.", 14],
    ["liquid: { a: 'x {% b %}' }", 'config/wrong-value', "A value in 'liquid' cannot hold '{% b %}'.", 14],
  ])('is told of its faults: %s', (line, code, message, column) => {
    const { diagnostics } = parse('title:', `${line}\ntitle:`);
    const place = { file: 'data/site.yml', line: 1, column };
    expect(diagnostics).toEqual([expect.objectContaining({ code, message, place })]);
  });
});

describe('a faulty site file', () => {
  it.each([
    [
      'an unknown key',
      'title:',
      'titel: x\ntitle:',
      'config/unknown-key',
      "The site file has an unknown key 'titel'.",
      1,
      1,
      "Did you mean 'title'?",
    ],
    [
      'an unknown key far from all others',
      'title:',
      'colour: x\ntitle:',
      'config/unknown-key',
      "The site file has an unknown key 'colour'.",
      1,
      1,
      'The keys are title, baseUrl, languages, plans, addresses, html, math, diagrams, redirects, headers, ledger, search, changes, theme, editUrl, promptUrl, feeds, lastUpdated, availability, tools, platforms, tags, liquid, optionalChildren, rules, description, logo, favicon, header, footer, social, banner, head, accent, fonts, cards.',
    ],
    [
      'a missing key',
      'title: Widget Docs\n',
      '',
      'config/missing-key',
      "The site file has no 'title'.",
      1,
      1,
    ],
    [
      'a key without a value',
      'title: Widget Docs',
      'title:',
      'config/missing-key',
      "The site file has no 'title'.",
      1,
      1,
    ],
    ['a blank text', 'Widget Docs', "' '", 'config/wrong-value', "'title' is empty.", 1, 8],
    [
      'a number for a text',
      'Widget Docs',
      '404',
      'config/wrong-type',
      "'title' is not a text.",
      1,
      8,
      "Put it in quotes: '404'.",
    ],
    ['a list for a text', 'Widget Docs', '[a]', 'config/wrong-type', "'title' is not a text.", 1, 8],
    ['a text for a list', "['3.8']", 'x', 'config/wrong-type', "'deprecated' is not a list.", 13, 17],
    [
      'a text for a mapping',
      '{ code: en, name: English }',
      'en',
      'config/wrong-type',
      'A language is not a mapping.',
      4,
      5,
      'The keys are code, name, dir, aliases, direction.',
    ],
    [
      'an address that is none',
      'https://docs.example.com/widgets',
      'docs',
      'config/wrong-value',
      "'baseUrl' cannot be 'docs'.",
      2,
      10,
      "Write where the site will be found: 'https://docs.example.com/'.",
    ],
    [
      'an address of another kind',
      'https:',
      'ftp:',
      'config/wrong-value',
      "'baseUrl' cannot be 'ftp://docs.example.com/widgets'.",
      2,
      10,
      "Write where the site will be found: 'https://docs.example.com/'.",
    ],
    [
      'a code that is no language',
      'code: ja',
      'code: nihon_go',
      'config/wrong-value',
      "'code' of a language cannot be 'nihon_go'.",
      5,
      13,
      "Write it as in BCP 47: 'en', 'ja', 'pt-BR'.",
    ],
    [
      'two languages of one code',
      'code: ja',
      'code: EN',
      'config/duplicate',
      "There are two languages with the code 'EN'.",
      5,
      13,
    ],
    [
      'an old code of a language that another language has',
      'dir: translations/ja-JP/',
      'dir: translations/ja-JP/, aliases: [jp, en]',
      'config/duplicate',
      "There are two languages with the code 'en'.",
      5,
      68,
    ],
    [
      'an old code that is none',
      'dir: translations/ja-JP/',
      'dir: translations/ja-JP/, aliases: [日本]',
      'config/wrong-value',
      "A value in 'aliases' of a language cannot be '日本'.",
      5,
      64,
      "Write it as in BCP 47: 'en', 'ja', 'pt-BR'.",
    ],
    [
      'a direction that is none',
      'dir: translations/ja-JP/',
      'dir: translations/ja-JP/, direction: left',
      'config/wrong-value',
      "'direction' of a language cannot be 'left'.",
      5,
      65,
      "Write 'ltr' or 'rtl', or leave it out.",
    ],
    [
      'two languages in one folder',
      'dir: translations/ja-JP/',
      'dir: ./',
      'config/duplicate',
      "There are two languages with the folder '.'.",
      5,
      33,
    ],
    [
      'a folder outside the site',
      'translations/ja-JP/',
      '../ja',
      'config/wrong-value',
      "The folder '../ja' is not inside the site.",
      5,
      33,
      "Write it relative to the root, with '/': 'translations/ja-JP'.",
    ],
    [
      'a translation without a folder',
      ', dir: translations/ja-JP/',
      '',
      'config/missing-key',
      "A language has no 'dir'.",
      5,
      5,
      "Name the folder that holds its content and data: 'translations/ja-JP'.",
    ],
    [
      'a plan that cannot be in an address',
      'id: widget-cloud',
      'id: Widget Cloud',
      'config/wrong-value',
      "'id' of a plan cannot be 'Widget Cloud'.",
      7,
      11,
      NAME,
    ],
    [
      'a plan with a name of Liquid',
      'short: cloud',
      'short: and',
      'config/wrong-value',
      "'short' of a plan cannot be 'and'.",
      7,
      32,
      NAME,
    ],
    [
      'two plans of one name',
      'short: server',
      'short: widget-cloud',
      'config/duplicate',
      "There are two plans with the id or short name 'widget-cloud'.",
      9,
      12,
    ],
    ['no default', ', default: true', '', 'config/wrong-value', 'No plan is the default.', 7, 5, DEFAULT],
    [
      'two defaults',
      'name: Widget Server\n',
      'name: Widget Server\n    default: true\n',
      'config/wrong-value',
      'More than one plan is the default.',
      11,
      14,
      DEFAULT,
    ],
    [
      'a default that is a text',
      'name: Widget Server\n',
      "name: Widget Server\n    default: 'no'\n",
      'config/wrong-type',
      "'default' of a plan is neither true nor false.",
      11,
      14,
    ],
    [
      'a release without quotes',
      "'3.10'",
      '3.10',
      'config/wrong-type',
      "A value in 'releases' is not a text.",
      11,
      16,
      "Put it in quotes: '3.10'.",
    ],
    [
      'a release that is no number',
      "'3.10'",
      "'3.x'",
      'config/wrong-value',
      "A value in 'releases' cannot be '3.x'.",
      11,
      16,
      NUMBER,
    ],
    [
      'releases in the wrong order',
      "'3.10', '3.9'",
      "'3.9', '3.10'",
      'config/wrong-value',
      'Release 3.10 is listed below the older 3.9.',
      11,
      23,
      "'releases' begins with the newest one.",
    ],
    ['a release twice', "['3.8']", "['3.9']", 'config/duplicate', "There are two releases '3.9'.", 13, 18],
    [
      'a coming release that is not newer',
      "next: '3.11'",
      "next: '3.10'",
      'config/wrong-value',
      'The coming release 3.10 is not newer than 3.10.',
      12,
      11,
      "'next' is the release after the newest one.",
    ],
    [
      'a coming release of a plan without numbers',
      'default: true }',
      "default: true, next: '2' }",
      'config/wrong-value',
      "'next' of a plan without releases is not true.",
      7,
      80,
      "Write 'next: true', or give the plan 'releases'.",
    ],
    [
      'an issue that is none',
      'issue-7',
      '7a',
      'config/wrong-value',
      "A value in 'issues' cannot be '7a'.",
      14,
      14,
      "Write it as in conditions: 'issue-1234'.",
    ],
    [
      'another way with HTML',
      'title:',
      'html: raw\ntitle:',
      'config/wrong-value',
      "'html' cannot be 'raw'.",
      1,
      7,
      "It is 'clean' or 'trusted'.",
    ],
    [
      'a list of redirects for an unknown host',
      'title:',
      'redirects: [json, apache]\ntitle:',
      'config/wrong-value',
      "A value in 'redirects' cannot be 'apache'.",
      1,
      19,
      'The formats are json, netlify, cloudflare, nginx.',
    ],
    [
      'a list of redirects twice',
      'title:',
      'redirects: [nginx, nginx]\ntitle:',
      'config/duplicate',
      "There are two redirect formats 'nginx'.",
      1,
      20,
    ],
    [
      'a switch that is neither on nor off',
      'title:',
      'search: maybe\ntitle:',
      'config/wrong-type',
      "'search' is not true or false.",
      1,
      9,
      "Write 'true' or 'false', without quotation marks.",
    ],
    [
      'two hosts that read one file',
      'title:',
      'redirects: [netlify, cloudflare]\ntitle:',
      'config/wrong-value',
      "'redirects' names netlify and cloudflare, which both read the file _redirects.",
      1,
      12,
      'Keep the one that serves the site.',
    ],
    [
      'a tool with the name of a tag',
      'title:',
      'tools: [kettle, note]\ntitle:',
      'config/wrong-value',
      "A value in 'tools' cannot be 'note'.",
      1,
      17,
      TAG,
    ],
    [
      'a platform whose name would end another tag',
      'title:',
      'platforms: [endive]\ntitle:',
      'config/wrong-value',
      "A value in 'platforms' cannot be 'endive'.",
      1,
      13,
      TAG,
    ],
    [
      'a tool that is a platform too',
      'title:',
      'tools: [kettle]\nplatforms: [kettle]\ntitle:',
      'config/duplicate',
      "There are two tools and platforms 'kettle'.",
      2,
      13,
    ],
  ] as const)('%s is told with its place', (_, before, after, code, message, line, column, hint?: string) => {
    const { value, diagnostics } = parse(before, after);
    const first: string = expect.stringMatching(/^The first one is at data\/site\.yml:\d+:\d+\.$/);
    const told = hint ?? (code === 'config/duplicate' ? first : undefined);
    expect(diagnostics).toEqual([problem(code, message, line, column, told)]);
    expect(value === undefined).toBe(code !== 'config/unknown-key');
  });

  it.each(['languages', 'plans'])('%s may not be empty', (key) => {
    const text = SITE.replace(new RegExp(`${key}:\\n(  .*\\n)+`), `${key}: []\n`);
    const { diagnostics } = parseConfig({ path: 'data/site.yml', text }, '/site');
    expect(diagnostics).toMatchObject([{ code: 'config/wrong-value', message: `'${key}' is empty.` }]);
  });

  it('tells every fault, not only the first', () => {
    const text = 'baseUrl: x\nlanguages: []\nplans: {}\n';
    const codes = parseConfig({ path: 'data/site.yml', text }, '/site').diagnostics.map(
      ({ message }) => message,
    );
    expect(codes).toEqual([
      "The site file has no 'title'.",
      "'baseUrl' cannot be 'x'.",
      "'languages' is empty.",
      "'plans' is not a list.",
    ]);
  });

  it('tells every mistake of YAML with its line and column', () => {
    const text = 'title: a\ntitle: b\nhtml: "clean\n';
    const { value, diagnostics } = parseConfig({ path: 'data/site.yml', text }, '/site');
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([
      problem(
        'config/syntax',
        "The site file is not valid YAML: The key 'title' is already on line 1.",
        2,
        1,
        'Remove one of the two.',
      ),
      problem(
        'config/syntax',
        'The site file is not valid YAML: The quotation mark " that begins a text is never closed.',
        3,
        7,
        'Write the same mark at the end of the text.',
      ),
    ]);
  });

  it('says so when it is empty', () => {
    expect(parseConfig({ path: 'data/site.yml', text: '# nothing\n' }, '/site').diagnostics).toEqual([
      problem(
        'config/missing-key',
        'The site file is empty.',
        1,
        1,
        'It has the keys title, baseUrl, languages, plans, addresses, html, math, diagrams, redirects, headers, ledger, search, changes, theme, editUrl, promptUrl, feeds, lastUpdated, availability, tools, platforms, tags, liquid, optionalChildren, rules, description, logo, favicon, header, footer, social, banner, head, accent, fonts, cards.',
      ),
    ]);
  });
});

describe('where files can be changed', () => {
  const parseKeys = (text: string) => parse('title:', `${text}\ntitle:`);

  it('is an address with a place for the file, and days come from git', () => {
    const { value, diagnostics } = parseKeys("editUrl: 'https://x.example/{file}'\nlastUpdated: git");
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({ editUrl: 'https://x.example/{file}', lastUpdated: 'git' });
  });

  it('is the same for prompts, with a place for their words', () => {
    const { value } = parseKeys("promptUrl: 'https://chat.example/?q={prompt}'");
    expect(value?.promptUrl).toBe('https://chat.example/?q={prompt}');
    for (const wrong of ['https://chat.example/', "'javascript:{prompt}'", "'https://{prompt}/'"])
      expect(parseKeys(`promptUrl: ${wrong}`).diagnostics.map(({ code }) => code)).toEqual([
        'config/wrong-value',
      ]);
  });

  it('says so where it is something else', () => {
    const { diagnostics } = parseKeys('editUrl: https://x.example/\nlastUpdated: clock');
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['config/wrong-value', "'editUrl' cannot be 'https://x.example/'."],
      ['config/wrong-value', "'lastUpdated' cannot be 'clock'."],
    ]);
  });
});

describe('dates of a plan', () => {
  const parseDates = (dates: string) => parse('issues: [issue-7]', `dates: ${dates}`);

  it('say when a release came out and when its support ends', () => {
    const { value, diagnostics } = parseDates(
      "{ '3.9': { released: 2021-02-16, deprecated: '2022-02-16' } }",
    );
    expect(diagnostics).toEqual([]);
    expect(value?.plans[1]?.dates).toEqual({ '3.9': { released: '2021-02-16', deprecated: '2022-02-16' } });
  });

  it.each([
    ['x', 'config/wrong-type', "'dates' of a plan is not a mapping.", 14, 12, undefined],
    [
      "{ '3.7': {} }",
      'config/wrong-value',
      "'dates' names '3.7', which is not a release of the plan.",
      14,
      14,
      "Name it in 'releases' or 'deprecated'.",
    ],
    [
      "{ '3.8': { deprecated: soon } }",
      'config/wrong-value',
      "'deprecated' of a release cannot be 'soon'.",
      14,
      35,
      "Days are written '2022-02-16'.",
    ],
  ])('may not be %s', (dates, code, message, line, column, hint) => {
    expect(parseDates(dates).diagnostics).toEqual([problem(code, message, line, column, hint)]);
  });
});

describe('rules', () => {
  it('weigh what the site says, by code or by the end of one', () => {
    const { value, diagnostics } = parse(
      'title:',
      'rules: { unused-image: off, links/broken: error }\ntitle:',
    );
    expect(value?.rules).toEqual({ 'check/unused-image': 'off', 'links/broken': 'error' });
    expect(diagnostics).toEqual([]);
  });

  it('are told where no rule has the name, no level is meant, or a page is left out', () => {
    const { diagnostics } = parse(
      'title:',
      'rules: { unused-imge: off, orphan: eror, resolve/unclosed-tag: warning }\ntitle:',
    );
    expect(diagnostics.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      `There is no rule 'unused-imge'. Did you mean 'unused-image'?`,
      `The rule 'orphan' cannot be 'eror'. Did you mean 'error'?`,
      `'resolve/unclosed-tag' cannot be warning: pages are left out because of it. It stays an error. Remove the line.`,
    ]);
  });
});
