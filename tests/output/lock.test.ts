import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { takeLock } from '../../src/output/lock.ts';

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
