import { expect, test } from 'vitest';
import type { RedirectFormat } from '../../src/config/index.ts';
import { listRedirectFiles, type Redirect } from '../../src/redirects/index.ts';
import { fc } from '../property.ts';

function redirect(from: string, to: string): Redirect {
  return { from, output: 'x/index.html', to, language: 'en' };
}

function format(name: RedirectFormat, ...redirects: readonly Redirect[]): string {
  return listRedirectFiles(redirects, [name])[0]?.render() ?? '';
}

const plain = redirect('/en/old/', '/en/server@2.0/new/');

test.each([
  ['json', 'redirects.json', '{\n  "/en/old/": "/en/server@2.0/new/"\n}\n'],
  ['netlify', '_redirects', '/en/old/ /en/server@2.0/new/ 301!\n'],
  ['cloudflare', '_redirects', '/en/old/ /en/server@2.0/new/ 301\n/en/old /en/server@2.0/new/ 301\n'],
  ['nginx', 'redirects.nginx.map', '"/en/old/" "/en/server@2.0/new/";\n"/en/old" "/en/server@2.0/new/";\n'],
] as const)('%s is a list of its own', (name, output, text) => {
  expect(listRedirectFiles([plain], [name]).map((file) => [file.output, file.render()])).toEqual([
    [output, text],
  ]);
});

test('a site has the lists it asks for, in its order, or none', () => {
  expect(listRedirectFiles([plain], ['nginx', 'json']).map(({ output }) => output)).toEqual([
    'redirects.nginx.map',
    'redirects.json',
  ]);
  expect(listRedirectFiles([plain], [])).toEqual([]);
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

const path = fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.replace(/\p{Surrogate}/gu, ''));

test('whatever addresses hold, each list keeps its form', () => {
  const redirects = fc.array(
    fc.tuple(path, path).map(([from, to]) => redirect(`/en/${encodeURIComponent(from)}/`, `/en/${to}/`)),
  );
  fc.assert(
    fc.property(redirects, (list) => {
      for (const line of listLines(format('netlify', ...list)))
        expect(line).toMatch(/^\/[!-~]+ \/[!-~]+ 301!$/);
      for (const line of listLines(format('cloudflare', ...list)))
        expect(line).toMatch(/^\/[!-~]+ \/[!-~]+ 301$/);
      const token = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
      expect(format('nginx', ...list)).toMatch(new RegExp(`^(?:${token} "/[^"\\\\$;\\s]*";\n)*$`));
    }),
  );
});

function listLines(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}
