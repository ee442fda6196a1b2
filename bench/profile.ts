import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toMegabytes } from './format-results.ts';
import type { Scenario } from './rows.ts';
import { type Command, type Run, runCommand } from './run-command.ts';
import { BODY, COLD, UNCHANGED } from './scenarios.ts';

/** Where the time of some builds goes, as Markdown: by phase, and by the code that the main process spent it in. */
export async function profileBuilds(scenarios: readonly Scenario[], folder: string): Promise<string> {
  const parts: string[] = [];
  for (const { name, prepare, command } of scenarios) {
    if (!PROFILED.includes(name)) continue;
    const profiles = join(folder, `profile-${parts.length}`);
    mkdirSync(profiles);
    prepare(0);
    parts.push(`## ${name}`, formatPhases(await runCommand(command, true)));
    prepare(1);
    await runCommand(withProfiler(command, profiles));
    parts.push(formatOwners(profiles));
  }
  return parts.join('\n\n');
}

const PROFILED: readonly string[] = [COLD, UNCHANGED, BODY];

function formatPhases({ phases, wall, memory }: Run): string {
  const rows = phases.map(({ name, wall, cpu, memory }) =>
    [name, wall.toFixed(2), cpu?.toFixed(2) ?? '', memory === undefined ? '' : toMegabytes(memory)].join(
      ' | ',
    ),
  );
  return [
    `${wall.toFixed(2)} s, at most ${memory === undefined ? '?' : toMegabytes(memory)} MB in all processes together.`,
    '',
    '| phase | seconds | CPU seconds, all processes | peak memory, MB |',
    '| --- | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** The sampling profiler of Node, in the process of the command itself and not in those it starts. */
function withProfiler({ line: [program, ...args], ...rest }: Command, dir: string): Command {
  return {
    ...rest,
    line: [program, '--cpu-prof', '--cpu-prof-interval=500', `--cpu-prof-dir=${dir}`, ...args],
  };
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { functionName: string; url: string };
  }[];
  readonly samples: readonly number[];
  /** Microseconds from one sample to the next. */
  readonly timeDeltas: readonly number[];
}

/** Time of the main process by stage and by package: that of their own lines, without what they call. */
function formatOwners(dir: string): string {
  const seconds = new Map<string, number>();
  for (const file of readdirSync(dir)) {
    const { nodes, samples, timeDeltas }: Profile = JSON.parse(readFileSync(join(dir, file), 'utf8'));
    const owners = new Map(nodes.map(({ id, callFrame }) => [id, nameOwner(callFrame)]));
    for (const [at, id] of samples.entries()) {
      const owner = owners.get(id) ?? '';
      seconds.set(owner, (seconds.get(owner) ?? 0) + (timeDeltas[at] ?? 0) / 1e6);
    }
  }
  const rows = [...seconds].filter(([, time]) => time >= 0.02).sort(([, one], [, other]) => other - one);
  return ['| in the main process | seconds |', '| --- | ---: |']
    .concat(rows.map(([owner, time]) => `| ${owner} | ${time.toFixed(2)} |`))
    .join('\n');
}

/** `src/links`, `node_modules/liquidjs`, `(garbage collector)`, `node`. */
function nameOwner({ functionName, url }: { functionName: string; url: string }): string {
  if (url === '') return functionName.startsWith('(') ? functionName : 'node';
  if (url.startsWith('node:')) return 'node';
  const own = /\/dist\/(src\/[^/]+|site)/.exec(url)?.[1];
  const installed = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return installed === undefined ? (own ?? url) : `node_modules/${installed}`;
}
