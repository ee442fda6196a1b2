import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** How much a function runs, in bytes of its bytecode, before V8 optimizes it; 15 times its own choice. */
const BUDGET = 1_000_000;

/** How much the heap may grow until it is cleared as a whole, in per cent of what lived the last time; V8's own choice is up to 300. */
const GROWTH = 40;

/**
 * Has V8 optimize only what runs really often. A build of thousands of pages lives for seconds: by V8's own choice its
 * optimizing compiler takes a third of the processors' time, and most of what it makes is thrown away or never pays. Where
 * the next compiler stands between (from Node.js 22 on) this was not measured, so nothing is changed there.
 *
 * Where no processor is idle, memory is cleared by one thread: the four that V8 takes for it would only wait for each other.
 *
 * For processes of our own only: the setting is that of the whole process.
 *
 * @param hasIdle whether there are more processors than work for them
 */
export function tuneV8(hasIdle = availableParallelism() > 2): void {
  if (!process.versions.node.startsWith('20.')) return;
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
  if (!hasIdle) setFlagsFromString('--no-parallel-scavenge');
}

/**
 * Has V8 clear the heap more often, for processes of our own that hold a whole site until they end: the garbage beside it may be as
 * large again, and to clear it sooner takes no more time than to touch new memory. Where little is alive it would be cleared
 * again and again, so not before there is much to do.
 */
export function boundGarbage(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
