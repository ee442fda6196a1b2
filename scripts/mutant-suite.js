/**
 * Stands in the place of vitest where mutants are tried: collects the tests of the files that are loaded, to be run again and again in one
 * process, for starting vitest takes a hundred times as long as most tests do. Knows what the tests of the areas use, and no more.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(createRequire(import.meta.url).resolve('vitest'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const [chai, vitest] = await Promise.all(['chai', '@vitest/expect'].map(load));
chai.use(vitest.JestExtend);
chai.use(vitest.JestChaiExpect);
chai.use(vitest.JestAsymmetricMatchers);

export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[vitest.ASYMMETRIC_MATCHERS_OBJECT]);
expect.setState = (state) => vitest.setState(state, expect);
expect.getState = () => vitest.getState(expect);
vitest.setState({ assertionCalls: 0 }, expect);
globalThis[vitest.GLOBAL_EXPECT] = expect;

/** @type {{ name: string, tests: { name: string, run: () => Promise<void> }[] }} */
let file = { name: '', tests: [] };
let above = { names: [], before: [], after: [] };

/** Loads a file of tests, and returns them. */
export async function collectTests(name, importFile) {
  file = { name, tests: [] };
  above = { names: [], before: [], after: [] };
  await importFile();
  return file.tests;
}

export function describe(name, body) {
  const outer = above;
  above = { names: [...outer.names, name], before: [...outer.before], after: [...outer.after] };
  body();
  above = outer;
}
describe.each = (rows) => (name, body) =>
  eachRow(rows, name, (title, row) => describe(title, () => body(...row)));

export function test(name, body) {
  const { tests } = file;
  const title = [...above.names, name].join(' > ');
  const { before, after } = above;
  // Numbered, for names of rows need not differ.
  tests.push({ name: `${file.name} ${tests.length + 1}: ${title}`, run });
  async function run() {
    for (const hook of before) await hook();
    try {
      await body();
    } finally {
      for (const hook of after) await hook();
    }
  }
}
test.each = (rows) => (name, body) => eachRow(rows, name, (title, row) => test(title, () => body(...row)));

export function it(name, body) {
  test(name, body);
}
it.each = test.each;

export const beforeEach = (hook) => above.before.push(hook);
export const afterEach = (hook) => above.after.push(hook);

function eachRow(rows, name, add) {
  for (const row of rows) add(name, Array.isArray(row) ? row : [row]);
}
