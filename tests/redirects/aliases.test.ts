import { describe, expect, test } from 'vitest';
import { listRedirectFiles, produceRedirects } from '../../src/redirects/index.ts';
import { createSet, findSuccessor, listVersions, type Version } from '../../src/versions/index.ts';
import { type ArticleSketch, config, makeCorpus, pick, versions } from '../links/make-site.ts';
import { scopeOf } from './scope-of.ts';

function produce(
  sketches: readonly ArticleSketch[],
  built = 'cl sv ma',
  languages: readonly string[] = ['en'],
) {
  return produceRedirects({ config, corpus: makeCorpus(sketches), versions, built: pick(built), languages })
    .value;
}

/** Aliases and where they lead, without the base path. */
function list(...args: Parameters<typeof produce>) {
  return Object.fromEntries(
    produce(...args).aliases.map(({ from, to }) => [from.replace('/k/', ''), to.replace('/k/', '')]),
  );
}

const home: ArticleSketch = { path: '', children: ['new'] };

test('a plan without a release, or with `latest`, is its newest release, also for old addresses', () => {
  expect(list([home, { path: 'new', redirectFrom: ['/old'] }], 'sv-2.1')).toMatchObject({
    'en/server/': 'en/server@2.1/',
    'en/server/new/': 'en/server@2.1/new/',
    'en/server/old/': 'en/server@2.1/new/',
    'en/server@latest/': 'en/server@2.1/',
    'en/server@latest/new/': 'en/server@2.1/new/',
    'en/server@latest/old/': 'en/server@2.1/new/',
  });
});

test('`enterprise` with a release is that release of the numbered plan, and without one the newest', () => {
  const aliases = produce([home, { path: 'new' }], 'sv').aliases.filter(({ from }) =>
    /enterprise/.test(from),
  );
  expect(aliases.map(({ from, to, alias }) => [from, to, alias])).toEqual([
    ['/k/en/enterprise/2.1/', '/k/en/server@2.1/', 'site'],
    ['/k/en/enterprise/2.0/', '/k/en/server@2.0/', 'site'],
    ['/k/en/enterprise/1.9/', '/k/en/server@2.0/', 'site'],
    ['/k/en/enterprise/', '/k/en/server@2.1/', 'site'],
  ]);
});

test('hosts are told which aliases are of pages, and of which a pattern can stand for all pages', () => {
  const { aliases } = produce([home, { path: 'new' }], 'sv-2.1');
  const alias = (from: string, to: string, kind: string) => ({
    from: `/k/en/${from}`,
    output: `en/${from}index.html`,
    to: `/k/en/server@2.1/${to}`,
    language: 'en',
    alias: kind,
  });
  expect(aliases.filter(({ retired }) => retired === undefined)).toStrictEqual([
    alias('server/', '', 'site'),
    alias('server/new/', 'new/', 'page'),
    alias('server@latest/', '', 'site'),
    alias('server@latest/new/', 'new/', 'page'),
    alias('enterprise/2.1/', '', 'site'),
    alias('enterprise/', '', 'site'),
  ]);
});

test('a site without a home page has no alias of a language', () => {
  const { aliases } = produce([{ path: 'new' }], 'cl', ['ja']);
  expect(aliases.map(({ from }) => from)).toEqual(['/k/ja/cloud@latest/new/']);
});

test('plans with releases of the same number keep them apart', () => {
  const rest = { issues: [], isDefault: false };
  const plans = [
    { ...rest, id: 'oven', short: 'ov', name: 'Oven', releases: ['2.1', '2.0'], deprecated: ['1.9'] },
    { ...rest, id: 'kiln', short: 'ki', name: 'Kiln', releases: ['2.0'], deprecated: ['1.9', '1.7'] },
    { ...rest, id: 'pot', short: 'po', name: 'Pot', isDefault: true, releases: [], deprecated: [] },
  ];
  const versions = listVersions(plans);
  const scope = { config: { ...config, plans }, versions, built: createSet(versions), languages: ['en'] };
  const { aliases } = produceRedirects({ ...scope, corpus: makeCorpus([home]) }).value;
  expect(aliases.map(({ from, to }) => `${from.slice(6)} ${to.slice(6)}`)).toEqual([
    'oven/ oven@2.1/',
    'oven@latest/ oven@2.1/',
    'kiln/ kiln@2.0/',
    'kiln@latest/ kiln@2.0/',
    'pot@latest/ ',
    'oven@1.9/ oven@2.0/',
    'kiln@1.9/ kiln@2.0/',
    'kiln@1.7/ kiln@2.0/',
    'enterprise/2.1/ oven@2.1/',
    'enterprise/2.0/ oven@2.0/',
    'enterprise/1.9/ oven@2.0/',
    'enterprise/ oven@2.1/',
  ]);
});

describe('a release that is no longer documented', () => {
  const plans = config.plans.map((plan) =>
    plan.id === 'server' ? { ...plan, deprecated: ['1.9', '1.8'] } : plan,
  );
  const own = listVersions(plans);
  const sketches = [home, { path: 'new' }];
  const produceOwn = (built: readonly Version[] = own, languages = ['en', 'ja']) =>
    produceRedirects({
      config: { ...config, plans },
      corpus: makeCorpus(sketches),
      versions: own,
      built: createSet(built),
      languages,
    }).value.aliases.filter(({ retired }) => retired !== undefined);

  test('leads to the oldest one that is left: a stub of its home page, patterns for all pages', () => {
    const aliases = produceOwn(own, ['en']);
    expect(aliases).toEqual(
      [
        ['server@1.9', 'Server 1.9'],
        ['server@1.8', 'Server 1.8'],
        ['enterprise/1.9', 'Server 1.9'],
        ['enterprise/1.8', 'Server 1.8'],
      ].map(([name, retired]) => ({
        from: `/k/en/${name}/`,
        output: `en/${name}/index.html`,
        to: '/k/en/server@2.0/',
        language: 'en',
        alias: 'site',
        retired,
      })),
    );
    const render = (format: 'netlify' | 'cloudflare' | 'nginx') =>
      listRedirectFiles(aliases, scopeOf([format]))[0]?.render() ?? '';
    expect(render('netlify')).toContain('/k/en/server@1.8/* /k/en/server@2.0/:splat 301!\n');
    expect(render('cloudflare')).toContain('/k/en/enterprise/1.9/*/ /k/en/server%402.0/:splat/ 301\n');
    expect(render('nginx')).toMatch(
      /^"~\^\/k\/en\/server@1\\\\\.9\/\(\?<rest>.*\+\)\$" "\/k\/en\/server@2\.0\/\$rest\/";$/m,
    );
  });

  test('is left alone where the release that stands in for it is not built', () => {
    expect(produceOwn(own.filter(({ release }) => release !== '2.0'))).toEqual([]);
  });

  test('stays below one that came after it', () => {
    expect(findSuccessor({ releases: ['3.2', '3.0', '2.0'] }, '3.1')).toBe('3.2');
    expect(findSuccessor({ releases: ['3.10', '3.9'] }, '3.8')).toBe('3.9');
    expect(findSuccessor({ releases: ['3.1'] }, '3.2')).toBe('3.1');
    expect(findSuccessor({ releases: [] }, '3.2')).toBeUndefined();
  });
});

test('an old address that begins with a name of a version is not below the names of the default one', () => {
  const aliases = list([home, { path: 'new', redirectFrom: ['/enterprise/a', '/server/b', '/c'] }], 'cl sv');
  const from = Object.keys(aliases).filter((address) => /^en\/cloud@latest\/.*[abc]\/$/.test(address));
  expect(from).toEqual(['en/cloud@latest/c/', 'en/cloud@latest/a/']);
});

test('a product called `enterprise` keeps its addresses', () => {
  const from = Object.keys(list([home, { path: 'enterprise', children: [] }], 'cl sv'));
  expect(from.filter((address) => address.startsWith('en/enterprise/'))).toEqual([]);
});

test('the default plan may be named, and leads on where it has no page', () => {
  expect(list([home, { path: 'new', versions: 'ma', redirectFrom: ['/server@2.0/old'] }], 'cl ma')).toEqual({
    'en/cloud@latest/': 'en/',
    'en/cloud@latest/new/': 'en/managed@latest/new/',
  });
});

test('the name of a plan without numbers stays: no release will get addresses of its own', () => {
  const { aliases } = produce([home, { path: 'new' }], 'cl');
  const ofCloud = aliases.filter(({ from }) => from.includes('cloud@latest'));
  expect(ofCloud.map(({ isTemporary }) => isTemporary)).toEqual([undefined, undefined]);
});

test('an article that the newest release lacks has no such address', () => {
  expect(list([{ path: 'new', versions: 'sv-2.0' }], 'sv')).toEqual({});
});

test('an alias of a language leads to its home page', () => {
  const { aliases } = produce([home], 'cl', ['ja']);
  expect(aliases.find(({ from }) => from === '/k/jp/')).toEqual({
    from: '/k/jp/',
    output: 'jp/index.html',
    to: '/k/ja/',
    language: 'ja',
    alias: 'site',
  });
});

test('nothing stands in the place of a page or of an old address', () => {
  const sketches = [home, { path: 'server', children: [] }, { path: 'new', redirectFrom: ['/server/new'] }];
  const from = Object.keys(list(sketches, 'cl sv'));
  expect(from).not.toContain('en/server/');
  expect(from).not.toContain('en/server/new/');
  expect(from).toContain('en/server@latest/new/');
});

test('hosts have one rule for all pages below an alias, behind the others', () => {
  const { redirects, aliases } = produce([home, { path: 'new', redirectFrom: ['/old'] }], 'sv');
  const render = (format: 'netlify' | 'cloudflare' | 'nginx' | 'json') =>
    listRedirectFiles([...aliases, ...redirects], scopeOf([format]))[0]?.render() ?? '';
  expect(render('netlify').split('\n').slice(-8)).toEqual([
    '/k/en/server/* /k/en/server@2.1/:splat 301!',
    '/k/en/server@latest/* /k/en/server@2.1/:splat 301!',
    '/k/en/server@1.9/* /k/en/server@2.0/:splat 301!',
    '/k/en/enterprise/2.1/* /k/en/server@2.1/:splat 301!',
    '/k/en/enterprise/2.0/* /k/en/server@2.0/:splat 301!',
    '/k/en/enterprise/1.9/* /k/en/server@2.0/:splat 301!',
    '/k/en/enterprise/* /k/en/server@2.1/:splat 301!',
    '',
  ]);
  expect(render('cloudflare')).toContain('/k/en/server /k/en/server%402.1/ 301\n');
  expect(render('cloudflare').split('\n').slice(-4)).toEqual([
    '/k/en/enterprise/*.md /k/en/server%402.1/:splat.md 301',
    '/k/en/enterprise/*/ /k/en/server%402.1/:splat/ 301',
    '/k/en/enterprise/* /k/en/server%402.1/:splat/ 301',
    '',
  ]);
  expect(render('nginx')).toMatch(/^"~\^\/k\/en\/server\/\(.*\+\)\$" "\/k\/en\/server@2\.1\/\$rest\/";$/m);
  for (const format of ['netlify', 'cloudflare', 'nginx'] as const)
    expect(render(format)).not.toContain('server/new');
  expect(JSON.parse(render('json'))).toHaveProperty(['/k/en/server/new/'], '/k/en/server@2.1/new/');
});

/** Two plans, of which the default one has the releases 2.9 and 2.8. */
function produceNumbered(sketches: readonly ArticleSketch[]) {
  const rest = { deprecated: [], issues: [] };
  const plans = [
    { ...rest, id: 'kiln', short: 'kiln', name: 'Kiln', isDefault: true, releases: ['2.9', '2.8'] },
    { ...rest, id: 'oven', short: 'ov', name: 'Oven', isDefault: false, releases: ['1.1', '1.0'] },
  ];
  const versions = listVersions(plans);
  const scope = { config: { ...config, plans }, versions, built: createSet(versions), languages: ['en'] };
  return produceRedirects({ ...scope, corpus: makeCorpus(sketches) }).value;
}

test('the newest release of a default plan with numbers may be named in every way', () => {
  const { aliases } = produceNumbered([home, { path: 'new', redirectFrom: ['/old'] }]);
  const listed = aliases.filter(({ from }) => from.startsWith('/k/en/kiln'));
  expect(listed.map(({ from, to, isTemporary }) => [from.slice(5), to.slice(5), isTemporary])).toEqual([
    ['/kiln/old/', '/new/', undefined],
    ['/kiln/', '/', undefined],
    ['/kiln/new/', '/new/', undefined],
    ['/kiln@latest/old/', '/new/', undefined],
    ['/kiln@latest/', '/', undefined],
    ['/kiln@latest/new/', '/new/', undefined],
    ['/kiln@2.9/old/', '/new/', true],
    ['/kiln@2.9/', '/', true],
    ['/kiln@2.9/new/', '/new/', true],
  ]);
});

test('of plans with numbers, `enterprise` is one beside the default plan', () => {
  const { aliases } = produceNumbered([home, { path: 'new' }]);
  const listed = aliases.filter(({ from }) => from.startsWith('/k/en/enterprise'));
  expect(listed.map(({ from, to }) => [from.slice(5), to.slice(5)])).toEqual([
    ['/enterprise/1.1/', '/oven@1.1/'],
    ['/enterprise/1.0/', '/oven@1.0/'],
    ['/enterprise/', '/oven@1.1/'],
  ]);
});

test('where a folder has the name of a plan, the plan is named with its release only', () => {
  const kiln = { path: 'kiln', children: ['kiln/new'] };
  const { aliases, redirects } = produceNumbered([
    home,
    kiln,
    { path: 'kiln/new', redirectFrom: ['/kiln/old'] },
  ]);
  expect(aliases.map(({ from }) => from)).not.toContain('/k/en/kiln/kiln/');
  expect(aliases.map(({ from }) => from)).toContain('/k/en/kiln@2.9/kiln/old/');
  expect(redirects.map(({ from, to }) => [from.slice(5), to.slice(5)])).toContainEqual([
    '/kiln@2.8/kiln/old/',
    '/kiln@2.8/kiln/new/',
  ]);
});

test('what is not for ever has another status, and is left to stubs where a list tells none', () => {
  const { aliases } = produceNumbered([home, { path: 'new' }]);
  const list = (format: 'json' | 'netlify' | 'cloudflare' | 'nginx') =>
    listRedirectFiles(aliases, scopeOf([format]))
      .map(({ render }) => render())
      .join('')
      .split('\n')
      .filter((line) => line.includes('kiln@2.9') || line.includes('kiln%402.9'));
  expect(list('netlify')).toEqual(['/k/en/kiln@2.9/ /k/en/ 302!', '/k/en/kiln@2.9/* /k/en/:splat 302!']);
  expect(list('cloudflare')).toEqual([
    '/k/en/kiln@2.9/ /k/en/ 302',
    '/k/en/kiln@2.9 /k/en/ 302',
    '/k/en/kiln%402.9/ /k/en/ 302',
    '/k/en/kiln%402.9 /k/en/ 302',
    ...['kiln@2.9', 'kiln%402.9'].flatMap((name) => [
      `/k/en/${name}/*.md /k/en/:splat.md 302`,
      `/k/en/${name}/*/ /k/en/:splat/ 302`,
      `/k/en/${name}/* /k/en/:splat/ 302`,
    ]),
  ]);
  expect(list('nginx')).toEqual([]);
  expect(list('json')).toEqual([]);
});

describe('no list for a host leads from one old address to another', () => {
  const plans = config.plans.map((plan) =>
    plan.id === 'server' ? { ...plan, deprecated: ['1.9', '1.8'] } : plan,
  );
  const own = listVersions(plans);
  const { redirects, aliases } = produceRedirects({
    config: { ...config, plans },
    corpus: makeCorpus([
      home,
      { path: 'new', redirectFrom: ['/old', '/enterprise/older', '/server@2.0/oldest', '/紅茶'] },
      { path: 'last', versions: 'sv-2.0', redirectFrom: ['/first'] },
    ]),
    versions: own,
    built: createSet(own),
    languages: ['en', 'ja'],
  }).value;

  /** Where `_redirects` leads, one step: of the lines the first one that fits. */
  function readRules(format: 'netlify' | 'cloudflare'): (address: string) => string | undefined {
    const [file] = listRedirectFiles([...redirects, ...aliases], scopeOf([format]));
    const rules = (file?.render() ?? '').split('\n').map((line) => line.split(' '));
    return (address) => {
      for (const [from = '', to = ''] of rules) {
        if (from === address) return decodeURIComponent(to);
        const escaped = from.replace(/[$+().?]/g, '\\$&');
        const splat = new RegExp(`^${escaped.replace('*', '(.*)')}$`).exec(address)?.[1];
        if (splat !== undefined) return decodeURIComponent(to.replace(':splat', splat));
      }
      return undefined;
    };
  }

  /** nginx takes equal lines before patterns. */
  function readMap(): (address: string) => string | undefined {
    const [file] = listRedirectFiles([...redirects, ...aliases], scopeOf(['nginx']));
    const lines = [...(file?.render() ?? '').matchAll(/^"(.*)" "(.*)";$/gm)].map(
      ([, from = '', to = '']) => [from, to] as const,
    );
    return (address) => {
      const decoded = decodeURIComponent(address);
      const equal = lines.find(([from]) => from === decoded)?.[1];
      if (equal !== undefined) return equal;
      for (const [from, to] of lines.filter(([each]) => each.startsWith('~'))) {
        const unquoted = from.slice(1).replaceAll('\\\\', '\\').replaceAll('\\"', '"');
        const rest = new RegExp(unquoted).exec(decoded)?.groups?.rest;
        if (rest !== undefined) return to.replace('$rest', rest);
      }
      return undefined;
    };
  }

  const patterns = aliases.filter(({ alias }) => alias === 'site');
  const behind = patterns.flatMap(({ from, to }) =>
    [...redirects, ...aliases]
      .filter((each) => each.from.startsWith(to))
      .map((each) => `${from}${each.from.slice(to.length)}`),
  );
  // What names two versions is no address.
  const addresses = [...new Set([...redirects, ...aliases].map(({ from }) => from).concat(behind))].filter(
    (address) => !/(?:server|enterprise|cloud)\b.*\/(?:server|enterprise|cloud)\b/.test(address),
  );

  test.each([
    ['netlify', readRules('netlify')],
    ['cloudflare', readRules('cloudflare')],
    ['nginx', readMap()],
  ] as const)('%s', (_, follow) => {
    expect(addresses).toContain('/k/en/server/old/');
    expect(addresses).toContain('/k/en/server@1.9/old/');
    expect(addresses).toContain('/k/jp/server@latest/old/');
    const chains = addresses.flatMap((address) => {
      const target = follow(address);
      const next = target === undefined ? undefined : follow(target);
      return next === undefined ? [] : [`${address} ${target} ${next}`];
    });
    expect(chains).toEqual([]);
    expect(follow('/k/jp/server@1.9/old/')).toBe('/k/ja/server@2.0/new/');
  });
});
