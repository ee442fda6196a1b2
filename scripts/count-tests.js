/**
 * `node scripts/count-tests.js FOLDER STATUS`: names each failure of the JSON reports which vitest and Playwright left in
 * FOLDER, and sums them up in a last line: `N passed, N failed`. A run that ended badly (STATUS is its exit code) has at
 * least one failure.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [folder, status] = process.argv.slice(2);

const unit = readReport('vitest.json');
const browser = readdirSync(folder)
  .filter((name) => /^playwright-.*\.json$/.test(name))
  .map(readReport);
const add = (name) => browser.reduce((sum, { stats }) => sum + (stats?.[name] ?? 0), 0);
const passed = (unit.numPassedTests ?? 0) + add('expected');
// A test that passed only when tried again is no passed test.
const failed = (unit.numFailedTests ?? 0) + add('unexpected') + add('flaky');

for (const failure of [...listFailedFiles(unit), ...browser.flatMap(listFailedSpecs)]) console.log(failure);
console.log(`${passed} passed, ${status === '0' ? failed : Math.max(failed, 1)} failed`);

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'));
  } catch {
    return {};
  }
}

/** A file can fail without a test of it: where it cannot be loaded, or by what it does behind its tests. */
function listFailedFiles({ testResults = [] }) {
  return testResults
    .filter((file) => file.status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(process.cwd(), name);
      const tests = assertionResults.filter((test) => test.status === 'failed');
      return tests.length === 0
        ? [nameFailure(file, '', message)]
        : tests.map(({ fullName, failureMessages }) => nameFailure(file, fullName, failureMessages[0]));
    });
}

function listFailedSpecs({ suites = [], errors = [] }) {
  const specs = suites.flatMap(function list(suite) {
    return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(list)];
  });
  return [
    ...errors.map(({ message }) => nameFailure('playwright', '', message)),
    ...specs
      .filter(({ tests }) => tests.some((test) => test.status === 'unexpected' || test.status === 'flaky'))
      .map(({ file, title, tests }) => {
        const results = tests.flatMap((test) => test.results);
        return nameFailure(file, title, results.find(({ error }) => error !== undefined)?.error.message);
      }),
  ];
}

/** The first line of a message says what was wrong; the rest stands in the log. */
function nameFailure(file, title, message = '') {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal.
  const [first] = message.replace(/\u001b\[[\d;]*m/g, '').split('\n');
  return ['Failed:', file, title && `› ${title}`, first && `(${first})`].filter((part) => part).join(' ');
}
