import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOldAddresses } from '../hosts/list-old-addresses.ts';
import { writeSite } from '../hosts/make-site.ts';
import { runDecant } from './run-decant.ts';

const folder = mkdtempSync(join(tmpdir(), 'decant-addresses-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function build(name: string, keys: string): Promise<string> {
  const root = join(folder, name);
  writeSite(root, { keys });
  const site = join(root, '_site');
  expect(await runDecant(['build', '--root', root, '--out', site])).toMatchObject({ status: 0 });
  return site;
}

/** Texts of a site by their names: pages, Markdown, and lists for machines, without stubs. */
function readTexts(site: string): ReadonlyMap<string, string> {
  const stubs = listOldAddresses(site);
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      /\.(?:html|md|xml|txt)$|^pages\.json$/.test(name) &&
      statSync(join(site, name)).isFile() &&
      !stubs.has(`/${name.replace(/index\.html$/, '')}`),
  );
  return new Map(names.sort().map((name) => [name, readFileSync(join(site, name), 'utf8')]));
}

describe('a site whose owner chooses addresses of versions', () => {
  let before = '';
  beforeAll(async () => {
    before = await build('default', '');
  });

  test.each([
    ["{ version: '{short}.{release}' }", ['dock.3.2', 'dock.3.1', 'mgd.latest']],
    [
      "{ version: '{plan}/r/{release}', newest: '{plan}/now' }",
      ['dock-server/now', 'dock-server/r/3.1', 'managed/now'],
    ],
  ])(
    'is the same site at other addresses: %s',
    async (addresses, [newest = '', older = '', managed = '']) => {
      const after = await build(newest, `addresses: ${addresses}\n`);
      const names = [
        ['dock-server@3.2', newest],
        ['dock-server@3.1', older],
        ['managed@latest', managed],
      ] as const;
      const rename = (text: string) =>
        names
          .reduce((all, [from, to]) => all.replace(new RegExp(`/${from}(?=/|\\.md)`, 'g'), `/${to}`), text)
          // The form where versions are compared, and what the page 404 knows of retired releases.
          .replace(/data-segment="[^"]*"|data-retired="[^"]*"/g, '');
      const expected = [...readTexts(before)].map(
        ([name, text]) => [rename(`/${name}`).slice(1), rename(text)] as const,
      );
      const found = [...readTexts(after)].map(([name, text]) => [name, rename(text)] as const);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
    },
  );

  test('leads from every address of before to the page that had it', async () => {
    const after = await build('moved', "addresses: { version: '{plan}/{release}', newest: '{plan}' }\n");
    const stubs = listOldAddresses(after);
    const pages = [...readTexts(before).keys()].filter((name) =>
      /^(?:en|ja)\/[\w-]+@[\d.]+\/.*\.html$/.test(name),
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const name of pages) {
      const to = name
        .replace('dock-server@3.2', 'dock-server')
        .replace('dock-server@3.1', 'dock-server/3.1')
        .replace(/index\.html$/, '');
      expect(stubs.get(`/${name.replace(/index\.html$/, '')}`)).toBe(`/${to}`);
    }
  });
});

test('a folder in the place of a version is an error, and nothing is published', async () => {
  const root = join(folder, 'clash');
  writeSite(root, { keys: "addresses: { version: 'ships', alias: 'x' }\n" });
  const outcome = await runDecant(['build', '--root', root, '--out', join(root, '_site')]);
  expect(outcome.status).not.toBe(0);
  expect(outcome.stderr + outcome.stdout).toContain("have the same address 'ships'");
});
