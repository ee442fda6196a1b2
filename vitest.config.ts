import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Folder for a machine-readable report, set by .ci/run. */
const reports = process.env.DECANT_TEST_REPORTS;

/** Of property tests: one for CI, and one for each day elsewhere, which finds more. */
const seed =
  process.env.DECANT_SEED ?? (process.env.CI ? '20211' : String(Math.floor(Date.now() / 86_400_000)));
console.log(`Property tests have the seed ${seed} (DECANT_SEED=${seed} repeats them).`);

/**
 * What `npm test` leaves to `npm run test:all`: builds of many kinds in processes of their own, real content, and thousands of
 * random texts. Each is about something that seldom breaks, and takes as long as a hundred others.
 */
const slow = [
  'tests/api/*.test.ts',
  'tests/bench/bench.test.ts',
  'tests/build/{cache,kept,modes,own-site,part,shards,unchanged,workflow}.test.ts',
  'tests/cli/{dev,visual}.test.ts',
  'tests/codemod/random.test.ts',
  'tests/corpora/**/*.test.ts',
  'tests/markdown/{parsers,pool,wide-marks}.test.ts',
  'tests/resolve/limits.test.ts',
  'tests/visual-diff/cards.test.ts',
  'tests/visual-diff/compare-sites.test.ts',
  'tests/workspace/update.test.ts',
];

/** They put other modules in the place of some, which must not be loaded before. */
const mocked = ['tests/load/unreadable.test.ts', 'tests/windows/*.test.ts'];

/**
 * Where tests write. They write and delete a hundred thousand small files, which takes a disk minutes; a disk in memory is used where
 * there is one with room.
 */
function findTemporaryFolder(): string {
  const folder = '/dev/shm';
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return process.env.TMPDIR === undefined && bavail * bsize > 2 * 1024 ** 3 ? folder : tmpdir();
  } catch {
    return tmpdir();
  }
}

const include = ['tests/**/*.test.ts'];
const exclude = ['tests/visual/**', 'tests/sites/**'];

export default defineConfig({
  test: {
    // Modules are loaded once for all files of a process: none of them keeps a state.
    projects: [
      {
        extends: true,
        test: { name: 'quick', include, exclude: [...exclude, ...slow, ...mocked], isolate: false },
      },
      { extends: true, test: { name: 'mocked', include: mocked } },
      { extends: true, test: { name: 'slow', include: slow, isolate: false } },
    ],
    // Tests see what this code does now, not what it did before; those of the cache name a folder.
    env: {
      DECANT_CACHE: 'off',
      DECANT_CACHE_REMOTE: '',
      DECANT_WORKERS: '0',
      DECANT_SEED: seed,
      TMPDIR: findTemporaryFolder(),
    },
    // The compiled program runs as it is.
    server: { deps: { external: [/\/dist\/src\//] } },
    // One more than there usually are processors, for tests of programs wait for them.
    maxWorkers: 3,
    // Tests make much that does not last, in processes that hold much that does: with room for it, a quarter of the time goes.
    execArgv: ['--max-semi-space-size=64'],
    // Generous: some tests build whole sites, and a loaded machine must not turn a passing test into a failing one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: reports ? ['default', ['json', { outputFile: join(reports, 'vitest.json') }]] : ['default'],
  },
});
