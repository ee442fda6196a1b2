import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from './read-tree.ts';
import { repository } from './run-decant.ts';

/** Kinds of diagnostics that no small site on every disk can hold; the tests of their stages do. */
const elsewhere = [
  // Who draws diagrams needs a browser, or has none: tests/diagrams, tests/visual-diff.
  /^markdown\/(?:undrawn-)?diagram$/,
  // As with cards: tests/cards, tests/visual-diff.
  /^cards\/undrawn$/,
  // Without a site file there is no site.
  /^config\//,
  /^theme\/missing-folder$/,
  // They need a link, a missing folder, or names that some systems cannot store.
  /^load\/(?:linked-folder|missing-home|missing-language|file-name|similar-name|reserved-name|active-asset)$/,
  /^check\/case-clash$/,
  // Rights, which root does not need.
  /^(?:load|theme)\/unreadable$/,
  // Thousands of redirects.
  /^redirects\/host-limit$/,
  // As the names of files.
  /^redirects\/reserved-name$/,
  // A ledger is a matter of two builds.
  /^ledger\//,
  // Where npm has no program of Pagefind.
  /^search\/no-indexer$/,
  // Of translations only, where the kind of the fallback stands before it.
  /^resolve\/lost-table$/,
  // Nets below faults that have kinds of their own.
  /^resolve\/(?:failed|syntax)$/,
];
const STAGES =
  'config|versions|load|rest|resolve|markdown|links|navigation|redirects|check|ledger|theme|search|cards';

test('every kind of diagnostic stands in the expected diagnostics of a site', () => {
  const known = findAll(
    'src',
    /^(?!diagnostics\/codes\/|rules\/|markdown\/lint\/).*\.ts$/,
    new RegExp(`code: '((?:${STAGES})/[a-z-]+)'`, 'g'),
  );
  const shown = findAll('tests/sites', /diagnostics\.txt$/, /^\S+ (?:error|warning) (\S+)$/gm);
  expect(known.size).toBeGreaterThan(40);
  const missing = [...known].filter((code) => !shown.has(code) && !elsewhere.some((kind) => kind.test(code)));
  expect(missing).toEqual([]);
});

test('the sites hold no folder without a site file', () => {
  const sites = join(repository, 'tests/sites');
  expect(
    readdirSync(sites).filter((name) => !listFiles(join(sites, name)).includes('data/site.yml')),
  ).toEqual([]);
});

function findAll(folder: string, name: RegExp, pattern: RegExp): ReadonlySet<string> {
  const files = listFiles(join(repository, folder)).filter((file) => name.test(file));
  const texts = files.map((file) => readFileSync(join(repository, folder, file), 'utf8'));
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code)));
}
