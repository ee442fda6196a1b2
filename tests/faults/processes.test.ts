import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readTree } from '../build/read-tree.ts';
import { cli, repository, runDecant, runProgram } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

const KILLS = 200;
const BATCH = 8;

type Tree = ReadonlyMap<string, string>;

function createSite(folder = createTemporaryFolder()) {
  const [root, out, cache] = [join(folder, 'root'), join(folder, 'site'), join(folder, 'cache')];
  cpSync(join(repository, 'tests/sites/versions'), root, { recursive: true });
  // With pictures enough, publishing is a part of a build that a signal may hit.
  for (let at = 0; at < 300; at += 1) {
    mkdirSync(join(root, 'assets', String(at)), { recursive: true });
    writeFileSync(
      join(root, 'assets', String(at), 'plan.svg'),
      `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${at} --></svg>`,
    );
  }
  const args = ['build', '--root', root, '--out', out, '--cache', cache, '--no-search', '--quiet'];
  const edit = (text: string) =>
    writeFileSync(join(root, 'content/index.md'), `---\ntitle: Home\nversions: '*'\n---\n\n${text}\n`);
  return { folder, out, edit, start, build, buildHere };

  function start(): ChildProcess {
    return spawn(process.execPath, [cli, ...args, '--keep-going'], { cwd: repository, stdio: 'ignore' });
  }

  function build() {
    return runProgram(process.execPath, [cli, ...args, '--keep-going'], repository);
  }

  /** In this process, in a tenth of the time. */
  function buildHere() {
    return runDecant([...args, '--keep-going'], repository);
  }
}

const isSame = (one: Tree, other: Tree) =>
  one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);

describe.runIf(process.env.DECANT_FAULTS === 'all')('builds that are killed', () => {
  const seen = { last: 0, next: 0, none: 0 };
  const batches = Array.from({ length: KILLS / BATCH }, (_, at) => at * BATCH);

  // Each batch has a site and a limit of its own, so that a busy machine takes longer and fails none.
  test.each(batches)(
    `leave the last site or the next one, each of ${BATCH} from %i`,
    {
      timeout: BATCH * 450_000,
    },
    async () => {
      const site = createSite();
      const trees: Tree[] = [];
      let took = 0;
      for (const text of ['Ebb', 'Flow']) {
        site.edit(text);
        const begin = performance.now();
        await site.build();
        took = performance.now() - begin;
        trees.push(readTree(site.out));
      }
      const wrong: string[] = [];
      for (let at = 0; at < BATCH; at += 1) {
        const [last, next] = at % 2 === 0 ? [trees[1], trees[0]] : [trees[0], trees[1]];
        site.edit(at % 2 === 0 ? 'Ebb' : 'Flow');
        const child = site.start();
        const ended = once(child, 'exit');
        // Half of them at any moment, half while the new site takes its place.
        if (at % 4 < 2) await pause(Math.random() * took);
        else {
          const isFilled = () =>
            readdirSync(site.folder).some(
              (name) => existsSync(join(site.folder, name, '.decant-site')) && name !== 'site',
            );
          while (!isFilled() && child.exitCode === null) await pause(1);
          await pause(Math.random() * 60);
        }
        child.kill('SIGKILL');
        await ended;
        const found = readTree(site.out);
        if (found.size === 0) seen.none += 1;
        else if (isSame(found, last ?? new Map())) seen.last += 1;
        else if (isSame(found, next ?? new Map())) seen.next += 1;
        else wrong.push(`${at}: a site that is neither`);
        await site.build();
        if (!isSame(readTree(site.out), next ?? new Map())) wrong.push(`${at}: not mended`);
        const left = readdirSync(site.folder).filter((name) => !['cache', 'root', 'site'].includes(name));
        if (left.length > 0) wrong.push(`${at}: left ${left.join(', ')}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('hardly ever leave none', () => {
    console.log(`${KILLS} kills: ${JSON.stringify(seen)}`);
    expect(seen.last + seen.next + seen.none).toBe(KILLS);
    expect(seen.none).toBeLessThan(3);
  });
});

describe.runIf(process.env.DECANT_FAULTS === 'all')('processes', () => {
  test('of two builds at once one is refused, or both come one after the other', {
    timeout: 600_000,
  }, async () => {
    const site = createSite();
    await site.build();
    for (let at = 0; at < 10; at += 1) {
      site.edit(`Text ${at}`);
      const outcomes = await Promise.all([site.build(), pause(at * 60).then(site.build)]);
      const codes = outcomes.map(({ status }) => status).sort();
      expect([
        [0, 0],
        [0, 2],
      ]).toContainEqual(codes);
      expect(readTree(site.out).get('en/index.html')).toContain(`Text ${at}`);
      expect(readdirSync(site.folder).sort()).toEqual(['cache', 'root', 'site']);
    }
  });

  test.each(['size=1m', 'ro'])('a disk mounted with %s is said to be so', async (options) => {
    const folder = createTemporaryFolder();
    if (options === 'ro') mkdirSync(join(folder, 'site'));
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
    if (mount.status !== 0) return console.log(`not mounted: ${mount.stderr}`);
    onTestFinished(() => void spawnSync('umount', [folder]));
    const elsewhere = createSite();
    const args = [
      cli,
      'build',
      '--root',
      join(elsewhere.folder, 'root'),
      '--out',
      join(folder, 'site'),
      '--no-cache',
      '--no-search',
      '--keep-going',
    ];
    const { status, stderr } = await runProgram(process.execPath, args, repository);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/error system\/(?:no-space|no-permission)\n/),
    });
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(readdirSync(folder)).toEqual([]);
  });
});
