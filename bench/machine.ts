import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { repository } from './repository.ts';

/** What the figures were measured with, one line for each thing. */
export function describeMachine(): readonly string[] {
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  return [
    `${availableParallelism()} processors (${cpus()[0]?.model ?? 'of unknown make'}), ${memory} GiB of memory, ${type()} ${release()}`,
    `load before the first run: ${loadavg()[0]?.toFixed(1)}`,
    `Node ${process.versions.node}`,
    `Decant ${version}${describeCommit()}`,
  ];
}

function describeCommit(): string {
  try {
    const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: repository,
      encoding: 'utf8',
    });
    return ` (${commit.trim()})`;
  } catch {
    return '';
  }
}
