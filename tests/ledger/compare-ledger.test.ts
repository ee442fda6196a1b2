import { expect, test } from 'vitest';
import { compareLedger, describeLost, formatLedger, listAddresses } from '../../src/ledger/index.ts';
import type { Site } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import {
  applyEdit,
  SITE_FILE as RANDOM_SITE_FILE,
  randomEdit,
  randomSite,
  type Texts,
} from '../workspace/random-site.ts';
import { buildTea, SITE_FILE, TEA } from './make-tea.ts';

const before = await buildTea(TEA);
const ledger = { site: before.config.baseUrl, addresses: new Set(listAddresses(before)) };
const text = formatLedger(ledger);

function replace(file: string, old: string, now: string, texts: Texts = TEA): Texts {
  const changed = (texts[file] ?? '').replace(old, now);
  if (changed === texts[file]) throw new Error(`Nothing to replace in ${file}.`);
  return { ...texts, [file]: changed };
}

function rename(file: string, to: string): Texts {
  const { [file]: moved = '', ...rest } = TEA;
  return replace('content/index.md', nameOf(file), nameOf(to), { ...rest, [to]: moved });
}

function nameOf(file: string): string {
  return /([^/]+)\.md$/.exec(file)?.[1] ?? '';
}

function tell(site: Site, known = ledger): readonly string[] {
  const { lost } = compareLedger(known, site);
  const languages = site.config.languages.map(({ code }) => code);
  const scope = { file: 'data/addresses.txt', text, versions: site.trace.versions, languages };
  return describeLost(lost, scope).map(
    ({ code, message, place, versions, languages: own }) =>
      `${place.file}:${place.line} ${code.slice(7)} ${[...versions, ...own].join(' ')} ${message}`,
  );
}

test('a site publishes its pages, their headings and its old addresses, each language with the ids of the source', () => {
  const listed = listAddresses(before);
  expect(listed).toEqual(expect.arrayContaining(['/en/', '/en/green/', '/en/green/#storing', '/en/sencha/']));
  expect(listed).toContain('/en/server@2.0/green/#brewing-green-tea');
  expect(listed.filter((each) => each.startsWith('/ja/green/'))).toEqual([
    '/ja/green/',
    '/ja/green/#brewing-green-tea',
    '/ja/green/#storing',
  ]);
  expect(listed.filter((each) => each.includes('black'))).not.toContain('/en/server@2.0/black/');
  expect(compareLedger(ledger, before)).toEqual({ lost: [], retired: 0 });
});

test('a coming release publishes nothing yet, and has lost nothing', async () => {
  const siteFile = SITE_FILE.replace("releases: ['2.1'", "next: '2.2', releases: ['2.1'");
  const site = await buildTea(TEA, { siteFile, versions: ['sv-next'] });
  expect(site.pages.length).toBeGreaterThan(0);
  expect(listAddresses(site).filter((each) => !each.includes('sencha'))).toEqual([]);
  expect(tell(site)).toEqual([]);
});

test('a renamed heading is lost on its page in every language, until an anchor of the source answers it', async () => {
  const renamed = replace('content/green.md', '## Storing', '## Keeping the leaves');
  expect(tell(await buildTea(renamed))).toEqual([
    "content/green.md:1 lost-heading cl sv-2.1 sv-2.0 en ja The heading '#storing' of '/green' was published, and the page no longer has that id.",
  ]);
  for (const heading of [
    '<a id="storing"></a>\n\n## Keeping',
    '<a name="storing"></a>\n## Keeping',
    '## <a name="storing"></a>Keeping',
  ]) {
    const answered = replace('content/green.md', '## Keeping', heading, renamed);
    expect(tell(await buildTea(answered))).toEqual([]);
  }
});

test('where it is not sure which heading of a translation is meant, the translation has lost the id', async () => {
  const file = 'translations/ja-JP/content/green.md';
  const short = replace(file, '## 保存\n', '', TEA);
  const renamed = replace('content/green.md', '## Storing', '<a id="storing"></a>\n\n## Keeping', short);
  expect(tell(await buildTea(renamed))).toEqual([
    expect.stringMatching(/^translations\/\S+ lost-heading .* ja The heading '#brewing-green-tea'/),
    expect.stringMatching(/^translations\/\S+ lost-heading .* ja The heading '#storing'/),
  ]);
});

test('a renamed article is lost with its headings and its old addresses, until redirect_from answers it', async () => {
  const renamed = rename('content/black.md', 'content/dark.md');
  expect(tell(await buildTea(renamed))).toEqual([
    "data/addresses.txt:4 lost-address cl sv-2.1 en ja The address '/black' was published, and no longer leads anywhere, nor its heading.",
  ]);
  const answered = replace('content/dark.md', 'title:', 'redirect_from: [/black]\ntitle:', renamed);
  expect(tell(await buildTea(answered))).toEqual([]);
});

test('headings of an article that became a part of another one are lost one by one', async () => {
  const { 'content/black.md': _, ...rest } = TEA;
  const gone = replace('content/index.md', ', /black', '', rest);
  const answered = replace('content/green.md', '[/sencha]', '[/sencha, /black]', gone);
  expect(tell(await buildTea(answered, { languages: ['en'] }))).toEqual([
    "content/green.md:1 lost-heading cl sv-2.1 en The heading '#brewing-black-tea' of '/black' was published, and the page, where '/black' leads, no longer has that id.",
  ]);
});

test('an old address that nobody names any more is lost', async () => {
  const site = await buildTea(replace('content/green.md', 'redirect_from: [/sencha]\n', ''));
  expect(tell(site)).toEqual([
    expect.stringContaining("lost-address cl en ja The address '/sencha' was published"),
  ]);
});

test('a version that an article has left is lost, until redirect_from names the address with it', async () => {
  const left = replace('content/green.md', "versions: '*'", "versions: { cl: '*', sv: '>2.0' }");
  const site = await buildTea(left);
  const { lost } = compareLedger(ledger, site);
  const languages = ['en', 'ja'];
  const found = describeLost(lost, { file: 'x', text, versions: site.trace.versions, languages });
  expect(found).toMatchObject([
    {
      place: { file: 'content/green.md', line: 3 },
      versions: ['sv-2.0'],
      hint: expect.stringContaining("Add '/server@2.0/green' to redirect_from"),
    },
  ]);
  const answered = replace('content/green.md', '[/sencha]', '[/sencha, /server@2.0/green]', left);
  expect(tell(await buildTea(answered))).toEqual([]);
});

test('a release that is no longer documented is answered by the one that stands in for it', async () => {
  const dropped = SITE_FILE.replace(
    "['2.1', '2.0'], deprecated: ['1.9']",
    "['2.1'], deprecated: ['2.0', '1.9']",
  );
  expect(tell(await buildTea(TEA, { siteFile: dropped }))).toEqual([]);
  const forgotten = SITE_FILE.replace("['2.1', '2.0']", "['2.1']");
  expect(tell(await buildTea(TEA, { siteFile: forgotten }))).toEqual([
    expect.stringMatching(
      /lost-release en ja The release 'server@2\.0' was published, and 4 addresses of it no longer lead anywhere/,
    ),
  ]);
});

test('what only a retired release had is lost; its headings lead to the top of a page that lacks them', async () => {
  const siteFile = SITE_FILE.replace(
    "['2.1', '2.0'], deprecated: ['1.9']",
    "['2.1'], deprecated: ['2.0', '1.9']",
  );
  const known = {
    ...ledger,
    addresses: new Set(['/en/server@2.0/white/', '/en/server@2.0/green/#old', '/en/server@2.0/green/']),
  };
  const site = await buildTea(TEA, { siteFile });
  expect(tell(site, known)).toEqual([
    expect.stringMatching(/lost-address en The address '\/server@2\.0\/white' was published/),
  ]);
  expect(compareLedger(known, site).retired).toBe(1);
  const answered = replace('content/black.md', 'title:', 'redirect_from: [/server@2.0/white]\ntitle:');
  expect(tell(await buildTea(answered, { siteFile }), known)).toEqual([]);
});

test('a language that goes is one mistake; as an alias of another one it is answered', async () => {
  const siteFile = SITE_FILE.replace(/ {2}- \{ code: ja.*\n/, '');
  expect(tell(await buildTea(TEA, { siteFile }))).toEqual([
    expect.stringMatching(/lost-language\s+The site no longer has the language 'ja'/),
  ]);
  const moved = SITE_FILE.replace('code: ja', 'code: ja-jp').replace('[jp]', '[jp, ja]');
  expect(tell(await buildTea(TEA, { siteFile: moved }))).toEqual([]);
});

test('a build of a part neither loses what it leaves out nor hides what it has lost', async () => {
  const renamed = rename('content/black.md', 'content/dark.md');
  const part = { versions: ['sv'], languages: ['ja'] };
  expect(tell(await buildTea(TEA, part))).toEqual([]);
  expect(tell(await buildTea(renamed, part))).toEqual([
    expect.stringContaining("lost-address sv-2.1 ja The address '/black'"),
  ]);
});

test('a page whose source is broken is not lost', async () => {
  const site = await buildTea(replace('content/black.md', 'Boiling', '{% if %}Boiling'));
  expect(site.figures.brokenPages).toBeGreaterThan(0);
  expect(tell(site)).toEqual([]);
});

test('whatever changes, each address is published, answered or named as lost', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      randomSite,
      fc.array(randomEdit, { minLength: 1, maxLength: 4 }),
      async (texts, edits) => {
        const old = await buildTea(texts, { siteFile: RANDOM_SITE_FILE });
        const now = await buildTea(edits.reduce(applyEdit, texts), { siteFile: RANDOM_SITE_FILE });
        const known = { site: old.config.baseUrl, addresses: new Set(listAddresses(old)) };
        const lost = new Set(compareLedger(known, now).lost.map(({ record }) => record));
        const pages = new Set(now.pages.map(({ href }) => href));
        const stubs = new Set(now.redirects.map(({ from }) => from));
        const isBroken = now.figures.brokenPages > 0;
        for (const record of known.addresses) {
          if (record.includes('#') || isBroken) continue;
          expect([record, pages.has(record) || stubs.has(record) || lost.has(record)]).toEqual([
            record,
            true,
          ]);
        }
        expect(compareLedger({ ...known, addresses: new Set(listAddresses(now)) }, now).lost).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});
