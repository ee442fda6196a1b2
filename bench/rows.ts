import type { Command } from './run-command.ts';

/** A row of the results, with what was promised of it. */
export interface Row {
  readonly name: string;
  readonly target?: Target;
  /** Seconds of CPU time of all processes together. */
  readonly cpuTarget?: number;
  /** Bytes of all processes together. */
  readonly memoryTarget?: number;
  /** Another row, in whose runs it has a part, or whose runs leave what this one finds. */
  readonly needs?: string;
}

/** A command to be timed. */
export interface Scenario extends Row {
  /** Not timed: brings the folders into the state that the run is about. Round 0 comes first. */
  prepare(round: number): void;
  readonly command: Command;
}

/** A phase of the runs of another row, its time taken alone. */
export interface PhaseRow extends Row {
  readonly needs: string;
  readonly phase: string;
}

export type Target =
  /** A multiple of the median of another row: of its time, or of its CPU time. */
  | { readonly kind: 'ratio'; readonly by: 'wall' | 'cpu'; readonly of: string; readonly atMost: number }
  | { readonly kind: 'seconds'; readonly atMost: number };

/**
 * The rows that are wanted, and those that they cannot do without: whose time is the measure of theirs, and that they need.
 * In the order of all; what is not among all is left out.
 */
export function chooseRows<T extends Row>(
  all: readonly T[],
  isWanted: (name: string) => boolean,
): readonly T[] {
  const names = new Set(all.map(({ name }) => name).filter(isWanted));
  for (const name of names)
    for (const { target, needs } of all.filter((row) => row.name === name))
      for (const other of [needs, target?.kind === 'ratio' ? target.of : undefined])
        if (other !== undefined) names.add(other);
  return all.filter(({ name }) => names.has(name));
}
