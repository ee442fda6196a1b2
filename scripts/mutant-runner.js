/**
 * Runs tests for Stryker in one process: sources and tests are loaded once, and told which change is meant, so that a change takes as long
 * as the tests that reach it. What they do not notice is tried once more with everything loaded again and with all tests: a table, and what
 * is made once and kept, is changed only there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createViteServer } from 'vitest/node';

const SUITE = join(import.meta.dirname, 'mutant-suite.js');

class TestRunner {
  /** What changed sources go by, and write into. */
  state = {};

  /** Of tests, by their names. */
  times = new Map();

  /** Names of tests that noticed changes, the latest last: changes beside each other are noticed by the same ones. */
  killers = new Set();

  constructor() {
    globalThis.__stryker__ = this.state;
  }

  /** Stryker need start no process for what is changed when it is loaded. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.server = await createViteServer({
      configFile: false,
      logLevel: 'error',
      server: { middlewareMode: true, watch: null, ws: false },
      resolve: { alias: { vitest: SUITE } },
      environments: { ssr: {}, anew: { consumer: 'server' } },
    });
    this.mutated = listMutated();
  }

  async dispose() {
    await this.server?.close();
  }

  /** Afterwards all that is made once and kept is made, of sources without a change. */
  async dryRun() {
    this.state.mutantCoverage = undefined;
    this.activate(undefined);
    this.tests = await this.load('ssr');
    const results = [];
    for (const test of this.tests) {
      this.state.currentTestId = test.name;
      const begin = performance.now();
      const failure = await attempt(test);
      this.state.currentTestId = undefined;
      const time = performance.now() - begin;
      this.times.set(test.name, time);
      results.push(describeTest(test, time, failure));
    }
    return { status: 'complete', tests: results, mutantCoverage: this.state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    const { id } = activeMutant;
    // Stryker starts another process after one that did not end.
    if (this.tests === undefined) await this.dryRun();
    if (mutantActivation !== 'static') {
      const names = new Set(testFilter);
      const reached = this.tests.filter(({ name }) => testFilter === undefined || names.has(name));
      const killer = await this.findKiller(reached, id, hitLimit);
      // What fails without the change as well suffers from an earlier one.
      if (killer !== undefined && (await attempt(killer.test)) === undefined) return killer.result;
    }
    return this.tryAnew(id, hitLimit);
  }

  async tryAnew(id, hitLimit) {
    let tests = [];
    this.activate(id, hitLimit);
    try {
      tests = await this.load('anew');
    } catch (error) {
      return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests: 0 };
    } finally {
      this.activate(undefined);
    }
    const killer = await this.findKiller(tests, id, hitLimit);
    return killer?.result ?? { status: 'survived', nrOfTests: tests.length };
  }

  /** What noticed the last changes first, then what is quick: one is enough. */
  async findKiller(tests, id, hitLimit) {
    const ranks = new Map([...this.killers].map((name, at) => [name, at + 1]));
    const rank = ({ name }) => ranks.get(name) ?? 0;
    const ordered = tests.toSorted(
      (a, b) => rank(b) - rank(a) || this.times.get(a.name) - this.times.get(b.name),
    );
    this.activate(id, hitLimit);
    try {
      for (const [at, test] of ordered.entries()) {
        const failure = await attempt(test);
        if (hitLimit !== undefined && this.state.hitCount > hitLimit)
          return { test, result: { status: 'timeout', reason: 'It ran far longer than before.' } };
        if (failure === undefined) continue;
        this.killers.delete(test.name);
        this.killers.add(test.name);
        const result = {
          status: 'killed',
          killedBy: [test.name],
          failureMessage: failure,
          nrOfTests: at + 1,
        };
        return { test, result };
      }
      return undefined;
    } finally {
      this.activate(undefined);
    }
  }

  activate(id, hitLimit) {
    this.state.activeMutant = id;
    this.state.hitLimit = hitLimit;
    this.state.hitCount = id === undefined ? undefined : 0;
  }

  /** Sources first, so that what runs when they are loaded belongs to no test. */
  async load(environment) {
    const { runner } = this.server.environments[environment];
    runner.clearCache();
    const { collectTests } = await runner.import(SUITE);
    for (const file of this.mutated) await runner.import(file);
    const tests = [];
    for (const file of process.env.DECANT_MUTANT_TESTS.split(' '))
      tests.push(...(await collectTests(file, () => runner.import(join(process.cwd(), file)))));
    return tests;
  }
}

function listMutated() {
  const folder = join(process.cwd(), 'src');
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith('.ts') && readFileSync(file, 'utf8').includes('function stryMutAct'));
}

/** What is wrong, if anything. */
async function attempt({ run }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

function describeTest({ name }, timeSpentMs, failure) {
  const all = { id: name, name, timeSpentMs };
  return failure === undefined ? { ...all, status: 0 } : { ...all, status: 1, failureMessage: failure };
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'decant', injectableClass: TestRunner }];
