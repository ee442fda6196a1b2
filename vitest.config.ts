import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Folder for a machine-readable report, set by .ci/run. */
const reports = process.env.DECANT_TEST_REPORTS;

/** Of property tests: one for CI, and one for each day elsewhere, which finds more. */
const seed =
  process.env.DECANT_SEED ?? (process.env.CI ? '20211' : String(Math.floor(Date.now() / 86_400_000)));
console.log(`Property tests have the seed ${seed} (DECANT_SEED=${seed} repeats them).`);

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/visual/**', 'tests/sites/**'],
    // Tests see what this code does now, not what it did before; those of the cache name a folder.
    env: { DECANT_CACHE: 'off', DECANT_CACHE_REMOTE: '', DECANT_SEED: seed },
    maxWorkers: 2,
    // Generous: some tests build whole sites, and a loaded machine must not turn a passing test into a failing one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: reports ? ['default', ['json', { outputFile: join(reports, 'vitest.json') }]] : ['default'],
  },
});
