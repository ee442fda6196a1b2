import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './repository.ts';

export interface Options {
  /** The site to build: never changed, only copied. */
  readonly root: string;
  /** Timed runs of everything, in turns. */
  readonly rounds: number;
  /** Few scenarios in one round, for a look at a change: what CI does. */
  readonly isSmall: boolean;
  /** How many times as large a site to build as well; 0 for none. */
  readonly growth: number;
  /** Whether to say where the time of a cold and of a warm build goes, instead. */
  readonly isProfile: boolean;
  /** The file of results; undefined to print only. */
  readonly out: string | undefined;
}

/** A corpus of real size, where it lies beside this repository. */
const LARGE = join(repository, '../shared/corpora/docs-2020');

export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      root: { type: 'string' },
      rounds: { type: 'string' },
      small: { type: 'boolean', default: false },
      grow: { type: 'string' },
      profile: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const isSmall = values.small;
  const isLarge = !isSmall && existsSync(join(LARGE, 'data/site.yml'));
  const out = values.out ?? join(repository, 'bench/RESULTS.md');
  return {
    root: values.root === undefined ? (isLarge ? LARGE : repository) : resolve(values.root),
    rounds: parseCount(values.rounds ?? (isSmall ? '1' : '3')),
    isSmall,
    growth: values.grow === undefined ? 0 : parseCount(values.grow),
    isProfile: values.profile,
    out: isSmall || values.profile ? undefined : resolve(out),
  };
}

function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`'${value}' is not a number of times.`);
}
