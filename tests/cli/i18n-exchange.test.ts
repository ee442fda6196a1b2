import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runDecant } from '../build/run-decant.ts';
import { page, SITE } from '../queries/open-source.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'decant-exchange-'));
  for (const folder of ['content', 'data', 'translations/ja/content'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'data/site.yml'), SITE);
  writeFileSync(join(root, 'content/index.md'), page('Home', '*', '', 'children: [a, b]'));
  writeFileSync(join(root, 'content/a.md'), page('A', '*', 'Press `Start`.\n\nGo on.'));
  writeFileSync(join(root, 'content/b.md'), page('B', '*', 'Go on.'));
  writeFileSync(
    join(root, 'translations/ja/content/a.md'),
    page('エー', '*', '`Start` を押す。\n\n進む。').replaceAll('\n', '\r\n'),
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const decant = (...words: readonly string[]) => runDecant(['i18n', ...words, '--root', root]);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const write = (text: string) => writeFileSync(join(root, 'ja.xlf'), text);
const target = (text: string, source: string, words: string) =>
  text.replace(`<source>${source}</source>`, `<source>${source}</source><target>${words}</target>`);

it('exports what is left, imports what came back, and keeps how lines end', async () => {
  const { status, stdout } = await decant('export', '--lang=ja', 'content/b.md', 'content/index.md');
  expect(status).toBe(0);
  write(target(target(stdout, 'Go on.', '先へ。'), 'B', 'ビー'));
  const dry = await decant('import', join(root, 'ja.xlf'), '--dry-run');
  expect(dry.stdout).toContain('+title: ビー');
  expect(() => read('translations/ja/content/b.md')).toThrow();
  const imported = await decant('import', join(root, 'ja.xlf'));
  expect(imported.stdout).toBe('2 units with a target, 2 new, 0 refused\nwrote 1 file\n');
  expect(imported.status).toBe(0);
  expect(read('translations/ja/content/b.md')).toBe(page('ビー', '*', '先へ。'));

  const all = await decant('export', '--lang=ja', '--out', join(root, 'ja.xlf'));
  expect(all.stdout).toBe('');
  write(read('ja.xlf').replace('>進む。<', '>続ける。<'));
  expect((await decant('import', join(root, 'ja.xlf'))).status).toBe(0);
  expect(read('translations/ja/content/a.md')).toBe(
    page('エー', '*', '`Start` を押す。\n\n続ける。').replaceAll('\n', '\r\n'),
  );
});

it('says what cannot be done, and what would work', async () => {
  expect((await decant('export')).stderr).toContain('Name the language to translate into');
  expect((await decant('export', '--lang=ja', 'content/c.md')).stderr).toContain(
    "has the name 'content/c.md'",
  );
  expect((await decant('import', 'none.xlf')).stderr).toContain("There is no file 'none.xlf'.");
  const { stdout } = await decant('export', '--lang=ja');
  write(stdout.replace('trgLang="ja"', 'trgLang="fr"'));
  const foreign = await decant('import', join(root, 'ja.xlf'));
  expect(foreign.stderr).toContain(
    "is for the language 'fr' (trgLang), and the translations of this site are ja.",
  );
  expect(foreign.status).toBe(2);
  write(stdout.replace(/<target>.*<ph[^>]*>.*<\/target>/, '<target>押す。</target>'));
  const broken = await decant('import', join(root, 'ja.xlf'));
  expect(broken.stderr).toContain("The target has lost '`Start`'.");
  expect(broken.status).toBe(1);
});
