/**
 * `node scripts/count-tests.js FOLDER STATUS`: one line that sums up the JSON reports which vitest and Playwright left
 * in FOLDER: `N passed, N failed`. A run that ended badly (STATUS is its exit code) has at least one failure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, status] = process.argv.slice(2);

const unit = readReport('vitest.json');
const visual = readReport('playwright.json').stats ?? {};
const passed = (unit.numPassedTests ?? 0) + (visual.expected ?? 0);
// A test that passed only when tried again is no passed test.
const failed = (unit.numFailedTests ?? 0) + (visual.unexpected ?? 0) + (visual.flaky ?? 0);
console.log(`${passed} passed, ${status === '0' ? failed : Math.max(failed, 1)} failed`);

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return {};
  }
}
