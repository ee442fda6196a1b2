import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './repository.ts';

export interface Options {
  /** The site to build: never changed, only copied. */
  readonly root: string;
  /** A site in two languages at least, for builds of one, of both and of three; undefined for none. */
  readonly translated: string | undefined;
  /** Timed runs of everything, in turns, after one that warms up; with 0 that one is timed. */
  readonly rounds: number;
  /** Few rows in one round, for a look at a change: what CI does. */
  readonly isSmall: boolean;
  /** How many times as large a site to build as well; 0 for none. */
  readonly growth: number;
  /** The rows that somebody asks for by a part of their names; undefined for all. */
  readonly rows: RegExp | undefined;
  /** Whether to say where the time of a cold and of a warm build goes, instead. */
  readonly isProfile: boolean;
  /** The file of results; undefined to print only. */
  readonly out: string | undefined;
}

/** Corpora of real size, where they lie beside this repository. */
const CORPORA = join(repository, '../shared/corpora');
const LARGE = join(CORPORA, 'docs-2020');
const TRANSLATED = join(CORPORA, 'docs-2021');

export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      root: { type: 'string' },
      translated: { type: 'string' },
      rounds: { type: 'string' },
      small: { type: 'boolean', default: false },
      grow: { type: 'string' },
      rows: { type: 'string' },
      profile: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  const isSmall = values.small;
  const isPrinted = isSmall || values.profile || values.rows !== undefined;
  const out = values.out ?? (isPrinted ? undefined : join(repository, 'bench/RESULTS.md'));
  return {
    root:
      values.root === undefined
        ? isSmall
          ? repository
          : (findSite(LARGE) ?? repository)
        : resolve(values.root),
    translated: values.translated === undefined ? findSite(TRANSLATED) : resolve(values.translated),
    rounds: values.rounds === undefined ? (isSmall ? 0 : 3) : parseCount(values.rounds),
    isSmall,
    growth: values.grow === undefined ? 0 : parseCount(values.grow),
    rows: values.rows === undefined ? undefined : new RegExp(values.rows, 'i'),
    isProfile: values.profile,
    out: out && resolve(out),
  };
}

function findSite(folder: string): string | undefined {
  return existsSync(join(folder, 'data/site.yml')) ? folder : undefined;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`'${value}' is not a number of times.`);
}
