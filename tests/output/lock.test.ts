import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { takeLock } from '../../src/output/lock.ts';
import { failOperations } from '../faults/file-operations.ts';

let folder: string;
let file: string;
beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'decant-lock-'));
  file = join(folder, 'site.lock');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const HOUR = 3_600_000;

/** Takes the lock, however long that takes. */
async function take() {
  const taken = takeLock(file);
  await vi.advanceTimersByTimeAsync(HOUR);
  return taken;
}

/** Has the file say what it says of another holder. */
function rewrite(change: object): void {
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...change }));
}

it('one holds it, until it is released', async () => {
  const lock = await take();
  expect(lock?.isHeld()).toBe(true);
  expect(await take()).toBeUndefined();
  lock?.release();
  expect(existsSync(file)).toBe(false);
  expect((await take())?.isHeld()).toBe(true);
});

it('whoever asks first gets it', async () => {
  const asked = [takeLock(file), takeLock(file), takeLock(file)];
  await vi.advanceTimersByTimeAsync(HOUR);
  const locks = await Promise.all(asked);
  expect(locks.filter((lock) => lock !== undefined)).toHaveLength(1);
});

it('one of those who find a dead holder gets it', async () => {
  (await take())?.release();
  writeFileSync(file, '');
  const asked = [takeLock(file), takeLock(file), takeLock(file)];
  await vi.advanceTimersByTimeAsync(HOUR);
  const locks = await Promise.all(asked);
  expect(locks.filter((lock) => lock?.isHeld())).toHaveLength(1);
});

it('that of a process that is gone is taken over without waiting', async () => {
  await take();
  rewrite({ id: 'other', pid: spawnSync(process.execPath, ['-e', '']).pid });
  const taken = takeLock(file);
  await vi.advanceTimersByTimeAsync(500);
  expect((await Promise.race([taken, 'waits'])) as unknown).toMatchObject({ isHeld: expect.any(Function) });
});

it.each([
  ['of a process on another machine', { id: 'other', machine: 'far away' }],
  ['of a process whose number another has now', { id: 'other' }],
])('that %s is taken over when it shows no life', async (_, holder) => {
  const lost = await take();
  rewrite(holder);
  const taken = takeLock(file);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await Promise.race([taken, 'waits'])).toBe('waits');
  await vi.advanceTimersByTimeAsync(HOUR);
  expect((await taken)?.isHeld()).toBe(true);
  expect(lost?.isHeld()).toBe(false);
  lost?.release();
  expect(existsSync(file)).toBe(true);
});

it('that of a process that was killed before it wrote its name is taken over soon', async () => {
  writeFileSync(file, '');
  const taken = takeLock(file);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await Promise.race([taken, 'waits'])).toBe('waits');
  await vi.advanceTimersByTimeAsync(2000);
  expect((await Promise.race([taken, 'waits'])) as unknown).toMatchObject({ isHeld: expect.any(Function) });
});

/** What `ask` gives while each of the operations fails. */
async function withFault<T>(never: Readonly<Record<string, string>>, ask: () => T | Promise<T>): Promise<T> {
  const watched = failOperations({ folder, never });
  try {
    return await ask();
  } finally {
    watched.restore();
  }
}

describe('where the disk does not answer', () => {
  test.each(['EIO', 'EMFILE', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY'])('%s is no lost lock', async (code) => {
    const lock = await take();
    await expect(withFault({ readFileSync: code }, () => lock?.isHeld())).rejects.toMatchObject({ code });
    expect(lock?.isHeld()).toBe(true);
  });

  test('who asks for the lock of another hears what the disk says', async () => {
    await take();
    await expect(withFault({ readFileSync: 'EIO' }, () => takeLock(file))).rejects.toMatchObject({
      code: 'EIO',
    });
    expect(existsSync(file)).toBe(true);
  });

  test('nobody keeps a lock that was taken over and could not be looked at', async () => {
    writeFileSync(file, '');
    const taken = takeLock(file).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2100);
    expect(readFileSync(file, 'utf8')).toContain(`${process.pid}`);
    const watched = failOperations({ folder, at: 1, fault: 'EIO' });
    await vi.advanceTimersByTimeAsync(1000);
    watched.restore();
    expect(await taken).toMatchObject({ code: 'EIO' });
    expect(existsSync(file)).toBe(false);
  });

  test('neither the sign of life nor the release throws, and the lock stays', async () => {
    const lock = await take();
    await withFault({ readFileSync: 'EIO' }, () => vi.advanceTimersByTimeAsync(10_000));
    await withFault({ utimesSync: 'EIO' }, () => vi.advanceTimersByTimeAsync(10_000));
    expect(lock?.isHeld()).toBe(true);
    await withFault({ readFileSync: 'EIO' }, () => lock?.release());
    expect(existsSync(file)).toBe(true);
  });

  test('a file that is gone is a lost lock, on Windows also one that others keep open', async () => {
    const lock = await take();
    const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
    for (const code of ['EPERM', 'EBUSY'])
      expect(await withFault({ readFileSync: code }, () => lock?.isHeld())).toBe(false);
    await expect(withFault({ readFileSync: 'EIO' }, () => lock?.isHeld())).rejects.toMatchObject({
      code: 'EIO',
    });
    platform.mockRestore();
    rmSync(file);
    expect(lock?.isHeld()).toBe(false);
  });
});
