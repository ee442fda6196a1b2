import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { editFile } from './copy-root.ts';
import type { Picks } from './pick-sources.ts';
import { repository } from './repository.ts';
import type { Command } from './run-command.ts';

/** One way of building, to be timed. */
export interface Scenario {
  readonly name: string;
  /** Not timed: brings the folders into the state that the run is about. */
  prepare(round: number): void;
  readonly command: Command;
  /** A phase of the command; its time is taken alone. */
  readonly phase?: string;
  /** What was promised: a multiple of the median of another scenario, or seconds. */
  readonly target?: Target;
  /** Bytes of all processes together. */
  readonly memoryTarget?: number;
}

export type Target =
  | { readonly kind: 'ratio'; readonly of: string; readonly atMost: number }
  | { readonly kind: 'seconds'; readonly atMost: number };

/** Folders of the sites to build, all of them copies. */
export interface Roots {
  readonly plain: string;
  readonly picks: Picks;
  /** A copy many times as large. */
  readonly grown: { readonly root: string; readonly times: number } | undefined;
  /** With more releases in the site file, and how many there are in the other. */
  readonly released: { readonly root: string; readonly before: number; readonly after: number } | undefined;
}

export const HUGO = 'Hugo, docs layout';
export const COLD = 'cold';
export const GROWN = 'cold, grown';
const NO_SEARCH = '--no-search';
const MB = 1024 ** 2;
const cli = join(repository, 'dist/src/cli.js');

/**
 * In the order in which they run: those that find a warm cache follow the one that fills it. All but one build no search
 * index.
 */
export function listScenarios(folder: string, { plain, picks, grown, released }: Roots): readonly Scenario[] {
  const { reusable } = picks;
  const main = createSite(folder, 'main', plain, NO_SEARCH);
  const one = createSite(folder, 'one', plain, NO_SEARCH, `--version=${picks.version}`);
  const searched = createSite(folder, 'searched', plain);
  return [
    { ...main.cold, name: COLD, target: beside(HUGO, 1), memoryTarget: 800 * MB },
    { ...main.warm, name: 'nothing changed', prepare() {}, target: beside(HUGO, 0.3) },
    {
      ...main.warm,
      name: 'one article changed',
      prepare: (round) => editFile(picks.article, round),
      target: beside(HUGO, 0.3),
    },
    ...(reusable === undefined
      ? []
      : [
          {
            ...main.warm,
            name: `one reusable changed, on ${reusable.pages} pages`,
            prepare: (round: number) => editFile(reusable.file, round),
            target: beside(HUGO, 0.5),
          },
        ]),
    { ...one.cold, name: `one version, cold: ${picks.version}`, target: beside(HUGO, 0.45) },
    { ...searched.cold, name: 'search index of a cold build', phase: 'indexing', target: beside(COLD, 1.5) },
    ...(released === undefined
      ? []
      : [
          {
            ...createSite(folder, 'released', released.root, NO_SEARCH).cold,
            name: `${released.after} releases instead of ${released.before}, cold`,
            target: beside(COLD, 2.2),
          },
        ]),
    ...(grown === undefined
      ? []
      : [
          {
            ...createSite(folder, 'grown', grown.root, NO_SEARCH).cold,
            name: `${GROWN} ${grown.times} times`,
            target: beside(COLD, 1.1 * grown.times),
            memoryTarget: 2.5 * 1024 * MB,
          },
        ]),
    { name: 'decant --help', prepare() {}, command: run('--help'), target: within(0.15) },
    {
      name: 'decant render, one article',
      prepare() {},
      command: run('render', picks.article, '--root', plain, '--version', picks.version),
      target: within(0.8),
    },
  ];
}

/** A site with a cache and an output folder of its own. */
function createSite(folder: string, name: string, root: string, ...more: readonly string[]) {
  const [out, cache] = [join(folder, `${name}-site`), join(folder, `${name}-cache`)];
  const command = run('build', '--keep-going', '--root', root, '--out', out, '--cache', cache, ...more);
  const prepare = () => {
    for (const dir of [out, cache]) rmSync(dir, { recursive: true, force: true });
  };
  return { cold: { prepare, command }, warm: { command } };
}

function run(...args: readonly string[]): Command {
  return { line: [process.execPath, cli, ...args] };
}

function beside(of: string, atMost: number): Target {
  return { kind: 'ratio', of, atMost };
}

function within(atMost: number): Target {
  return { kind: 'seconds', atMost };
}
