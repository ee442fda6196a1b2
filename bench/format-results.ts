import type { PhaseRow, Row, Target } from './rows.ts';
import type { Run } from './run-command.ts';
import { findMedian } from './statistics.ts';

/** A row with its timed runs, and one more that was watched. */
export interface Measured {
  readonly row: Row & Partial<Pick<PhaseRow, 'phase'>>;
  readonly runs: readonly Run[];
  readonly watched: Run;
}

/** The page of results. */
export function formatResults(all: readonly Measured[], rounds: number, machine: readonly string[]): string {
  return `# Results of the benchmark

Written by \`npm run bench\`: every command ${rounds === 0 ? 'once, while it was watched' : `${rounds} times, in turns, after a round that warms up`}. A ratio is the median of
the ratios of each round. CPU time is that of all processes together, and so is the peak of memory, seen in a run of its own.

${machine.map((line) => `- ${line}`).join('\n')}

${formatTable(all)}
`;
}

/** Medians, spread, ratios, memory. */
function formatTable(all: readonly Measured[]): string {
  const rows = all.map((each) => {
    const walls = listTimes(each, 'wall');
    const cpus = listTimes(each, 'cpu');
    return [
      each.row.name,
      formatSeconds(findMedian(walls)),
      `${formatSeconds(Math.min(...walls))} – ${formatSeconds(Math.max(...walls))}`,
      cpus.length === 0 ? '' : `${formatSeconds(findMedian(cpus))}${formatLimit(each.row.cpuTarget)}`,
      formatRatio(each, all),
      formatTarget(each.row.target),
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
  const { target } = each.row;
  if (target?.kind !== 'ratio') return '';
  const other = all.find(({ row: { name } }) => name === target.of);
  if (other === undefined) return '';
  const base = listTimes(other, target.by);
  const ratios = listTimes(each, target.by).map((time, round) => time / (base[round] ?? Number.NaN));
  return ratios.length === 0 ? '' : `**${findMedian(ratios).toFixed(2)}**`;
}

/** Seconds of each run, or of the one phase of it that counts, whose CPU time is not known. */
function listTimes({ row: { phase }, runs }: Measured, by: 'wall' | 'cpu'): readonly number[] {
  if (phase === undefined) return runs.flatMap((run) => run[by] ?? []);
  if (by === 'cpu') return [];
  return runs.map(({ phases }) =>
    phases.filter(({ name }) => name === phase).reduce((sum, { wall }) => sum + wall, 0),
  );
}

function formatTarget(target: Target | undefined): string {
  if (target === undefined) return '';
  if (target.kind === 'seconds') return `≤ ${target.atMost} s`;
  return `≤ ${target.atMost} × ${target.by === 'cpu' ? 'CPU of ' : ''}${target.of}`;
}

/** Of a phase it is that phase's. */
function formatMemory({ row: { phase, memoryTarget }, watched }: Measured): string {
  const memory =
    phase === undefined ? watched.memory : watched.phases.find(({ name }) => name === phase)?.memory;
  if (memory === undefined) return '';
  return `${toMegabytes(memory)}${formatLimit(memoryTarget === undefined ? undefined : toMegabytes(memoryTarget))}`;
}

function formatLimit(limit: number | string | undefined): string {
  return limit === undefined ? '' : ` (target ${limit})`;
}

export function toMegabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(0);
}
