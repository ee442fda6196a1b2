/**
 * Mutation testing: `node scripts/mutants.js AREA…` changes the sources of an area in one small way after the other, and the tests of
 * the area have to fail each time. Prints the changes that no test noticed, and fails where an area has too many of them.
 * `--only GLOB` takes the files that match, for a look at one file.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { areas } from './mutation-areas.js';
import { run, runNpm, SetupError } from './run.js';

/** Per cent of the changes that tests have to notice. */
const LEAST_SCORE = 85;
const VERSION = '9.6.1';
/** What tests are run with, as in `vitest.config.ts`. */
const ENVIRONMENT = {
  DECANT_CACHE: 'off',
  DECANT_CACHE_REMOTE: '',
  DECANT_WORKERS: '0',
  DECANT_SEED: '20211',
};

const root = join(import.meta.dirname, '..');

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' } },
  });
  const names = positionals.length > 0 ? positionals : Object.keys(areas);
  const stryker = installStryker();
  const failed = names.filter((name) => !testArea(stryker, name, values.only));
  if (failed.length > 0) throw new SetupError(`Below ${LEAST_SCORE} % or failed: ${failed.join(', ')}.`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function testArea(stryker, name, only) {
  const area = areas[name];
  if (area === undefined)
    throw new SetupError(`No area '${name}'; there are ${Object.keys(areas).join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'decant-mutants-'));
  try {
    const settings = join(folder, 'stryker.json');
    writeFileSync(settings, JSON.stringify(listSettings(only === undefined ? area.mutate : [only], folder)));
    console.error(`> ${name}`);
    return run(process.execPath, [stryker, 'run', settings], {
      ...ENVIRONMENT,
      DECANT_MUTANT_TESTS: area.tests.join(' '),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function listSettings(mutate, folder) {
  return {
    mutate,
    testRunner: 'decant',
    plugins: [join(import.meta.dirname, 'mutant-runner.js')],
    // The sandbox has what the tests of stages read, and no more.
    ignorePatterns: ['*', '!src/**', '!site/**', '!tests/**', 'tests/visual', '!package.json', '!*.ts'],
    tempDirName: join(folder, 'sandbox'),
    tsconfigFile: 'none',
    concurrency: 1,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportMutants: true },
    thresholds: { high: 95, low: LEAST_SCORE, break: LEAST_SCORE },
    // What no test notices is tried twice, the second time with everything loaded again.
    timeoutMS: 20_000,
    timeoutFactor: 4,
    warnings: { slow: false },
  };
}

/** Below `node_modules`, so that it finds the vitest of the project. */
function installStryker() {
  const folder = join(root, 'node_modules/.cache/decant', `stryker-${VERSION}`);
  const program = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!runNpm(['install', '--prefix', folder, ...options, `@stryker-mutator/core@${VERSION}`]))
    throw new SetupError('Stryker could not be installed: see above.');
  return program;
}
