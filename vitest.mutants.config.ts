import { defineConfig } from 'vitest/config';

/** What `npm run mutants` runs for each change: the tests of one area of `scripts/mutation-areas.js`, on the sources alone. */
export default defineConfig({
  test: {
    include: (process.env.DECANT_MUTANT_TESTS ?? '').split(' '),
    // Modules are loaded once, and told which change is meant.
    isolate: false,
    testTimeout: 60_000,
    env: { DECANT_CACHE: 'off', DECANT_CACHE_REMOTE: '', DECANT_WORKERS: '0', DECANT_SEED: '20211' },
  },
});
