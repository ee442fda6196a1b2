/**
 * `node scripts/count-tests.js FOLDER STATUS`: one line that sums up the JSON reports which vitest and Playwright left
 * in FOLDER: `N passed, N failed`. A run that ended badly (STATUS is its exit code) has at least one failure.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, status] = process.argv.slice(2);

const unit = readReport('vitest.json');
const browser = readdirSync(folder)
  .filter((name) => /^playwright-.*\.json$/.test(name))
  .map((name) => readReport(name).stats ?? {});
const add = (name) => browser.reduce((sum, stats) => sum + (stats[name] ?? 0), 0);
const passed = (unit.numPassedTests ?? 0) + add('expected');
// A test that passed only when tried again is no passed test.
const failed = (unit.numFailedTests ?? 0) + add('unexpected') + add('flaky');
console.log(`${passed} passed, ${status === '0' ? failed : Math.max(failed, 1)} failed`);

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return {};
  }
}
