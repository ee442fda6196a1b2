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
