import { expect, test } from 'vitest';
import { listSiteFiles } from '../../src/publish/index.ts';
import { makeSite } from './make-site.ts';

const find = async (config: { readonly headers?: 'netlify' | 'cloudflare'; readonly search?: boolean }) => {
  const site = await makeSite({ articles: [{ path: '', title: 'Kettles' }] });
  const files = listSiteFiles({ ...site, config: { ...site.config, ...config } });
  const file = files.find(({ output }) => output === '_headers');
  return file && String(file.render());
};

/** As Netlify and Cloudflare read the file: a path at the beginning of a line, and below it headers that are indented. */
function parseHeaders(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const rules = new Map<string, Map<string, string>>();
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) rules.set(line, new Map());
    else [...rules.values()].at(-1)?.set(name, value);
  }
  return rules;
}

test('nothing is written that nobody asked for', async () => {
  expect(await find({})).toBeUndefined();
});

test.each(['netlify', 'cloudflare'] as const)('%s reads a policy for all pages', async (headers) => {
  const text = (await find({ headers })) ?? '';
  // Limits of Cloudflare: 100 rules, 2,000 characters in a line; of both: one `*` in a path, at its end.
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
  const rules = parseHeaders(text);
  expect([...rules.keys()]).toEqual(['/k/*', '/k/theme/*']);
  const policy = rules.get('/k/*')?.get('Content-Security-Policy') ?? '';
  const directives = new Map(policy.split('; ').map((each) => each.split(/ (.*)/s) as [string, string]));
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
  expect(directives.get('style-src')).toBe("'self'");
  expect(directives.get('base-uri')).toBe("'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http:/);
  expect(rules.get('/k/*')?.get('X-Content-Type-Options')).toBe('nosniff');
  expect(rules.get('/k/theme/*')?.get('Cache-Control')).toContain('immutable');
});

test('a site without search needs no program in WebAssembly', async () => {
  expect(await find({ headers: 'netlify', search: false })).toContain("script-src 'self';");
});
