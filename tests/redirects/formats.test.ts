import { describe, expect, test } from 'vitest';
import type { RedirectFormat } from '../../src/config/index.ts';
import { listRedirectFiles, listStubs, type Redirect } from '../../src/redirects/index.ts';
import { fc } from '../property.ts';
import { scopeOf } from './scope-of.ts';

function redirect(from: string, to: string): Redirect {
  return { from, output: 'x/index.html', to, language: 'en' };
}

function format(name: RedirectFormat, ...redirects: readonly Redirect[]): string {
  return listRedirectFiles(redirects, scopeOf([name]))[0]?.render() ?? '';
}

const plain = redirect('/en/old/', '/en/server@2.0/new/');

test.each([
  ['json', 'redirects.json', '{\n  "/en/old/": "/en/server@2.0/new/"\n}\n'],
  ['netlify', '_redirects', '/en/old/ /en/server@2.0/new/ 301!\n'],
  ['cloudflare', '_redirects', '/en/old/ /en/server%402.0/new/ 301\n/en/old /en/server%402.0/new/ 301\n'],
  ['nginx', 'redirects.nginx.map', '"/en/old/" "/en/server@2.0/new/";\n"/en/old" "/en/server@2.0/new/";\n'],
] as const)('%s is a list of its own', (name, output, text) => {
  expect(listRedirectFiles([plain], scopeOf([name])).map((file) => [file.output, file.render()])).toEqual([
    [output, text],
  ]);
});

test('a site has the lists it asks for, in its order, or none', () => {
  expect(listRedirectFiles([plain], scopeOf(['nginx', 'json'])).map(({ output }) => output)).toEqual([
    'redirects.nginx.map',
    'redirects.json',
  ]);
  expect(listRedirectFiles([plain], scopeOf([]))).toEqual([]);
});

test('nginx gets the decoded address, quoted, and once whatever its case', () => {
  const hostile = redirect('/en/a%20%22b%22;%20$c%20%7B%20%23/', '/en/"x"; $y #z\n/');
  expect(format('nginx', hostile)).toBe(
    '"/en/a \\"b\\"; $c { #/" "/en/%22x%22%3B%20%24y%20%23z%0A/";\n' +
      '"/en/a \\"b\\"; $c { #" "/en/%22x%22%3B%20%24y%20%23z%0A/";\n',
  );
  expect(format('nginx', redirect('/en/Old/', '/en/a/'), redirect('/en/old/', '/en/b/'))).toBe(
    '"/en/Old/" "/en/a/";\n"/en/Old" "/en/a/";\n',
  );
});

test('what a rule would read as a pattern, or is too long for a line, is left to its stub', () => {
  const odd = [
    redirect('/en/a*b/', '/en/'),
    redirect('/en/:name/', '/en/'),
    redirect(`/en/${'x'.repeat(990)}/`, '/en/'),
  ];
  expect(format('netlify', ...odd, plain)).toBe(format('netlify', plain));
  expect(format('cloudflare', ...odd, plain)).toBe(format('cloudflare', plain));
  expect(format('netlify', redirect('/en/x/', '/en/:splat/*/'))).toBe('/en/x/ /en/%3Asplat/%2A/ 301!\n');
});

test('what is encoded in a target stays, and what only looks so does not', () => {
  const target = '/en/100%/%2/%2x/%e7%B4%85/a%20b/\uD800/';
  expect(format('netlify', redirect('/en/x/', target))).toBe(
    '/en/x/ /en/100%25/%252/%252x/%e7%B4%85/a%20b/%EF%BF%BD/ 301!\n',
  );
});

test('both spellings of an address have lines where a host tells them apart', () => {
  const mixed = redirect('/en/a+b@c/%E7%B4%85/', '/en/d,e/');
  expect(format('cloudflare', mixed)).toBe(
    '/en/a+b@c/%E7%B4%85/ /en/d%2Ce/ 301\n/en/a+b@c/%E7%B4%85 /en/d%2Ce/ 301\n' +
      '/en/a%2Bb%40c/%E7%B4%85/ /en/d%2Ce/ 301\n/en/a%2Bb%40c/%E7%B4%85 /en/d%2Ce/ 301\n',
  );
  expect(format('netlify', mixed)).toBe('/en/a+b@c/%E7%B4%85/ /en/d,e/ 301!\n/en/a+b@c/紅/ /en/d,e/ 301!\n');
  expect(format('netlify', redirect('/en/a%20b/', '/en/'))).toBe('/en/a%20b/ /en/ 301!\n');
});

test('nginx gets a pattern for an address that its tables have no room for, and none that it could not read', () => {
  const long = `/en/${'紅'.repeat(60)}/${'A+'.repeat(40)}/`;
  expect(format('nginx', redirect(encodeURI(long), '/en/new/'))).toBe(
    [long, long.slice(0, -1)].map((each) => `"~*^${each.replaceAll('+', '\\\\+')}$" "/en/new/";\n`).join(''),
  );
  expect(format('nginx', redirect(`/en/${'x/'.repeat(1000)}`, '/en/new/'))).toBe('');
});

describe('what is behind another name of a version or a language has a line of its own', () => {
  const rest = { output: 'x/index.html' };
  const old = (from: string, to: string, language = 'en'): Redirect => ({ ...rest, from, to, language });
  const name = (from: string, to: string, language = 'en'): Redirect => ({
    ...old(from, to, language),
    alias: 'site',
  });
  const server = name('/en/server/', '/en/server@2/');
  const lead = (...redirects: readonly Redirect[]) =>
    listLines(format('netlify', ...redirects)).map((line) => line.replace(' 301!', ''));

  test('an old address of that version', () => {
    expect(lead(old('/en/server@2/old/', '/en/server@2/new/'), server)).toEqual([
      '/en/server@2/old/ /en/server@2/new/',
      '/en/server/old/ /en/server@2/new/',
      '/en/server/ /en/server@2/',
      '/en/server/* /en/server@2/:splat',
    ]);
  });

  test('no old address of another version, of another language, or of a longer name', () => {
    const others = [
      old('/en/server@1/old/', '/en/server@1/new/'),
      old('/en/old/', '/en/new/'),
      old('/ja/server@2/old/', '/ja/server@2/new/', 'ja'),
      old('/en/server@2.1/old/', '/en/server@2.1/new/'),
    ];
    const lines = others.map(({ from, to }) => `${from} ${to}`);
    expect(lead(...others, server).slice(0, -2)).toEqual(lines);
    const cloud = name('/en/cloud/', '/en/');
    const longer = old('/en/server@2/old/', '/en/server@2/new/');
    expect(lead(...others, longer, server, cloud).slice(0, -4)).toEqual([
      ...lines,
      '/en/server@2/old/ /en/server@2/new/',
      '/en/server/old/ /en/server@2/new/',
      '/en/cloud/server@1/old/ /en/server@1/new/',
      '/en/cloud/old/ /en/new/',
      '/en/cloud/server@2.1/old/ /en/server@2.1/new/',
    ]);
  });

  test('nothing where an old address stands already', () => {
    const own = old('/en/server/old/', '/en/kept/');
    expect(lead(old('/en/server@2/old/', '/en/server@2/new/'), own, server)).toEqual([
      '/en/server@2/old/ /en/server@2/new/',
      '/en/server/old/ /en/kept/',
      '/en/server/ /en/server@2/',
      '/en/server/* /en/server@2/:splat',
    ]);
  });

  test('all of a language, before the pattern of the language', () => {
    const ja = name('/ja/server/', '/ja/server@2/', 'ja');
    const jp = name('/jp/', '/ja/', 'ja');
    expect(lead(old('/ja/server@2/old/', '/ja/server@2/new/', 'ja'), server, jp, ja)).toEqual([
      '/ja/server@2/old/ /ja/server@2/new/',
      '/ja/server/old/ /ja/server@2/new/',
      '/jp/server@2/old/ /ja/server@2/new/',
      '/jp/server/old/ /ja/server@2/new/',
      '/en/server/ /en/server@2/',
      '/ja/server/ /ja/server@2/',
      '/jp/server/ /ja/server@2/',
      '/jp/ /ja/',
      '/en/server/* /en/server@2/:splat',
      '/ja/server/* /ja/server@2/:splat',
      '/jp/server/* /ja/server@2/:splat',
      '/jp/* /ja/:splat',
    ]);
  });

  test('for as long as the name, or the address, has it', () => {
    const status = (...redirects: readonly Redirect[]) =>
      listLines(format('netlify', ...redirects)).find((line) => line.startsWith('/en/server/old/'));
    const address = old('/en/server@2/old/', '/en/server@2/new/');
    const temporary = { isTemporary: true as const };
    expect(status(address, server)).toMatch(/ 301!$/);
    expect(status({ ...address, ...temporary }, server)).toMatch(/ 302!$/);
    expect(status(address, { ...server, ...temporary })).toMatch(/ 302!$/);
  });
});

test('a line may have a thousand characters', () => {
  const measure = (name: RedirectFormat, count: number) =>
    listLines(format(name, redirect(`/en/${'x'.repeat(count)}/`, '/en/y/'))).map(({ length }) => length);
  expect(measure('netlify', 983)).toEqual([1000]);
  expect(measure('netlify', 984)).toEqual([]);
  expect(measure('cloudflare', 984)).toEqual([1000, 999]);
  expect(measure('cloudflare', 985)).toEqual([]);
});

test('what is not for ever says so, or has no line where a list cannot say it', () => {
  const temporary = { ...redirect('/en/soon/', '/en/x/'), isTemporary: true as const };
  const name = { ...redirect('/en/sv/', '/en/server/'), alias: 'site' as const, isTemporary: true as const };
  expect(format('netlify', temporary, name)).toBe(
    '/en/soon/ /en/x/ 302!\n/en/sv/ /en/server/ 302!\n/en/sv/* /en/server/:splat 302!\n',
  );
  expect(format('cloudflare', temporary, name)).toBe(
    '/en/sv/ /en/server/ 302\n/en/sv /en/server/ 302\n/en/soon/ /en/x/ 302\n/en/soon /en/x/ 302\n' +
      '/en/sv/*.md /en/server/:splat.md 302\n/en/sv/*/ /en/server/:splat/ 302\n/en/sv/* /en/server/:splat/ 302\n',
  );
  expect(format('nginx', temporary, name)).toBe('');
  expect(format('json', temporary, name)).toBe('{}\n');
});

test('of two lines for one address the first one counts', () => {
  const twice = [redirect('/en/a/', '/en/x/'), redirect('/en/a/', '/en/y/')];
  expect(format('netlify', ...twice)).toBe('/en/a/ /en/x/ 301!\n');
  expect(format('cloudflare', ...twice)).toBe('/en/a/ /en/x/ 301\n/en/a /en/x/ 301\n');
  expect(format('nginx', ...twice)).toBe('"/en/a/" "/en/x/";\n"/en/a" "/en/x/";\n');
});

test.each(['%20', '%09', '%2A', '%3A', '%25', '%23', '%3F', '%0A', '%7F', '%C2%85', '%C2%A0'])(
  'Netlify gets an address with %s in one spelling, and its stub stays',
  (sign) => {
    const odd = redirect(`/en/a${sign}b/`, '/en/x/');
    expect(format('netlify', odd)).toBe(`/en/a${sign}b/ /en/x/ 301!\n`);
    expect(listStubs([odd], scopeOf(['netlify'], { redirectStubs: false }))).toEqual([odd]);
  },
);

describe('nginx', () => {
  test('has a pattern for an address of more than 238 bytes, behind all others', () => {
    const fill = (count: number) => `/en/${'x'.repeat(count)}/`;
    const [short, long] = [fill(233), fill(234)];
    expect(format('nginx', redirect(long, '/en/a/'), redirect(short, '/en/b/'))).toBe(
      `"${long.slice(0, -1)}" "/en/a/";\n"${short}" "/en/b/";\n"${short.slice(0, -1)}" "/en/b/";\n"~*^${long}$" "/en/a/";\n`,
    );
  });

  test('has no line that its configuration has no room for, and the stub stays', () => {
    const fill = (count: number) => `/en/${'x'.repeat(count)}/`;
    const [fits, far] = [fill(994), fill(995)];
    const rows = [redirect(fits, '/en/a/'), redirect(far, '/en/a/')];
    const targets = [redirect('/en/a/', fits), redirect('/en/b/', far)];
    for (const list of [rows, targets])
      expect(listStubs(list, scopeOf(['nginx'], { redirectStubs: false }))).toEqual(list.slice(1));
    expect(format('nginx', ...rows)).toBe(format('nginx', ...rows.slice(0, 1)));
    expect(format('nginx', ...targets)).toBe(format('nginx', ...targets.slice(0, 1)));
  });

  test('gets every sign in quotes as it is', () => {
    const address = '/en/a%0Ab%0Dc%09d%22e%5Cf/';
    expect(format('nginx', redirect(address, '/en/x/')).split('\n')[0]).toBe(
      '"/en/a\\nb\\rc\\td\\"e\\\\f/" "/en/x/";',
    );
  });

  test('folds ASCII only', () => {
    const both = ['%C3%84', '%C3%A4', 'Az', 'aZ'].map((name) => redirect(`/en/${name}/`, '/en/x/'));
    expect(listLines(format('nginx', ...both)).map((line) => line.split(' ')[0])).toEqual(
      ['/en/Ä/', '/en/Ä', '/en/ä/', '/en/ä', '/en/Az/', '/en/Az'].map((each) => `"${each}"`),
    );
  });

  test('has patterns for all below a name, in which signs stand for themselves', () => {
    const name = { ...redirect('/en/a.b+(c)[d]{e}|^$%3F*%5C/', '/en/x:y/'), alias: 'site' as const };
    const safe = String.raw`[^\\x00-\\x20\"#%<>?\\\\^${'`'}{|}\\x7f]`;
    const begin = String.raw`"~^/en/a\\.b\\+\\(c\\)\\[d\\]\\{e\\}\\|\\^\\$\\?\\*\\\\/(?<rest>`;
    expect(format('nginx', name)).toBe(
      [
        String.raw`"/en/a.b+(c)[d]{e}|^$?*\\/" "/en/x%3Ay/";`,
        String.raw`"/en/a.b+(c)[d]{e}|^$?*\\" "/en/x%3Ay/";`,
        String.raw`${begin}${safe}*/|${safe}*\\.[a-z][a-z0-9]*)$" "/en/x%3Ay/$rest";`,
        `${begin}${safe}+)$" "/en/x%3Ay/$rest/";`,
        '',
      ].join('\n'),
    );
  });

  test('answers pages below a name that a pattern can say, and for ever', () => {
    const name = { ...redirect('/en/sv/', '/en/server/'), alias: 'site' as const };
    const page = (from: string) => ({ ...redirect(from, '/en/server/x/'), alias: 'page' as const });
    const kept = [
      page('/en/sv/a%20b/'),
      page('/en/sv/a%22/'),
      page('/en/ot/x/'),
      { ...page('/en/sv/y/'), isTemporary: true as const },
    ];
    const list = [name, page('/en/sv/x/'), page('/en/sv/%E8%8C%B6/'), ...kept];
    expect(listStubs(list, scopeOf(['nginx'], { redirectStubs: false }))).toEqual(kept);
  });
});

describe('a site without stubs keeps those that a list cannot say', () => {
  const alias = { ...redirect('/en/server/', '/en/server@2.0/'), alias: 'site' as const };
  const below = { ...redirect('/en/server/x/', '/en/server@2.0/x/'), alias: 'page' as const };
  const temporary = { ...redirect('/en/soon/', '/en/x/'), isTemporary: true as const };
  const blank = redirect('/en/a%20b/', '/en/x/');
  const star = redirect('/en/a*/', '/en/x/');
  const all = [plain, alias, below, temporary, blank, star];
  test.each([
    ['json', [temporary]],
    ['nginx', [temporary]],
    ['netlify', [blank, star]],
    ['cloudflare', [star]],
  ] as const)('%s', (name, stubs) => {
    expect(listStubs(all, scopeOf([name], { redirectStubs: false }))).toEqual(stubs);
    expect(listStubs(all, scopeOf([name]))).toEqual(all);
  });

  test('a stub stays where one of several lists lacks it, and where there is no room for its rule', () => {
    expect(listStubs(all, scopeOf(['nginx', 'netlify'], { redirectStubs: false }))).toEqual([
      temporary,
      blank,
      star,
    ]);
    const many = Array.from({ length: 1003 }, (_, at) => redirect(`/en/old/${at}/`, '/en/x/'));
    expect(listStubs(many, scopeOf(['cloudflare'], { redirectStubs: false }))).toEqual(many.slice(1000));
  });
});

const path = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replace(/\p{Surrogate}/gu, ''));

test('whatever addresses hold, each list keeps its form', () => {
  const redirects = fc.array(
    fc.tuple(path, path).map(([from, to]) => redirect(`/en/${encodeURIComponent(from)}/`, `/en/${to}/`)),
  );
  fc.assert(
    fc.property(redirects, (list) => {
      for (const line of listLines(format('netlify', ...list)))
        expect(line).toMatch(/^\/[^\s\p{Cc}]+ \/[!-~]+ 301!$/u);
      for (const line of listLines(format('cloudflare', ...list)))
        expect(line).toMatch(/^\/[!-~]+ \/[!-~]+ 301$/);
      expect(listLines(format('cloudflare', ...list)).length).toBe(
        new Set(listLines(format('cloudflare', ...list)).map((line) => line.split(' ')[0])).size,
      );
      const token = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
      expect(format('nginx', ...list)).toMatch(new RegExp(`^(?:${token} "/[^"\\\\$;\\s]*";\n)*$`));
    }),
  );
});

function listLines(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}
