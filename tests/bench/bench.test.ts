import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { build as bundle } from 'rolldown';
import { describe, expect, it, vi } from 'vitest';
import { addLanguage, addReleases, listLanguages } from '../../bench/copy-root.ts';
import { formatResults } from '../../bench/format-results.ts';
import { growRoot, rewriteArticle } from '../../bench/grow.ts';
import { parseStat } from '../../bench/processes.ts';
import { writePages } from '../../bench/rivals/write-pages.ts';
import { parseTimes, type Run, runCommand } from '../../bench/run-command.ts';
import { findMedian } from '../../bench/statistics.ts';
import { listFiles } from '../build/read-tree.ts';
import { buildForReport, repository } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

describe('a run of a command', () => {
  it('tells its wall time, its exit code, what it wrote, and its phases', async () => {
    const program = "console.error('reading'); console.log('out'); setTimeout(() => process.exit(3), 200)";
    const run = await runCommand({ line: [process.execPath, '-e', program] }, true);
    expect(run).toMatchObject({ status: 3, stdout: 'out\n', stderr: 'reading\n' });
    expect(run.phases.map(({ name }) => name)).toEqual(['starting', 'reading']);
    expect(run.wall).toBeGreaterThan(0.2);
    expect(run.phases.reduce((sum, { wall }) => sum + wall, 0)).toBeLessThanOrEqual(run.wall + 0.01);
  });

  it.runIf(process.platform !== 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'ends with the program, and with it all that it has started: %s',
    async (signal) => {
      const folder = createTemporaryFolder();
      const names = ['run-command', 'exit-on-signals'];
      const input = names.map((name) => join(repository, `bench/${name}.ts`));
      await bundle({ input, platform: 'node', output: { dir: folder, entryFileNames: '[name].mjs' } });
      const endless = "require('net').createServer().listen('socket')";
      const line = JSON.stringify(['sh', '-c', '"$@"; true', 'sh', process.execPath, '-e', endless]);
      writeFileSync(
        join(folder, 'program.mjs'),
        `import { runCommand } from './run-command.mjs';
import { exitOnSignals } from './exit-on-signals.mjs';
exitOnSignals();
await runCommand({ line: ${line} });`,
      );
      const program = spawn(process.execPath, ['program.mjs'], { cwd: folder, stdio: 'ignore' });
      const ended = once(program, 'exit');
      const socket = join(folder, 'socket');
      await vi.waitUntil(() => existsSync(socket), 10_000);
      // However it ends.
      const connection = connect(socket).on('error', () => {});
      await once(connection, 'connect');
      const cut = new Promise((resolve) => connection.once('close', resolve));
      program.kill(signal);
      expect(await ended).toEqual([signal === 'SIGINT' ? 130 : 143, null]);
      await cut;
    },
  );

  it('counts the CPU time of children', () => {
    expect(parseTimes('0m0.01s 0m0.02s\n1m2.50s 0m0.25s\n')).toBeCloseTo(62.75);
    expect(parseTimes('')).toBeUndefined();
  });

  it('finds parent and CPU time of a process with any name', () => {
    const line = `42 (a) b (c) S 7 1 1 0 -1 0 0 0 0 0 ${[10, 20, 30, 40].join(' ')} 20 0 1`;
    expect(parseStat(line)).toEqual({ pid: 42, parent: 7, ticks: 100 });
    expect(parseStat('')).toBeUndefined();
  });
});

it('adds a language whose articles are those of another, each with a text of its own', async () => {
  const root = join(createTemporaryFolder(), 'root');
  cpSync(join(repository, 'tests/sites/translations'), root, { recursive: true });
  const site = ['--root', root, '--out', `${root}-site`, '--no-cache', '--keep-going', '--no-search'];
  const count = async (lang: string) => (await buildForReport([...site, `--lang=${lang}`])).figures.pages;
  const pages = await count('ja');
  addLanguage(root, 'ja', 'zh');
  expect(listLanguages(root)).toEqual(['en', 'ja', 'zh']);
  expect(await count('zh')).toBe(pages);
  expect(readFileSync(join(root, 'translations/zh/content/light/wick.md'), 'utf8')).toMatch(/\nIn zh\.\n$/);
});

it('adds releases on top, and moves the coming one', () => {
  const root = createTemporaryFolder();
  mkdirSync(join(root, 'data'));
  cpSync(join(repository, 'tests/sites/versions/data/site.yml'), join(root, 'data/site.yml'));
  addReleases(root, 4);
  const site = readFileSync(join(root, 'data/site.yml'), 'utf8');
  expect(site).toMatch(
    /releases:\s*\[\s*"?'?3\.12'?"?,\s*"?'?3\.11'?"?,\s*"?'?3\.10'?"?,\s*"?'?3\.9'?"?\s*\]/,
  );
  expect(site).toMatch(/next: "?'?3\.13/);
});

it('grows a site: each copy has pages, links and old addresses of its own, and nothing is wrong that was right', async () => {
  const folder = createTemporaryFolder();
  const [root, grown] = ['root', 'grown'].map((name) => join(folder, name));
  for (const dir of [root, grown])
    cpSync(join(repository, 'tests/sites/smallest'), dir ?? '', { recursive: true });
  growRoot(grown ?? '', 3);
  const [before, after] = await Promise.all(
    [root, grown].map((dir) => buildForReport(['--root', dir ?? '', '--out', `${dir}-site`, '--no-cache'])),
  );
  const pagesOf = (report: typeof before) => Number(report?.figures.pages) - 1;
  expect(pagesOf(after)).toBe(3 * pagesOf(before));
  expect(after?.diagnostics).toEqual(before?.diagnostics);
});

it('renames what leads into a product, and moves old addresses that lie outside', () => {
  const text = [
    '---',
    'redirect_from:',
    '  - /tea/old',
    '  - /articles/tea',
    'children:',
    '  - /green',
    '---',
    '',
    'See [green](/tea/green), [pots](/teapots/x), [other](https://example.com/tea).',
  ].join('\n');
  expect(rewriteArticle(text, ['tea'], 2)).toBe(
    `${text
      .replace('- /tea/old', '- /tea-copy-2/old')
      .replace('/articles/tea', '/old-copy-2/articles/tea')
      .replace('(/tea/green)', '(/tea-copy-2/green)')}\n\nCopy 2.\n`,
  );
});

it('gives other generators the pages as plain Markdown with a title', () => {
  const root = createTemporaryFolder();
  const site = join(root, 'site');
  mkdirSync(join(site, 'en/tea/green'), { recursive: true });
  writeFileSync(join(site, 'en/tea.md'), '# Tea: "all"\n\nText.\n');
  writeFileSync(join(site, 'en/tea/index.md'), '# Tea: "all"\n\nText.\n');
  writeFileSync(join(site, 'en/tea/green.md'), '# Green\n\n```sh{:copy}\nboil {{< x >}} {{ y }}\n```\n');
  expect(writePages(site, join(root, 'pages'), '_index.md')).toBe(2);
  expect(listFiles(join(root, 'pages'))).toEqual(['en/tea/_index.md', 'en/tea/green.md']);
  expect(readFileSync(join(root, 'pages/en/tea/_index.md'), 'utf8')).toBe(
    '---\ntitle: "Tea: \\"all\\""\n---\n\nText.\n',
  );
  expect(readFileSync(join(root, 'pages/en/tea/green.md'), 'utf8')).toContain(
    '```sh\nboil { {< x >}} {{ y }}\n```',
  );
});

describe('the results', () => {
  const run = (wall: number): Run => ({
    status: 0,
    wall,
    cpu: wall * 2,
    memory: 100 * 1024 ** 2,
    phases: [],
    stdout: '',
    stderr: '',
  });

  it('hold medians and the median of the ratios of each round', () => {
    const other = { row: { name: 'Other' }, runs: [10, 20, 30].map(run), watched: run(1) };
    const row = { name: 'cold', target: { kind: 'ratio', by: 'wall', of: 'Other', atMost: 1 } } as const;
    const own = { row, runs: [5, 5, 30].map(run), watched: run(1) };
    expect(formatResults([other, own], 3, ['a machine'])).toContain(
      '| cold | 5.0 | 5.0 – 30.0 | 10.0 | **0.50** | ≤ 1 × Other | 100 |',
    );
  });

  it('compare CPU time where that is what was promised, and hold other promises beside their figures', () => {
    const other = { row: { name: 'Other' }, runs: [10, 20].map(run), watched: run(1) };
    const target = { kind: 'ratio', by: 'cpu', of: 'Other', atMost: 1.4 } as const;
    const row = { name: 'ja', target, cpuTarget: 12, memoryTarget: 750 * 1024 ** 2 };
    const runs = [10, 20].map((wall) => ({ ...run(wall), cpu: wall }));
    expect(formatResults([other, { row, runs, watched: run(1) }], 2, [])).toContain(
      '| ja | 15.0 | 10.0 – 20.0 | 15.0 (target 12) | **0.50** | ≤ 1.4 × CPU of Other | 100 (target 750) |',
    );
  });

  it('count one phase of a command alone where that is asked for', () => {
    const phases = [3, 2].map((wall, at) => ({
      name: at === 0 ? 'composing' : 'indexing',
      wall,
      cpu: undefined,
      memory: (at + 1) * 50 * 1024 ** 2,
    }));
    const runs = [{ ...run(5), phases }];
    const watched = { ...run(5), phases };
    const target = { kind: 'ratio', by: 'wall', of: 'cold', atMost: 0.35 } as const;
    const index = { row: { name: 'index', needs: 'cold', phase: 'indexing', target }, runs, watched };
    expect(formatResults([{ row: { name: 'cold' }, runs, watched }, index], 1, [])).toContain(
      '| index | 2.0 | 2.0 – 2.0 |  | **0.40** | ≤ 0.35 × cold | 100 |',
    );
  });

  it('take the middle of an even number as the mean of two', () => {
    expect([findMedian([3, 1, 2]), findMedian([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});
