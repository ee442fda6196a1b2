import { describe, expect, test } from 'vitest';
import { listFiles } from '../../src/compose/index.ts';
import { type Affected, findAffected, listDifferingPages } from '../../src/queries/index.ts';
import { outlineSite } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { randomEdit, randomSite, replaceWords } from '../workspace/random-site.ts';
import { applyEdits, compareTexts, LAMPS, openTexts, readTestSetup, theme } from './two-states.ts';

/** What an edit of one file of the site about lamps comes to. */
function edit(file: string, change: (text: string) => string | undefined): Promise<Affected> {
  return compareTexts(LAMPS, applyEdits(LAMPS, [{ file, text: change(LAMPS[file] ?? '') }]));
}

function names(pages: Affected['changed']): readonly string[] {
  return pages.map(({ language, path, version }) => `${language} ${path} ${version}`);
}

describe('an edit that changes nothing', () => {
  test.each([
    ['a comment', 'content/wick.md', (text: string) => text.replace('Old', 'New')],
    [
      'a tag that is moved',
      'content/care/clean.md',
      (text: string) =>
        text.replace(
          '{% ifversion server %}{% data reusables.safety %}{% endif %}',
          '{% ifversion server %}{% data reusables.safety -%}{% endif %}',
        ),
    ],
    [
      'a condition put in another way',
      'content/care/clean.md',
      (text: string) => text.replace('burner %}', 'server > 1.0 %}'),
    ],
    ['a variable that nobody asks for', 'data/variables/lamp.yml', (text: string) => `${text}maker: Kiln\n`],
    ['a translation of nothing', 'translations/ja-JP/content/none.md', () => 'Nothing.\n'],
  ])('%s', async (_, file, change) => {
    const affected = await edit(file, change);
    expect(affected).toMatchObject({
      changes: [],
      changed: [],
      added: [],
      removed: [],
      around: [],
      unseen: [],
    });
    expect(affected.files).toHaveLength(1);
  });

  test('and no edit', async () => {
    expect(await compareTexts(LAMPS, LAMPS)).toMatchObject({
      files: [],
      reached: 0,
      changes: [],
      compared: 0,
    });
  });
});

describe('an edit of a reusable in a reusable', () => {
  test('is one change in each language, with the pages that show it', async () => {
    const affected = await edit('data/reusables/tools.md', () => 'Use a soft cloth.\n');
    const shown = affected.changes.map(({ lines, pages, kind, field, section }) => ({
      kind,
      field,
      section,
      lines: lines.map(({ kind: sign, text }) => `${sign} ${text}`),
      pages: names(pages),
    }));
    const lines = ['removed Stay safe. Use a cloth.', 'added Stay safe. Use a soft cloth.'];
    const place = { kind: 'changed', field: 'body', section: '', lines };
    expect(shown).toEqual([
      {
        ...place,
        pages: [
          'en wick cloud',
          'en wick server-2.0',
          'en wick server-1.0',
          'en care/clean server-2.0',
          'en care/clean server-1.0',
        ],
      },
      {
        ...place,
        pages: [
          'ja wick cloud',
          'ja wick server-2.0',
          'ja wick server-1.0',
          'ja care/clean server-2.0',
          'ja care/clean server-1.0',
        ],
      },
    ]);
    expect(affected.around).toEqual([]);
  });
});

describe('a title', () => {
  test('is told with the number of pages that show it', async () => {
    const affected = await edit('content/wick.md', (text) => text.replace('Trim the wick', 'Cut the wick'));
    expect(affected.titles.map(({ before, page }) => [before, page.title, page.language])).toEqual([
      ['Trim the wick', 'Cut the wick', 'en'],
      ['Trim the wick', 'Cut the wick', 'en'],
      ['Trim the wick', 'Cut the wick', 'en'],
    ]);
    for (const { shownOn } of affected.titles) expect(shownOn).toBeGreaterThan(1);
    // By AUTOTITLE; the Japanese pages have a title of their own.
    expect(names(affected.changed)).toContain('en oil cloud');
    expect(names(affected.changed).filter((name) => name.startsWith('ja wick'))).toEqual([]);
    expect(names(affected.around)).toContain('en  cloud');
  });

  test('may come from a variable', async () => {
    const affected = await edit('data/variables/lamp.yml', () => 'name: Ray\n');
    expect(affected.titles.map(({ page }) => page.title)).toContain('Oil for Ray');
  });
});

describe('errors and warnings', () => {
  const file = 'content/wick.md';
  const link = '\n[Nothing](/nowhere)\n';
  const told = ({ problems }: Affected) =>
    [problems.brought, problems.mended].map((found) =>
      found.map(({ code, place, versions }) => `${code} ${place.line} ${versions.join(' ')}`),
    );

  test('are told where an edit brings or mends them, whether some pages are looked at or all', async () => {
    const broken = applyEdits(LAMPS, [{ file, text: `${LAMPS[file]}${link}` }]);
    const everywhere = [['links/broken 13 cloud server-2.0 server-1.0'], []];
    expect(told(await compareTexts(LAMPS, broken))).toEqual(everywhere);
    expect(told(await compareTexts(broken, LAMPS))).toEqual(everywhere.toReversed());
    const away = applyEdits(broken, [{ file: 'content/extra.md', text: undefined }]);
    const retitled = applyEdits(away, [{ file, text: (away[file] ?? '').replace('Trim', 'Cut') }]);
    expect(told(await compareTexts(LAMPS, retitled))).toEqual(everywhere);
    expect(told(await compareTexts(LAMPS, retitled, { renderMarkdown: undefined }))).toEqual(everywhere);
  });

  test('that were there are no news where lines come before them, but in more versions they are', async () => {
    const some = `${LAMPS[file]}\n{% ifversion cloud %}${link}{% endif %}\n`;
    const before = applyEdits(LAMPS, [{ file, text: some }]);
    const moved = some.replace('First words.', 'First words.\n\nMore.');
    expect(told(await compareTexts(before, applyEdits(LAMPS, [{ file, text: moved }])))).toEqual([[], []]);
    const wider = some.replace('ifversion cloud', 'ifversion cloud or server > 1.0');
    const affected = await compareTexts(before, applyEdits(LAMPS, [{ file, text: wider }]));
    expect(told(affected)).toEqual([['links/broken 14 server-2.0'], []]);
  });
});

describe('pages', () => {
  const moved = `---\ntitle: Trim the wick\nintro: With scissors.\nversions: { cloud: '*', server: '*' }\nredirect_from: /wick\n---\n\nFirst words.\n`;

  test('that have another address are moved where the old one leads there, else gone and come', async () => {
    const home = (LAMPS['content/index.md'] ?? '').replace('/wick', '/trim');
    const away = [
      { file: 'content/wick.md', text: undefined },
      { file: 'translations/ja-JP/content/wick.md', text: undefined },
      { file: 'content/index.md', text: home },
    ];
    const led = await compareTexts(
      LAMPS,
      applyEdits(LAMPS, [...away, { file: 'content/trim.md', text: moved }]),
    );
    expect(
      led.moved.filter(({ to }) => to.language === 'en').map(({ from, to }) => `${from.href} ${to.href}`),
    ).toEqual([
      '/en/wick/ /en/trim/',
      '/en/server@2.0/wick/ /en/server@2.0/trim/',
      '/en/server@1.0/wick/ /en/server@1.0/trim/',
    ]);
    expect(led.added).toEqual([]);
    const lost = { file: 'content/trim.md', text: moved.replace('redirect_from: /wick\n', '') };
    const gone = await compareTexts(LAMPS, applyEdits(LAMPS, [...away, lost]));
    expect(gone.moved).toEqual([]);
    expect(names(gone.removed)).toContain('en wick cloud');
    expect(names(gone.added)).toContain('en trim cloud');
  });

  test('that an error keeps from being published are told apart from those that were taken away', async () => {
    const affected = await edit('content/wick.md', (text) => `${text}\n{% ifversion server %}unclosed\n`);
    expect(names(affected.broken)).toContain('en wick cloud');
    expect(affected.broken).toEqual(affected.removed);
    const away = await compareTexts(
      LAMPS,
      applyEdits(LAMPS, [
        { file: 'content/wick.md', text: undefined },
        { file: 'content/index.md', text: (LAMPS['content/index.md'] ?? '').replace('/wick, ', '') },
      ]),
    );
    expect(names(away.removed)).toContain('en wick cloud');
    expect(away.broken).toEqual([]);
  });

  test('come and go with a feature', async () => {
    const file = 'content/care/clean.md';
    const own = applyEdits(LAMPS, [
      {
        file,
        text: (LAMPS[file] ?? '').replace(
          "versions: { cloud: '*', server: '*' }",
          'versions: { feature: burner }',
        ),
      },
    ]);
    const wider = applyEdits(own, [
      { file: 'data/features/burner.yml', text: "versions: { server: '*' }\n" },
    ]);
    const affected = await compareTexts(own, wider);
    expect(names(affected.added)).toEqual(['en care/clean server-1.0', 'ja care/clean server-1.0']);
    expect(names(affected.around)).toContain('en care server-1.0');
  });

  test('differ where a picture has another content, though no text does', async () => {
    const texts = { ...LAMPS, 'content/wick.md': `${LAMPS['content/wick.md']}\n![Wick](/assets/wick.png)\n` };
    const states = ['1', '2'].map((hash) =>
      openTexts(texts, setup, {
        assets: new Set(['assets/wick.png']),
        images: new Map([['assets/wick.png', { output: `assets/wick.${hash}.png`, size: undefined }]]),
      }),
    );
    const [before, after] = states;
    if (before === undefined || after === undefined) throw new Error('There are two states.');
    const affected = await findAffected(before, after, { theme, isSameSetup: true });
    expect(names(affected.changed)).toContain('en wick server-1.0');
    expect(affected.files).toEqual([{ file: 'assets/wick.png', kind: 'changed' }]);
    expect(affected.changes[0]?.lines[1]).toEqual({ kind: 'added', text: '![Wick](/assets/wick.2.png)' });
  });

  test('of another site file are compared as a whole', async () => {
    const other = readTestSetup(SITE.replace("['2.0', '1.0']", "['3.0', '2.0']"));
    const affected = await findAffected(openTexts(LAMPS), openTexts(LAMPS, other), {
      theme,
      isSameSetup: false,
    });
    expect(new Set(affected.removed.map(({ version }) => version))).toEqual(new Set(['server-1.0']));
    expect(new Set(affected.added.map(({ version }) => version))).toEqual(new Set(['server-3.0']));
    expect(names(affected.around)).toContain('ja wick cloud');
  });

  test('say nothing of links whose version has another address now', async () => {
    const site = SITE.replace(', default: true', '').replace(
      "releases: ['2.0'",
      "default: true, releases: ['2.0'",
    );
    const older = readTestSetup(site.replace("'2.0', ", '').replace(/, dates: .*(?= \}$)/m, ''));
    const affected = await findAffected(openTexts(LAMPS, older), openTexts(LAMPS, readTestSetup(site)), {
      theme,
      isSameSetup: false,
    });
    const oil = affected.around.find(({ path, version }) => path === 'oil' && version === 'server-1.0');
    expect(oil?.href).toBe('/en/server@1.0/oil/');
    expect(affected.changes).toEqual([]);
    expect(new Set(affected.added.map(({ version }) => version))).toEqual(new Set(['server-2.0']));
  });
});

const setup = readTestSetup();
const { SITE_FILE: SITE } = await import('../workspace/random-site.ts');

test('every page that differs is named, and no other', { timeout: 600_000 }, async () => {
  let parts = 0;
  await fc.assert(
    fc.asyncProperty(
      randomSite,
      fc.array(randomEdit, { minLength: 1, maxLength: 2 }),
      async (texts, edits) => {
        const now = applyEdits(texts, edits);
        const affected = await compareTexts(texts, now);
        const named = [...listDifferingPages(affected), ...affected.around, ...affected.unseen].map(
          ({ href }) => href,
        );
        expect(new Set(named).size).toBe(named.length);
        expect(new Set([...named, ...affected.moved.map(({ from }) => from.href)])).toEqual(
          new Set(await listDiffering(texts, now)),
        );
        if (affected.around.length === 0 && named.length > 0) parts += 1;
      },
    ),
    { numRuns: 8 },
  );
  expect(parts).toBeGreaterThan(0);
});

test.each([
  ['content/wick.md', { title: 'Cut the wick', intro: 'With scissors.' }, 'content/care/clean.md'],
  ['content/care/clean.md', { title: 'Polish & wipe' }, 'content/care/clean.md'],
  ['content/care/index.md', { title: 'Care & repair' }, 'content/oil.md'],
  ['translations/ja-JP/content/wick.md', { title: '芯を整える' }, 'content/oil.md'],
])('words of %s: an outline of another state tells what two whole sites tell', async (file, words, other) => {
  const now = applyEdits(LAMPS, [replaceWords(LAMPS, file, words)]);
  const known = applyEdits(LAMPS, [replaceWords(LAMPS, other, { title: 'Other words' })]);
  const differing = new Set([file, other]);
  const find = async () => {
    const outline = outlineSite(await openTexts(known).site(), undefined);
    return { outline, changed: differing, heads: differing };
  };
  const { isWhole, ...found } = await compareTexts(LAMPS, now, { outlines: { find, keep: async () => {} } });
  const { isWhole: _, ...told } = await compareTexts(LAMPS, now, { renderMarkdown: undefined });
  expect(found).toEqual(told);
  expect(found.around.length).toBeGreaterThan(0);
  expect(isWhole).toBe(false);
});

/** Addresses of pages whose files differ, or are in one of two whole sites. */
async function listDiffering(before: typeof LAMPS, after: typeof LAMPS): Promise<readonly string[]> {
  const [older, newer] = await Promise.all(
    [before, after].map(async (texts) => {
      const site = await openTexts(texts).site();
      const files = new Map(listFiles(site, theme).map((file) => [file.output, file]));
      return new Map(site.pages.map(({ href, output }) => [href, files.get(output)?.render()]));
    }),
  );
  const all = new Set([...(older?.keys() ?? []), ...(newer?.keys() ?? [])]);
  return [...all].filter((href) => older?.get(href) !== newer?.get(href));
}
