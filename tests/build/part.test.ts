import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendTo, build, buildAnew, copySite, formatArgs, type Place, replaceIn } from './copy-site.ts';
import { createMemoryBuilder } from './memory-builder.ts';
import { listFiles, readTree } from './read-tree.ts';
import { buildForReport } from './run-decant.ts';

type Change = (place: Place) => void;

const append =
  (file: string, text: string): Change =>
  (place) =>
    appendTo(place, file, text);
const replace =
  (file: string, before: string, after: string): Change =>
  (place) =>
    replaceIn(place, file, before, after);

/**
 * Builds, changes, builds again, and holds the files of the site and all that is said against what a build makes that knows nothing.
 * All of it in memory. Returns for each change how many pages were rebuilt; undefined where all of them were.
 */
async function changeAndBuild(name: string, ...changes: readonly Change[]): Promise<readonly unknown[]> {
  const place = copySite(name);
  const build = createMemoryBuilder(place.root);
  await build();
  const rebuilt: unknown[] = [];
  for (const change of changes) {
    change(place);
    const built = await build();
    const expected = await createMemoryBuilder(place.root)();
    expect(built.files).toEqual(expected.files);
    expect(built.diagnostics).toEqual(expected.diagnostics);
    expect(built.figures).toEqual(expected.figures);
    rebuilt.push(built.rebuilt);
  }
  return rebuilt;
}

const light = (name: string) => `content/light/${name}.md`;
const lightJa = (name: string) => `translations/ja-JP/${light(name)}`;

describe('only the pages are rebuilt that a change goes into, and those that show it', () => {
  it.each<readonly [string, number, string, readonly Change[]]>([
    ['words of an article', 6, 'translations', [append(light('repair'), '\nOr weld it.\n')]],
    ['a heading', 6, 'translations', [append(light('repair'), '\n## With glue\n\nGlue it.\n')]],
    [
      'a heading of all languages',
      6,
      'translations',
      [
        append('translations/ja-JP/content/light/repair.md', '\n## 糊で直す\n\n糊を使います。\n'),
        append(light('repair'), '\n## With glue\n\nGlue it.\n'),
        replace(light('repair'), '## With glue', '### With paste'),
      ],
    ],
    ['a place for links', 6, 'translations', [append(light('repair'), '\n<a id="here"></a>\n')]],
    [
      'headings beside one that others lead to',
      6,
      'translations',
      [append(light('parts'), '\n## Where to buy\n\nIn the shop.\n')],
    ],
    [
      'a heading that others have led to since',
      6,
      'translations',
      [
        append(light('repair'), '\n## With glue\n\nGlue it.\n'),
        append(light('glass'), '\n[Glue](/light/repair#with-glue).\n'),
        append(light('repair'), '\n## With nails\n\nNail it.\n'),
      ],
    ],
    ['words of a translation', 6, 'translations', [append(lightJa('wick'), '\n芯を切ります。\n')]],
    ['a reusable', 6, 'translations', [append('data/reusables/wick.md', 'Not too short.')]],
    [
      'a reusable of a translation',
      6,
      'translations',
      [append('translations/ja-JP/data/reusables/oil.md', '油です。')],
    ],
    [
      'a reusable in two places of an article',
      4,
      'versions',
      [append('data/reusables/limits.md', '\nNone.\n')],
    ],
    [
      'two articles and a reusable',
      12,
      'translations',
      [
        (place) => {
          append(light('repair'), '\nOr weld it.\n')(place);
          append('data/reusables/wick.md', 'Not too short.')(place);
        },
      ],
    ],
    [
      'one thing after the other',
      6,
      'translations',
      [
        append(light('repair'), '\nOr weld it.\n'),
        append(light('glass'), '\nIt is hot.\n'),
        replace(light('repair'), 'Or weld it.', 'Or buy one.'),
      ],
    ],
    [
      'what is put back, and what began to use a reusable before',
      12,
      'translations',
      [
        append(light('repair'), '\nOr weld it.\n'),
        append(light('glass'), '\n{% data reusables.wick %}\n'),
        replace(light('repair'), '\nOr weld it.\n', ''),
        append('data/reusables/wick.md', 'Not too short.'),
      ],
    ],
    [
      'what is only put back',
      6,
      'translations',
      [append(light('repair'), '\nOr weld it.\n'), replace(light('repair'), '\nOr weld it.\n', '')],
    ],
    [
      'what only one version has',
      4,
      'versions',
      [append('content/ships/mooring.md', '\n{% ifversion server < 3.10 %}Mind the wall.{% endif %}\n')],
    ],
    [
      'a table, code, Japanese, raw HTML',
      6,
      'translations',
      [
        append(
          light('repair'),
          '\n| 道具 |\n| --- |\n| 槌 |\n\n```js\nlet a;\n```\n\n<kbd>あ</kbd>**「糊」**を\n',
        ),
      ],
    ],
    [
      'a reusable that an expression asks for',
      12,
      'translations',
      [
        append(light('glass'), '\n{% if site.data.reusables.wick contains "Not" %}Long.{% endif %}\n'),
        append('data/reusables/wick.md', 'Not too short.'),
      ],
    ],
    ['a link to an old address', 6, 'translations', [append(light('repair'), '\n[Start](/start).\n')]],
    [
      'a title, with all pages that show it',
      66,
      'translations',
      [replace(light('repair'), 'title: Repairing', 'title: Mending')],
    ],
    [
      'a title that is put back',
      66,
      'translations',
      [
        replace(light('repair'), 'title: Repairing', 'title: Mending'),
        append(light('glass'), '\nIt is hot.\n'),
        replace(light('repair'), 'title: Mending', 'title: Repairing'),
      ],
    ],
    [
      'a reusable in an intro, with all pages that show it',
      40,
      'changes',
      [
        (place) => {
          // Release notes are made of data: what shows on such a page has the whole site built.
          rmSync(join(place.root, 'content/tea/notes.md'));
          replace('content/tea/index.md', ', /notes', '')(place);
          replace(
            'content/tea/lids.md',
            'title: Lids',
            'title: Lids\nintro: "{% data reusables.lid %}"',
          )(place);
          writeTo(place, 'data/reusables/lid.md', 'What lies on a pot.\n');
        },
        append('data/reusables/lid.md', 'Or on a tin.\n'),
      ],
    ],
    ['the home page', 8, 'changes', [append('content/index.md', '\nWelcome.\n')]],
    [
      'a page about a change',
      8,
      'changes',
      [replace('content/tea/brewing.md', 'Close the lid.', 'Shut the lid.')],
    ],
  ])('%s', async (_, pages, site, changes) => {
    expect((await changeAndBuild(site, ...changes)).at(-1)).toBe(pages);
  });
});

describe('what shows in other pages or lists has the whole site built', () => {
  it.each<readonly [string, string, Change | readonly Change[]]>([
    [
      'more than words of frontmatter',
      'translations',
      replace(light('repair'), 'title: Repairing', 'redirect_from: /mending\ntitle: Mending'),
    ],
    [
      'a heading that others lead to',
      'translations',
      replace(light('parts'), '## [AUTOTITLE](/light/wick)', '## About [AUTOTITLE](/light/wick)'),
    ],
    [
      'a heading where others lead to one that is not there',
      'translations',
      append(light('colours'), '\n## Whys\n\nSo.\n'),
    ],
    [
      'that a release changes one article more',
      'changes',
      append('content/tea/storing.md', '{% ifversion sv > 3.1 %} Dry.{% endif %}'),
    ],
    ['an article that has moved', 'changes', append('content/tea/caddies.md', '\nDry.\n')],
    ['an article that breaks', 'versions', append('content/ships/tides.md', '\n{% ifversion server %}\n')],
    ['a new file', 'translations', (place) => writeTo(place, 'data/reusables/new.md', 'New.\n')],
    ['a value of YAML', 'versions', append('data/variables/product.yml', 'other: Other\n')],
  ])('%s', async (_, site, change) => {
    const changes = [change].flat();
    expect(await changeAndBuild(site, ...changes)).toEqual(changes.map(() => undefined));
  });
});

it('a search index is that of the whole site, with nothing left of the one before', async () => {
  const place = copySite('translations');
  await buildForReport(formatArgs(place));
  append(light('repair'), '\nA sentence about zebras.\n')(place);
  const { figures } = await buildForReport(formatArgs(place));
  expect(figures).toMatchObject({ search: { pages: expect.any(Number) } });
  expect(figures.anew).toBeGreaterThan(0);
  const part = readTree(place.out);
  await buildForReport([...formatArgs(place), '--no-cache']);
  expect(part).toEqual(readTree(place.out));
  expect((await buildForReport(formatArgs(place))).figures.unchanged).toBe(true);
});

describe('what is said', () => {
  it.each<readonly [string, string, readonly Change[]]>([
    [
      'names new mistakes and no old ones',
      'translations',
      [
        append(light('repair'), '\n[Gone](/light/gone) {% data reusables.gone %}\n'),
        replace(light('repair'), '[Gone](/light/gone)', ''),
        replace(light('repair'), '{% data reusables.gone %}', ''),
      ],
    ],
    [
      'names all that use a faulty reusable',
      'translations',
      [
        append('data/reusables/wick.md', '\nSee [gloves](/light/glovs).\n'),
        append(light('repair'), '\n{% data reusables.wick %}\n'),
        replace(light('first'), '{% data reusables.wick %}', ''),
      ],
    ],
    [
      'counts older forms by file',
      'translations',
      [
        append(light('repair'), '\n{{ site.data.variables.product.name }} {{ site.data.reusables.oil }}\n'),
        append('data/reusables/wick.md', '{{ site.data.variables.product.name }}'),
        replace('data/reusables/wick.md', '{{ site.data.variables.product.name }}', ''),
        replace(light('first'), '{% data reusables.wick %}', ''),
      ],
    ],
    [
      'counts repairs of translations',
      'translations',
      [
        append(lightJa('glass'), '\n{% データ variables.product.name %}\n{% data reusables.oil %}\n'),
        append('translations/ja-JP/data/reusables/oil.md', '{% データ variables.product.name %}'),
        replace(light('first'), '{% data reusables.oil %}', ''),
      ],
    ],
  ])('%s', async (_, site, changes) => {
    expect(await changeAndBuild(site, ...changes)).not.toContain(undefined);
  });
});

it('what is told by file counts the texts that are read, whoever asks for them', async () => {
  const older = '{{ site.data.variables.product.name }}\n';
  const ja = 'translations/ja-JP/';
  const damaged = '{% データ variables.product.name %}';
  const files = {
    'data/learning-tracks/light.yml':
      'start:\n  title: "{% data reusables.of-track %}"\n  guides: [/light/repair]\n',
    'data/reusables/of-track.md': older,
    'data/reusables/original.md': older,
    'data/reusables/former.md': older,
    'data/reusables/a.b.md': 'One.\n',
    'data/reusables/a/b.md': 'Other.\n',
    [`${ja}data/reusables/original.md`]: '原文。\n',
    [`${ja}data/reusables/former.md`]: '元。\n',
  };
  const changes: readonly Change[] = [
    (place) => {
      for (const [file, text] of Object.entries(files)) writeTo(place, file, text);
      replaceIn(place, 'content/light/index.md', 'title:', 'learningTracks: [start]\ntitle:');
      replaceIn(place, light('parts'), '---\n', `---\nintro: "${older.trim()}"\n`);
      replaceIn(place, lightJa('parts'), '---\n', `---\nintro: "${damaged}"\n`);
      appendTo(place, lightJa('parts'), `\n${damaged}\n`);
      appendTo(place, light('repair'), '\n{% link_with_intro /light/parts %}\n');
      appendTo(
        place,
        lightJa('repair'),
        '\n{% link_with_intro /light/parts %} {% data reusables.original %} {% data reusables.former %}\n',
      );
      appendTo(place, light('wick'), '\n{% data reusables.original %} {% data reusables.a.b %}\n');
      appendTo(place, light('glass'), '\n{% data reusables.former %} {% data reusables.of-track %}\n');
    },
    (place) => {
      appendTo(place, light('repair'), '\nOr weld it.\n');
      replaceIn(place, light('glass'), '{% data reusables.former %} {% data reusables.of-track %}', '');
    },
    // Of two files with one name the other one counts.
    append('data/reusables/a.b.md', 'Two.\n'),
    append('data/reusables/of-track.md', 'Day.\n'),
  ];
  expect(await changeAndBuild('translations', ...changes)).toEqual([undefined, 12, undefined, undefined]);
});

it('what is told of a file of YAML is found anew where somebody begins or ceases to read it', async () => {
  const use = '{% data variables.product.older %}';
  const changes: readonly Change[] = [
    (place) => {
      appendTo(place, 'data/variables/product.yml', "older: '{{ site.data.variables.product.name }}'\n");
      appendTo(place, light('repair'), `\n${use}\n`);
    },
    append(light('repair'), '\nOr weld it.\n'),
    replace(light('repair'), use, ''),
    append(light('glass'), `\n${use}\n`),
    append(light('wick'), `\n${use}\n`),
  ];
  expect(await changeAndBuild('translations', ...changes)).toEqual([
    undefined,
    6,
    undefined,
    undefined,
    undefined,
  ]);
});

it('an article that shows release notes is built with them, even if its own body has all their headings', async () => {
  const headings = [
    '## Hive 2.1.1',
    '### Bug fixes',
    '## Hive 2.1.0',
    '### Features',
    '#### Frames',
    '### Bug fixes',
  ];
  const changes: readonly Change[] = [
    append(
      'content/bees/notes.md',
      `\n{% ifversion hive = 2.1 %}\n\n${headings.join('\n\n')}\n\n{% endif %}\n`,
    ),
  ];
  expect(await changeAndBuild('landings', ...changes)).toEqual([undefined]);
});

it('days of git are those of the last commit, and of a text that is not committed yet', async () => {
  const changes: readonly Change[] = [
    (place) => {
      appendTo(place, 'data/site.yml', '\nlastUpdated: git\n');
      git(place, '2021-01-02', 'init', '--quiet');
      commitAll(place, '2021-01-02');
    },
    append(light('repair'), '\nOr weld it.\n'),
    (place) => commitAll(place, '2021-02-03'),
    append('data/reusables/wick.md', 'Not too short.'),
    (place) => {
      appendTo(place, light('glass'), '\nIt is hot.\n');
      commitAll(place, '2021-02-03');
    },
  ];
  // A commit alone changes days, of which only the whole is made.
  expect(await changeAndBuild('translations', ...changes)).toEqual([undefined, 6, undefined, 6, undefined]);
});

it('a text that is a link to another source changes with what it leads to', async () => {
  const link = (place: Place, file: string, target: string) => {
    const path = join(place.root, file);
    mkdirSync(dirname(join(place.root, target)), { recursive: true });
    renameSync(path, join(place.root, target));
    symlinkSync(relative(dirname(path), join(place.root, target)), path);
  };
  const changes: readonly Change[] = [
    (place) => {
      link(place, light('repair'), 'translations/shared/repair.md');
      link(place, 'data/reusables/wick.md', 'translations/shared/wick.md');
      symlinkSync('repair.md', join(place.root, light('mending')));
      replaceIn(place, 'content/light/index.md', 'children:\n', 'children:\n  - /mending\n');
    },
    append('translations/shared/repair.md', '\nOr weld it.\n'),
    append('translations/shared/wick.md', 'Not too short.'),
    // The same text from elsewhere.
    (place) => link(place, light('glass'), 'translations/shared/glass.md'),
    append('translations/shared/repair.md', '\n## New\n'),
    (place) => rmSync(join(place.root, 'translations/shared/repair.md')),
  ];
  const [first, ...others] = await changeAndBuild('translations', ...changes);
  expect(first).toBeUndefined();
  expect(others).toEqual([12, 6, undefined, 12, undefined]);
});

it('of a site with more articles, also when many of them change at once', async () => {
  const names = Array.from({ length: 14 }, (_, at) => `lamp-${at}`);
  const use = '{% data reusables.wick %}\n';
  const changes: readonly Change[] = [
    (place) => {
      for (const name of names)
        writeTo(place, light(name), `---\ntitle: ${name}\nversions: '*'\n---\n\n${use}`);
      const children = names.map((name) => `  - /${name}\n`).join('');
      replaceIn(place, 'content/light/index.md', 'children:\n', `children:\n${children}`);
    },
    append(light('lamp-1'), '\nBroken: [nowhere](/light/nowhere).\n'),
    append('data/reusables/wick.md', 'Not too short.'),
    append(light('lamp-2'), '\nSee [AUTOTITLE](/light/lamp-1).\n'),
    replace(light('lamp-1'), 'Broken: [nowhere](/light/nowhere).', ''),
  ];
  const [added, ...others] = await changeAndBuild('translations', ...changes);
  expect(added).toBeUndefined();
  const few = others[0];
  expect(others).toEqual([few, expect.any(Number), few, few]);
  expect(others[1]).toBeGreaterThan(13 * Number(few));
});

it('the command rebuilds a part of a site, and then finds nothing to do', async () => {
  const place = copySite('translations');
  await build(place, '--keep-going');
  append(light('repair'), '\nOr weld it.\n')(place);
  const report = await build(place, '--keep-going');
  const expected = await buildAnew(place, '--keep-going');
  expect(report.figures.anew).toBe(6);
  expect(readTree(place.out)).toEqual(expected.tree);
  expect(report.diagnostics).toEqual(expected.diagnostics);
  expect(report.status).toBe(expected.status);
  expect((await build(place, '--keep-going')).figures).toMatchObject({ unchanged: true });
});

it.each([
  { options: [], codes: [0, 0, 1, 0, 0] },
  { options: ['--strict'], codes: [0, 1, 1, 1, 0] },
])(
  'the exit code of a part is that of the whole, as mistakes come and go: $options',
  async ({ options, codes }) => {
    const place = copySite('smallest');
    await build(place, '--keep-going', ...options);
    const changes: readonly Change[] = [
      append('content/tea/green.md', '\nHot.\n'),
      append('content/tea/green.md', '\n[Gone](/tea/gone)\n'),
      append('content/tea/green.md', '\n{% data reusables.gone %}\n'),
      replace('content/tea/green.md', '{% data reusables.gone %}', ''),
      replace('content/tea/green.md', '[Gone](/tea/gone)', ''),
    ];
    const found: number[] = [];
    for (const change of changes) {
      change(place);
      const report = await build(place, '--keep-going', ...options);
      expect(report.figures.anew).toBe(1);
      expect(report.status).toBe((await buildAnew(place, '--keep-going', ...options)).status);
      found.push(report.status);
    }
    expect(found).toEqual(codes);
  },
);

it('an error keeps the last site in its place, and the next build finds it there', async () => {
  const place = copySite('smallest');
  await build(place);
  const last = readTree(place.out);
  append('content/tea/green.md', '\n{% data reusables.gone %}\n')(place);
  const failed = await build(place);
  expect(failed).toMatchObject({ status: 1, figures: { published: null } });
  expect(readTree(place.out)).toEqual(last);
  replace('content/tea/green.md', '{% data reusables.gone %}', 'Hot.')(place);
  const { figures } = await build(place);
  expect(figures.anew).toBeGreaterThan(0);
  expect(readTree(place.out)).toEqual((await buildAnew(place)).tree);
});

it('pages that somebody touched are put right by a build of the whole', async () => {
  const place = copySite('translations');
  await build(place, '--keep-going');
  appendTo({ ...place, root: place.out }, 'en/index.html', ' ');
  append(light('repair'), '\nOr weld it.\n')(place);
  expect((await build(place, '--keep-going')).figures.anew).toBeUndefined();
  expect(readTree(place.out)).toEqual((await buildAnew(place, '--keep-going')).tree);
});

it('what is kept of a site counts only as it was written', async () => {
  const place = copySite('translations');
  await build(place, '--keep-going');
  const [largest = ''] = listFiles(place.cache).toSorted(
    (one, other) => sizeOf(place, other) - sizeOf(place, one),
  );
  appendTo({ ...place, root: place.cache }, largest, 'x');
  append(light('repair'), '\nOr weld it.\n')(place);
  expect((await build(place, '--keep-going')).figures.anew).toBeUndefined();
  expect(readTree(place.out)).toEqual((await buildAnew(place, '--keep-going')).tree);
});

function git({ root }: Place, day: string, ...words: readonly string[]): void {
  const date = `${day}T12:00:00Z`;
  const env = {
    ...process.env,
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@x',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@x',
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  execFileSync('git', ['-C', root, ...words], { env, stdio: 'pipe' });
}

function commitAll(place: Place, day: string): void {
  git(place, day, 'add', '.');
  git(place, day, 'commit', '--quiet', '-m', day);
}

function writeTo({ root }: Place, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function sizeOf({ cache }: Place, file: string): number {
  return statSync(join(cache, file)).size;
}
