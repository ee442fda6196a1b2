import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { isAlive, nameMachine } from './processes.ts';

/** The right to change a folder, which one process has at a time. */
export interface Lock {
  /**
   * Whether it is still held: a process that was stopped for long may have lost it.
   *
   * @throws what the system says where the disk does not tell
   */
  isHeld(): boolean;
  /** Safe to call twice. */
  release(): void;
}

/** How often a holder shows that it lives. */
const BEAT_MS = 1000;

/** A holder that shows nothing for so long is gone: far longer than a build ever computes without a pause. */
const PATIENCE_MS = 30_000;

/** A holder that has not written its name for so long was killed between making the file and that, or has lost the lock. */
const NAMING_MS = 2000;

/** Time in which somebody else who found the same dead holder removes its file. */
const SETTLE_MS = 200;

/** Who holds a lock, as its file tells. */
interface Holder {
  readonly id: string;
  readonly machine: string;
  readonly pid: number;
}

/**
 * Takes a lock, which is a file with the name of its holder, written again and again as long as that lives. The lock of a
 * process that is gone is taken over: at once where its number can be looked up here; elsewhere (another machine or container
 * that shares the folder) when it has shown nothing for a while. Clocks are not compared. Undefined where somebody holds it.
 *
 * @throws what the system says where the file can be neither made nor read
 */
export async function takeLock(file: string): Promise<Lock | undefined> {
  const own: Holder = { id: randomUUID(), machine: nameMachine(), pid: process.pid };
  if (!create(file, own)) {
    const other = readHolder(file);
    if (!(await isGone(file, other))) return undefined;
    remove(file, other);
    if (!create(file, own)) return undefined;
    await pause(SETTLE_MS);
    try {
      if (!isHeld()) return undefined;
    } catch (error) {
      giveBack();
      throw error;
    }
  }
  const beat = setInterval(showLife, BEAT_MS).unref();
  return { isHeld, release };

  function isHeld(): boolean {
    return readHolder(file)?.id === own.id;
  }

  function showLife(): void {
    try {
      if (isHeld()) touch(file);
    } catch {
      // `isHeld` tells it who asks; a disk that answers again finds the next sign in time.
    }
  }

  function release(): void {
    clearInterval(beat);
    giveBack();
  }

  function giveBack(): void {
    try {
      remove(file, own);
    } catch {
      // When this process is gone, the next one takes it over.
    }
  }
}

/** False where the file is there. */
function create(file: string, holder: Holder): boolean {
  let handle: number;
  try {
    handle = openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(handle, JSON.stringify(holder));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

/** Leaves the file of anybody else. */
function remove(file: string, holder: Holder | undefined): void {
  if (readHolder(file)?.id === holder?.id) rmSync(file, { force: true });
}

async function isGone(file: string, holder: Holder | undefined): Promise<boolean> {
  if (holder?.machine === nameMachine() && !isAlive(holder.pid)) return true;
  const patience = holder === undefined ? NAMING_MS : PATIENCE_MS;
  const seen = findTime(file);
  for (let waited = 0; waited < patience; waited += BEAT_MS) {
    await pause(BEAT_MS);
    if (findTime(file) !== seen) return findTime(file) === undefined;
  }
  return true;
}

/** Undefined where there is none, or where its file is being written. */
function readHolder(file: string): Holder | undefined {
  const text = askDisk(() => readFileSync(file, 'utf8'));
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of the last sign of life. */
function findTime(file: string): number | undefined {
  return askDisk(() => statSync(file).mtimeMs);
}

/** Undefined where the file is gone. */
function askDisk<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (isGoneBy(error)) return undefined;
    throw error;
  }
}

/** Windows refuses a file that was removed as long as anybody has it open. */
function isGoneBy(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || (process.platform === 'win32' && (code === 'EPERM' || code === 'EBUSY'));
}

function touch(file: string): void {
  const now = new Date();
  utimesSync(file, now, now);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
