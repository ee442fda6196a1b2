import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** Folder for a machine-readable report, set by .ci/run. */
const reports = process.env.DECANT_TEST_REPORTS;

export default defineConfig({
  testDir: 'tests/visual',
  globalSetup: './tests/visual/global-setup.ts',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  // A baseline that is missing is a failure like one that differs; only `npm run test:visual:update` writes.
  updateSnapshots: 'none',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  forbidOnly: process.env.CI !== undefined,
  reporter: reports ? [['list'], ['json', { outputFile: join(reports, 'playwright.json') }]] : 'list',
  expect: {
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css' },
  },
  use: {
    browserName: 'chromium',
    deviceScaleFactor: 1,
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: process.env.DECANT_CHROMIUM || '/usr/bin/chromium',
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
