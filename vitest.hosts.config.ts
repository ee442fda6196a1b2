import { defineConfig } from 'vitest/config';

/** What `npm run test:hosts` runs. It downloads programs, so it is no part of the other tests. */
export default defineConfig({
  test: {
    include: ['tests/hosts/**/*.hosts.ts'],
    env: { DECANT_CACHE: 'off', DECANT_CACHE_REMOTE: '', DECANT_WORKERS: '0' },
    server: { deps: { external: [/\/dist\/src\//] } },
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 900_000,
  },
});
