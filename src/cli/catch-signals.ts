import { constants } from 'node:os';

/** A signal of the system as one that what is under way can listen to. */
export interface CaughtSignals {
  /** Aborted by the first SIGINT or SIGTERM; a second one ends the program as if nothing listened. */
  readonly signal: AbortSignal;
  /** The exit code of a program that a signal has ended, as shells give it; undefined where none came. */
  findExitCode(): number | undefined;
  release(): void;
}

const NAMES = ['SIGINT', 'SIGTERM'] as const;

/** For commands that have to clear something away before they end. */
export function catchSignals(): CaughtSignals {
  const controller = new AbortController();
  let caught: NodeJS.Signals | undefined;
  const stop = (name: NodeJS.Signals) => {
    release();
    caught = name;
    controller.abort();
  };
  const release = () => {
    for (const name of NAMES) process.removeListener(name, stop);
  };
  for (const name of NAMES) process.on(name, stop);
  return {
    signal: controller.signal,
    findExitCode: () => (caught === undefined ? undefined : 128 + constants.signals[caught]),
    release,
  };
}
