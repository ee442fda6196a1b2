import { constants } from 'node:os';

/** Has this process exit as programs do that a signal ends, where without it nothing would be cleared away. */
export function exitOnSignals(): void {
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => process.exit(128 + constants.signals[name]));
}
