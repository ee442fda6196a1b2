import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readTree } from './read-tree.ts';
import { repository, runDecant, runProgram } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** The parts of a workflow of GitHub Actions that this test plays. */
interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Job {
  readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly jobs: { readonly shard: Job; readonly merge: Job };
}

const root = join(repository, 'tests/sites/smallest');

/** `${{ name }}` by its value; what is not known by nothing. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ (.+?) \}\}/g, (_, name: string) => values[name] ?? '');
}

/** Runs the commands of a job that speak to Decant, on a machine with a home of its own. */
async function runJob(job: Job, home: string, values: Readonly<Record<string, string>>): Promise<void> {
  const own = Object.entries(job.env ?? {}).map(([name, text]) => `export ${name}='${fill(text, values)}'`);
  const program = `'${process.execPath}' '${join(repository, 'dist/src/cli.js')}'`;
  const commands = job.steps
    .flatMap(({ run }) => (run?.startsWith('npx decant') ? run : []))
    .map((command) => `${command.replace('npx decant', program)} --root='${root}'`);
  expect(commands).toHaveLength(1);
  const lines = ['set -eu', `export HOME='${home}' RUNNER_TEMP='${home}/temp'`, ...own, ...commands];
  const { status, stderr } = await runProgram('bash', ['-c', lines.join('\n')], repository);
  expect(status, stderr).toBe(0);
}

function findStep({ steps }: Job, action: string): Readonly<Record<string, string>> {
  return steps.find(({ uses }) => uses?.startsWith(`${action}@`))?.with ?? {};
}

it('the workflow in docs/ makes the same site on machines that share only what it carries between them', async () => {
  const folder = createTemporaryFolder();
  const { jobs } = parse(
    readFileSync(join(repository, 'docs/assets/workflows/sharded-build.yml'), 'utf8'),
  ) as Workflow;
  const { shard: numbers } = jobs.shard.strategy.matrix;
  const merging = mkdtempSync(join(folder, 'machine-'));
  const fillHere = (text: string | undefined, home: string, values: Readonly<Record<string, string>> = {}) =>
    fill(text ?? '', { ...values, 'runner.temp': join(home, 'temp') });
  const target = fillHere(findStep(jobs.merge, 'actions/download-artifact').path, merging);

  for (const number of numbers) {
    const home = mkdtempSync(join(folder, 'machine-'));
    const matrix = {
      'matrix.shard': String(number),
      'strategy.job-total': String(numbers.length),
      "github.event_name == 'pull_request' && 'read' || 'write'": 'write',
    };
    await runJob(jobs.shard, home, matrix);
    const values = { ...matrix, 'env.NAME': fill(jobs.shard.env?.NAME ?? '', matrix) };
    const { path, name } = findStep(jobs.shard, 'actions/upload-artifact');
    cpSync(fillHere(path, home, values), join(target, fillHere(name, home, values)), { recursive: true });
  }
  await runJob(jobs.merge, merging, {});

  const out = join(folder, 'site');
  await runDecant(['build', '--root', root, '--out', out, '--no-cache']);
  const published = fillHere(findStep(jobs.merge, 'actions/upload-artifact').path, merging);
  expect(readTree(published)).toEqual(readTree(out));
  expect(readTree(out).size).toBeGreaterThan(5);
});
