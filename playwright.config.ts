import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { browser } from './tests/visual-diff/browser.ts';

/** Folder for a machine-readable report, set by .ci/run. */
const reports = process.env.DECANT_TEST_REPORTS;

/** The npm script that runs: each leaves a report of its own. */
const run = process.env.npm_lifecycle_event?.replace(/\W/g, '-') ?? 'all';

/** Pictures and checks of every scheme, language and width but one. */
const LONG =
  /looks? as before(?<!light, en, wide .*)|axe finds nothing to complain of (?:on the (?!article page in ja)|in the search in en|in what opens, light)/;

export default defineConfig({
  testDir: 'tests',
  globalSetup: './tests/visual/global-setup.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/visual/baselines/{arg}{ext}',
  // A baseline that is missing is a failure like one that differs; only `npm run test:visual:update` writes.
  updateSnapshots: 'none',
  projects: [
    // For `npm test`: of the pictures, and of what a tool judges, one of a kind; all else is in `npm run test:all`.
    {
      name: 'quick',
      testMatch: ['visual/*.spec.ts', 'gates/{axe,html,sizes}.spec.ts'],
      grepInvert: LONG,
    },
    { name: 'visual', testMatch: 'visual/*.spec.ts' },
    { name: 'gates', testMatch: 'gates/*.spec.ts', testIgnore: 'gates/lighthouse.spec.ts' },
    // Measures time, so nothing else may run beside it.
    { name: 'lighthouse', testMatch: 'gates/lighthouse.spec.ts', workers: 1, dependencies: ['gates'] },
  ],
  // One more than there usually are processors: half the time a page waits.
  workers: 3,
  fullyParallel: true,
  // Generous, as is that of `expect`: a loaded machine must not turn a passing test into a failing one.
  timeout: 120_000,
  forbidOnly: process.env.CI !== undefined,
  reporter: reports ? [['list'], ['json', { outputFile: join(reports, `playwright-${run}.json`) }]] : 'list',
  expect: {
    timeout: 20_000,
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css' },
  },
  use: {
    browserName: 'chromium',
    // A page is emptied between tests, not made anew: that takes most of the time of a short test. `test.ts` sees to the rest.
    reuseContext: true,
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: browser,
      args: [
        '--disable-gpu',
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--disable-background-networking',
      ],
      env: {
        ...process.env,
        // Only the fonts that scripts/setup.js installs, whatever else the machine has.
        FONTCONFIG_FILE: join(import.meta.dirname, 'tests/visual/fonts.conf'),
        XDG_CACHE_HOME: join(tmpdir(), 'decant-visual-cache'),
      },
    },
  },
});
