/** `npm run bench`: times Decant in many ways and beside others. Works on copies; see docs/development.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitAll, copyRoot } from './copy-root.ts';
import { exitOnSignals } from './exit-on-signals.ts';
import { formatResults, type Measured } from './format-results.ts';
import { describeMachine } from './machine.ts';
import { type Options, parseOptions } from './options.ts';
import { pickSources } from './pick-sources.ts';
import { profileBuilds } from './profile.ts';
import { listRivals } from './rivals/index.ts';
import { chooseRows, type PhaseRow, type Scenario } from './rows.ts';
import { type Run, runCommand } from './run-command.ts';
import { BODY, COLD, GROWN, HELP, listRows, UNCHANGED } from './scenarios.ts';

/** Pages that the reusable shall be on which is changed. */
const REUSABLE_PAGES = 300;
const SMALL = [COLD, UNCHANGED, BODY, HELP];

const folder = mkdtempSync(join(tmpdir(), 'decant-bench-'));
// What runs then is ended first, and may take a moment to let go of its files.
process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
exitOnSignals();
await main(parseOptions(process.argv.slice(2)));

async function main(options: Options): Promise<void> {
  const machine = describeMachine();
  const root = join(folder, 'main');
  copyRoot(options.root, root);
  commitAll(root);
  const own = listRows(folder, root, await pickSources(root, REUSABLE_PAGES), options);
  if (options.isProfile) return print(await profileBuilds(own.filter(isScenario), folder));
  const rivals = options.isSmall ? [] : listRivals(folder);
  const [first, ...more] = own;
  // Others are given the pages of the first row.
  const rows = chooseRows([...(first ? [first] : []), ...rivals, ...more], createFilter(options));
  // The round that warms up is watched.
  const watched = await runAll(rows.filter(isScenario), 0);
  const turns = options.rounds === 0 ? [watched] : [];
  for (let round = 1; round <= options.rounds; round += 1)
    turns.push(await runAll(rows.filter(isScenario), round));
  const measured = rows.flatMap((row): Measured | [] => {
    const name = isScenario(row) ? row.name : row.needs;
    const run = watched.get(name);
    return run === undefined
      ? []
      : { row, runs: turns.flatMap((runs) => runs.get(name) ?? []), watched: run };
  });
  const about = rivals.filter((rival) => watched.has(rival.name)).map((rival) => rival.about());
  const results = formatResults(measured, options.rounds, [...machine, ...about]);
  print(results);
  if (options.out !== undefined) writeFileSync(options.out, results);
}

function createFilter({ isSmall, rows }: Options): (name: string) => boolean {
  if (rows !== undefined) return (name) => rows.test(name);
  return (name) => !isSmall || SMALL.includes(name) || name.startsWith(GROWN);
}

function isScenario(row: Scenario | PhaseRow): row is Scenario {
  return 'command' in row;
}

/** Runs by the names of their rows. */
async function runAll(scenarios: readonly Scenario[], round: number): Promise<Map<string, Run>> {
  const runs = new Map<string, Run>();
  for (const { name, prepare, command } of scenarios) {
    prepare(round);
    const run = await runCommand(command, round === 0);
    // 1 tells of errors in the content.
    if (run.status !== 0 && run.status !== 1)
      throw new Error(`${name} ended with ${run.status}.\n${run.stdout}\n${run.stderr}`);
    process.stderr.write(`round ${round}, ${name}: ${run.wall.toFixed(2)} s\n`);
    runs.set(name, run);
  }
  return runs;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
