/** `npm run bench`: times Decant in many ways and beside others. Works on copies; see docs/development.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addReleases, copyRoot } from './copy-root.ts';
import { exitOnSignals } from './exit-on-signals.ts';
import { formatResults, type Measured } from './format-results.ts';
import { growRoot } from './grow.ts';
import { describeMachine } from './machine.ts';
import { type Options, parseOptions } from './options.ts';
import { pickSources } from './pick-sources.ts';
import { profileBuilds } from './profile.ts';
import { prepareRivals } from './rivals/index.ts';
import { type Run, runCommand } from './run-command.ts';
import { COLD, GROWN, listScenarios, type Roots, type Scenario } from './scenarios.ts';

const RELEASES = 20;
/** Pages that the reusable shall be on which is changed. */
const REUSABLE_PAGES = 300;
const SMALL = [COLD, 'nothing changed', 'one article changed', 'decant --help'];

const options = parseOptions(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'decant-bench-'));
// What runs then is ended first, and may take a moment to let go of its files.
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
exitOnSignals();
await main(options);

async function main({ root, rounds, isSmall, isProfile, growth, out }: Options): Promise<void> {
  const machine = describeMachine();
  const scenarios = listScenarios(folder, await prepareRoots(root, isSmall || isProfile, growth));
  if (isProfile) return print(await profileBuilds(scenarios, folder));
  const chosen = scenarios.filter(({ name }) => !isSmall || SMALL.includes(name) || name.startsWith(GROWN));
  // The round that warms up is watched, and publishes the pages that the others are given.
  const own = await runAll(chosen, 0);
  const rivals = isSmall ? [] : prepareRivals(join(folder, 'main-site'), folder);
  const watched = new Map([...(await runAll(rivals, 0)), ...own]);
  const turns: (typeof watched)[] = [];
  for (let round = 1; round <= rounds; round += 1) turns.push(await runAll([...rivals, ...chosen], round));
  const measured = [...watched].map(
    ([scenario, run]): Measured => ({
      scenario,
      runs: turns.flatMap((runs) => runs.get(scenario) ?? []),
      watched: run,
    }),
  );
  const results = formatResults(measured, rounds, [...machine, ...rivals.map(({ about }) => about)]);
  print(results);
  if (out !== undefined) writeFileSync(out, results);
}

async function prepareRoots(root: string, isPlain: boolean, growth: number): Promise<Roots> {
  const plain = join(folder, 'main');
  copyRoot(root, plain);
  const picks = await pickSources(plain, REUSABLE_PAGES);
  const grown = growth === 0 ? undefined : growCopy(root, growth);
  if (isPlain || picks.releases === 0) return { plain, picks, grown, released: undefined };
  const released = join(folder, 'released');
  copyRoot(root, released);
  addReleases(released, RELEASES);
  return { plain, picks, grown, released: { root: released, before: picks.releases, after: RELEASES } };
}

function growCopy(root: string, times: number): NonNullable<Roots['grown']> {
  const target = join(folder, 'grown');
  copyRoot(root, target);
  growRoot(target, times);
  return { root: target, times };
}

async function runAll(scenarios: readonly Scenario[], round: number): Promise<Map<Scenario, Run>> {
  const runs = new Map<Scenario, Run>();
  for (const scenario of scenarios) {
    scenario.prepare(round);
    const run = await runCommand(scenario.command, round === 0);
    // 1 tells of errors in the content.
    if (run.status !== 0 && run.status !== 1)
      throw new Error(`${scenario.name} ended with ${run.status}.\n${run.stdout}\n${run.stderr}`);
    process.stderr.write(`round ${round}, ${scenario.name}: ${run.wall.toFixed(2)} s\n`);
    runs.set(scenario, run);
  }
  return runs;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
