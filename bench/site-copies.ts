import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyRoot } from './copy-root.ts';
import { repository } from './repository.ts';
import type { Scenario, Target } from './rows.ts';
import type { Command } from './run-command.ts';

export const MB = 1024 ** 2;
const cli = join(repository, 'dist/src/cli.js');

/** A copy of a site, made when it is first needed. */
export interface Copy {
  readonly root: string;
  make(): void;
}

export function copyOnce(site: string, root: string, change: (root: string) => void = () => {}): Copy {
  return {
    root,
    make() {
      if (existsSync(root)) return;
      copyRoot(site, root);
      change(root);
    },
  };
}

/** A cold build of a site, with a cache and an output folder of its own. */
export function createSite(
  folder: string,
  name: string,
  { root, make }: Copy,
  ...more: readonly string[]
): Pick<Scenario, 'prepare' | 'command'> {
  const [out, cache] = [join(folder, `${name}-site`), join(folder, `${name}-cache`)];
  return {
    prepare() {
      make();
      for (const dir of [out, cache]) rmSync(dir, { recursive: true, force: true });
    },
    command: run('build', '--keep-going', '--root', root, '--out', out, '--cache', cache, ...more),
  };
}

export function run(...args: readonly string[]): Command {
  return { line: [process.execPath, cli, ...args] };
}

export function beside(of: string, atMost: number): Target {
  return { kind: 'ratio', by: 'wall', of, atMost };
}

export function besideCpu(of: string, atMost: number): Target {
  return { kind: 'ratio', by: 'cpu', of, atMost };
}

export function within(atMost: number): Target {
  return { kind: 'seconds', atMost };
}
