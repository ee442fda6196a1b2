import type { Run } from './run-command.ts';
import type { Scenario } from './scenarios.ts';
import { findMedian } from './statistics.ts';

/** A scenario with its timed runs, and one more that was watched. */
export interface Measured {
  readonly scenario: Pick<Scenario, 'name' | 'phase' | 'target' | 'memoryTarget'>;
  readonly runs: readonly Run[];
  readonly watched: Run;
}

/** The page of results. */
export function formatResults(all: readonly Measured[], rounds: number, machine: readonly string[]): string {
  return `# Results of the benchmark

Written by \`npm run bench\`: every command ${rounds} times, in turns, after a round that warms up. A ratio is the median of
the ratios of each round. CPU time is that of all processes together, and so is the peak of memory, seen in a run of its own.

${machine.map((line) => `- ${line}`).join('\n')}

${formatTable(all)}
`;
}

/** Medians, spread, ratios, memory. */
function formatTable(all: readonly Measured[]): string {
  const rows = all.map((each) => {
    const walls = listTimes(each);
    const cpus = each.scenario.phase === undefined ? each.runs.flatMap(({ cpu }) => cpu ?? []) : [];
    return [
      each.scenario.name,
      formatSeconds(findMedian(walls)),
      `${formatSeconds(Math.min(...walls))} – ${formatSeconds(Math.max(...walls))}`,
      cpus.length === 0 ? '' : formatSeconds(findMedian(cpus)),
      formatRatio(each, all),
      formatTarget(each.scenario.target),
      formatMemory(each),
    ];
  });
  const head = ['build', 'seconds, median', 'min – max', 'CPU seconds', 'ratio', 'target', 'peak memory, MB'];
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function formatSeconds(seconds: number): string {
  return seconds.toFixed(seconds < 2 ? 2 : 1);
}

/** The median of the ratios of each round, so that a slow minute of the machine counts on both sides. */
function formatRatio(each: Measured, all: readonly Measured[]): string {
  const { target } = each.scenario;
  if (target?.kind !== 'ratio') return '';
  const other = all.find(({ scenario: { name } }) => name === target.of);
  if (other === undefined) return '';
  const base = listTimes(other);
  const ratios = listTimes(each).map((time, round) => time / (base[round] ?? Number.NaN));
  return `**${findMedian(ratios).toFixed(2)}**`;
}

/** Seconds of each run, or of the one phase of it that counts. */
function listTimes({ scenario: { phase }, runs }: Measured): readonly number[] {
  if (phase === undefined) return runs.map(({ wall }) => wall);
  return runs.map(({ phases }) =>
    phases.filter(({ name }) => name === phase).reduce((sum, { wall }) => sum + wall, 0),
  );
}

function formatTarget(target: Scenario['target']): string {
  if (target === undefined) return '';
  return target.kind === 'ratio' ? `≤ ${target.atMost} × ${target.of}` : `≤ ${target.atMost} s`;
}

function formatMemory({ watched, scenario }: Measured): string {
  if (watched.memory === undefined) return '';
  const target = scenario.memoryTarget === undefined ? '' : ` (target ${toMegabytes(scenario.memoryTarget)})`;
  return `${toMegabytes(watched.memory)}${target}`;
}

export function toMegabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(0);
}
