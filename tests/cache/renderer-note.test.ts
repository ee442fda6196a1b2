import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { openCache } from '../../src/cache/index.ts';
import { repository } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { renderWith } from './render-with.ts';

/** Only a compiled program knows in a moment which one it is. */
const compiled: { readonly openCache: typeof openCache } = await import(
  join(repository, 'dist/src/cache/index.js')
);

describe('what a cache notes of the code that renders', () => {
  let dir = '';
  const file = () => join(dir, 'renderer.json');
  const read = () => JSON.parse(readFileSync(file(), 'utf8'));
  const write = (note: unknown) => writeFileSync(file(), JSON.stringify(note));
  const render = async (mode: 'read' | 'write' = 'write') =>
    (await renderWith({ dir, mode }, ['a'], undefined, compiled.openCache)).missed;

  beforeEach(async () => {
    dir = createTemporaryFolder();
    await render();
  });

  it('spares the same program reading its code', async () => {
    expect(await render()).toEqual([]);
    write({ ...read(), fingerprint: 'another' });
    expect(await render()).toEqual(['a']);
  });

  it.each([
    ['is about another program', () => write({ program: 'another', fingerprint: 'another' })],
    ['names no fingerprint', () => write({ ...read(), fingerprint: 7 })],
    ['is broken', () => writeFileSync(file(), '{"program":')],
  ])('counts for nothing where it %s', async (_, change) => {
    const sound = read();
    change();
    expect(await render()).toEqual([]);
    expect(read()).toEqual(sound);
  });

  it('is left as it is by a cache that only reads', async () => {
    write({ program: 'another', fingerprint: 'another' });
    expect(await render('read')).toEqual([]);
    expect(read().program).toBe('another');
    const empty = join(dir, 'none');
    await renderWith({ dir: empty, mode: 'read' }, ['a'], undefined, compiled.openCache);
    expect(existsSync(empty)).toBe(false);
  });
});
