import { describe, expect, it } from 'vitest';
import {
  formatXliff,
  type ImportedFile,
  importUnits,
  isOpen,
  listUnits,
  pairFiles,
  parseXliff,
} from '../../src/exchange/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { listTranslationPairs } from '../../src/queries/index.ts';
import type { History } from '../../src/sources/index.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/index.ts';
import { fc } from '../property.ts';
import { openSource, page } from '../queries/open-source.ts';

const none: History = { kind: 'none', reason: '/site is not in a git repository.' };

/** Git where one article was touched when its source was this. */
function touched(name: string, older: string): History {
  const path = `translations/ja/content/${name}.md`;
  return {
    kind: 'git',
    touches: new Map([[path, { commit: 'c', date: '2021-10-01', path, isOldestKnown: false }]]),
    changed: new Set(),
    isShallow: false,
    readTexts: async () => [older],
  };
}

function open(files: Readonly<Record<string, string>>): Workspace {
  const site = openSource(files);
  return openWorkspace(site, { value: site.files, diagnostics: [] }, { renderMarkdown: renderMarkdownHere });
}

/** The document of all units, or of those that are left to do. */
async function exportSite(
  files: Readonly<Record<string, string>>,
  history = none,
  isStale = false,
  wanted?: ReadonlySet<string>,
): Promise<string> {
  const workspace = open(files);
  const paired = await pairFiles(listTranslationPairs(workspace).pairs, workspace, history);
  const units = listUnits(paired, wanted);
  const head = { source: 'en', target: 'ja', version: '2.1' } as const;
  return formatXliff(isStale ? units.filter(isOpen) : units, head);
}

async function importSite(files: Readonly<Record<string, string>>, text: string, history = none) {
  const workspace = open(files);
  const parsed = parseXliff({ path: 'ja.xlf', text });
  if (parsed.value === undefined) throw new Error(parsed.diagnostics[0]?.message);
  return importUnits(
    await pairFiles(listTranslationPairs(workspace).pairs, workspace, history),
    parsed.value.units,
  );
}

const asFiles = (files: readonly ImportedFile[]) =>
  Object.fromEntries(files.map(({ file, after }) => [file, after]));

/** A document with targets in place of those that it has, by what the source says in words and ids: `Press <1>.` */
function translate(text: string, targets: Readonly<Record<string, string>>): string {
  return text.replace(/<source>(.*?)<\/source>(?:\s*<target>.*?<\/target>)?/gs, (whole, source: string) => {
    const name = source.replace(/<(?:ph|pc) id="(\d+)"[^>]*>/g, '<$1>').replaceAll('</pc>', '</>');
    const target = targets[name];
    if (target === undefined) return whole;
    const own = target
      .replace(
        /<(\d+)>/g,
        (_, id: string) => new RegExp(`<(?:ph|pc) id="${id}"[^>]*>`).exec(source)?.[0] ?? '',
      )
      .replaceAll('</>', '</pc>');
    return `<source>${source}</source><target>${own}</target>`;
  });
}

const BODY = [
  'Press `Start` and read [the log](/log) of {% data variables.product.name %}.',
  '',
  '## Warm the pot',
  '',
  '1. Pour the water.',
  '   ```sh',
  '   pour --slowly',
  '   ```',
  '',
  '| Tea | Minutes |',
  '| --- | --- |',
  '| Green | 2 |',
  '',
  '{% ifversion server %}',
  'Ask your keeper.',
  '{% endif %}',
].join('\n');
const SITE = {
  'content/brew.md': page('Brew tea', '*', BODY),
  'content/pour.md': page('Pour tea', '*', 'Ask your keeper.'),
  'data/variables/product.yml': 'name: Teapot\nnote: "Ask your keeper."\n',
};
const ALL = {
  Home: 'ホーム',
  'Brew tea': 'お茶を入れる',
  'Pour tea': 'お茶を注ぐ',
  'Press <1> and read <2>the log</> of <3>.': '<3>の<2>ログ</>を読み、<1>を押します。',
  'Warm the pot': 'ポットを温める',
  'Pour the water.': 'お湯を注ぎます。',
  'Tea <1> Minutes': 'お茶 <1> 分',
  'Green <1> 2': '緑茶 <1> 2',
  'Ask your keeper.': '管理人に聞いてください。',
  Teapot: 'ティーポット',
};

describe('export', () => {
  it('seals tags, code and addresses, leaves code blocks and conditions out, and says equal texts once', async () => {
    const text = await exportSite(SITE);
    await expect(text).toMatchFileSnapshot('fixtures/site.xlf');
    expect(text.match(/Ask your keeper/g)).toHaveLength(1);
  });

  it('marks what is translated, and gives only what is left where that is asked for', async () => {
    const files = {
      ...SITE,
      ...asFiles((await importSite(SITE, translate(await exportSite(SITE), ALL))).files),
    };
    expect(await exportSite(files)).not.toContain('state="initial"');
    expect(await exportSite(files, none, true)).not.toContain('<unit');
    const more = { ...files, 'content/pour.md': page('Pour tea', '*', 'Wait for it.\n\nAsk your keeper.') };
    const left = await exportSite(more, touched('pour', page('Pour tea', '*', 'Ask your keeper.')), true);
    expect([...left.matchAll(/<source>(.*)<\/source>/g)].map(([, source]) => source)).toEqual([
      'Wait for it.',
    ]);
  });

  it('says what a text was when it was translated', async () => {
    const files = {
      ...SITE,
      ...asFiles((await importSite(SITE, translate(await exportSite(SITE), ALL))).files),
    };
    const history = touched('pour', page('Pour tea', '*', 'Ask your keeper.'));
    const newer = { ...files, 'content/pour.md': page('Pour tea', '*', 'Ask your keeper at noon.') };
    const stale = await exportSite(newer, history, true);
    expect(stale).toContain('<note category="previous-source">Ask your keeper.</note>');
    expect(stale).toContain('<segment state="initial">');
    expect(stale).toContain('<target>管理人に聞いてください。</target>');
    // A note holds no elements, so what no XML may hold is named.
    const bell = touched('pour', page('Pour tea', '*', 'Ask your \u0007keeper.'));
    expect(await exportSite(newer, bell, true)).toContain('>Ask your &lt;U+0007&gt;keeper.</note>');
  });
});

describe('import', () => {
  it('writes new files as the source is laid out, and data with the translated keys alone', async () => {
    const { Teapot, ...most } = ALL;
    const { files, diagnostics, figures } = await importSite(SITE, translate(await exportSite(SITE), most));
    expect(diagnostics).toEqual([]);
    expect(figures).toEqual({ units: 9, changed: 9, refused: 0 });
    const written = asFiles(files);
    expect(written['translations/ja/content/brew.md']).toBe(
      page('お茶を入れる', '*', BODY)
        .replace(/Press.*/, '{% data variables.product.name %}の[ログ](/log)を読み、`Start`を押します。')
        .replace('Warm the pot', 'ポットを温める')
        .replace('Pour the water.', 'お湯を注ぎます。')
        .replace('Tea | Minutes', 'お茶 | 分')
        .replace('Green', '緑茶')
        .replace('Ask your keeper.', '管理人に聞いてください。'),
    );
    expect(written['translations/ja/data/variables/product.yml']).toBe('note: 管理人に聞いてください。\n');
    expect(Teapot).toBe('ティーポット');
  });

  it('changes nothing where nothing was changed, and only the words of what was', async () => {
    const first = {
      ...SITE,
      ...asFiles((await importSite(SITE, translate(await exportSite(SITE), ALL))).files),
    };
    const own = 'translations/ja/content/brew.md';
    const files = {
      ...first,
      [own]: first[own as keyof typeof first].replace('## ', '##  ').replace('2 |\n', '2 |   \n'),
    };
    const text = await exportSite(files);
    expect((await importSite(files, text)).files).toEqual([]);
    const edited = await importSite(files, translate(text, { 'Warm the pot': 'ポットを予熱する' }));
    expect(asFiles(edited.files)).toEqual({
      [own]: files[own as keyof typeof files].replace('ポットを温める', 'ポットを予熱する'),
    });
  });

  it('leaves a wording alone that one file has for itself', async () => {
    const first = {
      ...SITE,
      ...asFiles((await importSite(SITE, translate(await exportSite(SITE), ALL))).files),
    };
    const own = 'translations/ja/content/pour.md';
    const files = {
      ...first,
      [own]: first[own as keyof typeof first].replace('管理人に聞いて', '担当者に聞いて'),
    };
    const text = await exportSite(files);
    expect(text.match(/<source>Ask your keeper/g)).toHaveLength(2);
    expect((await importSite(files, text)).files).toEqual([]);
    // A part of the site calls its units as the whole does, so that other files keep their words.
    const part = await exportSite(files, none, false, new Set(['content/pour.md']));
    expect(part.match(/<source>Ask your keeper/g)).toHaveLength(1);
    expect((await importSite(files, part)).files).toEqual([]);
    const back = await importSite(files, part.replace('担当者に聞いて', '係に聞いて'));
    expect(back.files.map(({ file }) => file)).toEqual([own]);
  });

  it.each([
    ['lost', 'を読みます。', "The target has lost '`Start`', '[', '](/log)' and 1 more."],
    ['doubled', '<1><1><2>ログ</><3>', "The target has '`Start`' once too often."],
    ['typed', '<1><2>ログ</><3> `x`', "The target has '`x`', which the source lacks."],
    ['Liquid', '<1><2>ログ</><3> {{ x }}', "The target has '{{ x }}', which the source lacks."],
    ['HTML', '<1><2>ログ</><3> &lt;b>', "The target has '<b>', which the source lacks."],
    ['spoiled', '`<1><2>ログ</><3>', "With the words around it, '`Start`' of the source no longer works."],
    ['a mark', '# <1><2>ログ</><3>', 'The target would become more than one block'],
    ['empty', '   ', "The target has lost '`Start`', '[', '](/log)' and 1 more."],
  ])('refuses a target with something %s, says where, and takes the rest', async (_, target, message) => {
    const text = translate(await exportSite(SITE), {
      'Press <1> and read <2>the log</> of <3>.': target,
      'Warm the pot': 'ポットを温める',
    });
    const { files, diagnostics, figures } = await importSite(SITE, text);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'exchange/refused-unit', message: expect.stringContaining(message) }),
    ]);
    const lines = text.split('\n');
    const line = lines.findIndex((each) => each.includes('content/brew.md#5'));
    const [, id] = /<unit id="([^"]+)"/.exec(lines[line] ?? '') ?? [];
    expect(diagnostics[0]?.message).toContain(`(unit '${id}')`);
    expect(diagnostics[0]?.place).toEqual({ file: 'ja.xlf', line: line + 1, column: 5 });
    expect(figures.refused).toBe(1);
    expect(asFiles(files)['translations/ja/content/brew.md']).toContain('## ポットを温める');
    expect(asFiles(files)['translations/ja/content/brew.md']).toContain('Press `Start`');
  });

  it('exports the words of an API, and lays a translation without an entry of a list out as the source', async () => {
    const source = `openapi: 3.0.3
info: { title: Kettle API, description: For kettles. }
paths:
  /boil:
    get:
      operationId: boil
      summary: Boil water
      parameters:
        - { name: heat, in: query, description: How hot. }
        - { $ref: '#/components/parameters/cup' }
        - { name: lid, in: query, description: Open or shut. }
`;
    const older = `paths:
  /boil:
    get:
      parameters:
        - '#/components/parameters/cup'
`;
    const files = { 'data/rest/cloud.yaml': source, 'translations/ja/data/rest/cloud.yaml': older };
    const text = await exportSite(files);
    const sources = [...text.matchAll(/<source>(.*?)<\/source>/g)].map(([, words]) => words);
    expect(sources).toEqual(['Home', 'For kettles.', 'Boil water', 'How hot.', 'Open or shut.']);
    const { files: written, diagnostics } = await importSite(
      files,
      translate(text, { 'Boil water': '湯を沸かす', 'Open or shut.': '開閉。' }),
    );
    expect(diagnostics).toEqual([]);
    expect(asFiles(written)).toEqual({
      'translations/ja/data/rest/cloud.yaml': source
        .replace('Boil water', '湯を沸かす')
        .replace('Open or shut.', '開閉。'),
    });
  });

  it('takes what tools make of a unit: segments, annotations, prefixes, no original data', async () => {
    const text = (await exportSite(SITE))
      .replace(/<originalData>.*?<\/originalData>/gs, '')
      .replace(/ dataRef(?:Start|End)?="[^"]*"/g, '')
      .replace(
        /<segment[^>]*>\s*<source>Ask your keeper\.<\/source>\s*<\/segment>/,
        '<segment><source>Ask </source><target><mrk id="m1" type="term">管理人</mrk>に</target></segment>' +
          '<ignorable><source> </source></ignorable>' +
          '<segment><source>your keeper.</source><target>聞く。</target></segment>',
      )
      .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    const { files } = await importSite(SITE, text);
    expect(asFiles(files)['translations/ja/content/pour.md']).toContain('\n管理人に 聞く。\n');
  });

  it('takes the lines out into which a tool lays a target out', async () => {
    const text = translate(await exportSite(SITE), {
      'Press <1> and read <2>the log</> of <3>.':
        '\n  まず\n  <1>\n  を、次に\n  <2>ログ</>\n  <3>\n  を\n  見ます。\n',
    });
    const { files, diagnostics } = await importSite(SITE, text);
    expect(diagnostics).toEqual([]);
    expect(asFiles(files)['translations/ja/content/brew.md']).toContain(
      '\nまず `Start` を、次に [ログ](/log) {% data variables.product.name %}を 見ます。\n',
    );
  });

  it('takes such lines for nothing new where the words are the same', async () => {
    const { files: first } = await importSite(SITE, translate(await exportSite(SITE), ALL));
    const files = { ...SITE, ...asFiles(first) };
    const text = (await exportSite(files)).replace(
      /<target>(.*?)<\/target>/gs,
      (_, target: string) =>
        `<target>\n  ${target.replaceAll('<p', '\n  <p').replaceAll('/>', '/>\n  ')}\n</target>`,
    );
    expect(await importSite(files, text)).toMatchObject({ files: [], diagnostics: [] });
  });

  it('lays a translation out as its source where blocks are missing, and says what is lost', async () => {
    const files = {
      ...SITE,
      'translations/ja/content/brew.md': page(
        'お茶',
        '*',
        '余分な段落です。\n\n## ポット\n\n`x` を読みます。',
      ),
    };
    const text = translate(await exportSite(files), { 'Pour the water.': 'お湯を注ぎます。' });
    const { files: written, diagnostics } = await importSite(files, text);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'exchange/laid-out-anew',
        place: { file: 'translations/ja/content/brew.md', line: 5, column: 1 },
      }),
    ]);
    const [{ after = '' } = {}] = written;
    expect(after).toContain('title: お茶');
    expect(after).toContain('1. お湯を注ぎます。');
    expect(after).toContain('## Warm the pot');
  });

  it('leaves words alone that came while the file was away', async () => {
    const away = translate(await exportSite(SITE), { 'Warm the pot': 'ポットを予熱する' });
    const { files: first } = await importSite(SITE, translate(await exportSite(SITE), ALL));
    const { files, diagnostics } = await importSite({ ...SITE, ...asFiles(first) }, away);
    expect(files).toEqual([]);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'exchange/unknown-unit',
        message: expect.stringContaining('content/brew.md:7 has been translated differently'),
      }),
    ]);
  });

  it('says which units belong to no text any more', async () => {
    const text = translate(await exportSite(SITE), ALL);
    const { diagnostics } = await importSite(
      { ...SITE, 'content/brew.md': page('Brew tea', '*', 'Gone.') },
      text,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(5).fill('exchange/unknown-unit'));
  });
});

describe('a file that is no XLIFF 2', () => {
  it.each([
    ['<xliff', 'The file is not valid XML'],
    ['<x/>', 'The file is not an XLIFF 2 document.'],
    [
      '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
      'The file is not an XLIFF 2 document.',
    ],
  ])('%s is refused', (text, message) => {
    const { value, diagnostics } = parseXliff({ path: 'a.xlf', text });
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'exchange/not-xliff', message: expect.stringContaining(message) }),
    ]);
  });
});

it('gives back any text as it was', async () => {
  const piece = fc.constantFrom(
    'Tea',
    ' ',
    '`a`',
    '[',
    ']',
    '](/x)',
    '(',
    ')',
    '{% data a.b %}',
    '{{ x }}',
    '<b>',
    '&amp;',
    '&',
    '<',
    '|',
    '*',
    '\n',
    '！',
    '[!',
    'http://x.y',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 14 }), async (pieces) => {
      const files = { 'content/a.md': page('A', '*', `Word ${pieces.join('')} end`) };
      const text = await exportSite(files);
      const same = text.replace(/<source>(.*?)<\/source>/gs, '<source>$1</source><target>$1</target>');
      expect(await importSite(files, same)).toMatchObject({ files: [], diagnostics: [] });
      const changed = text.replace(/<source>(.*?)<\/source>/gs, '<source>$1</source><target>X$1</target>');
      const { files: written } = await importSite(files, changed);
      const after = asFiles(written)['translations/ja/content/a.md'];
      expect((after ?? files['content/a.md']).replaceAll('X', '')).toBe(files['content/a.md']);
      expect(after).toContain('title: XA');
    }),
  );
});
