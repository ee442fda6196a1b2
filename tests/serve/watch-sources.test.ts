import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { watchSources } from '../../src/serve/index.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

it('hears of a file that is written again while its first change is taken, as by a formatter', async () => {
  const root = createTemporaryFolder();
  const file = join(root, 'content/lamp.md');
  mkdirSync(join(root, 'content'));
  writeFileSync(file, 'As it was.\n');
  const watch = watchSources({ root, out: join(root, '_site'), sources: ['content'], since: Date.now() + 1 });
  onTestFinished(() => watch.close());
  const heard: string[][] = [];
  watch.follow(async (changed) => {
    heard.push([...changed]);
    if (heard.length === 1) writeFileSync(file, 'As the formatter writes it.\n');
  });
  watch.begin();
  await expect
    .poll(
      () => {
        if (heard.length === 0) writeFileSync(file, `Saved at ${performance.now()}.\n`);
        return heard.length;
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBeGreaterThan(1);
  expect(heard.slice(0, 2)).toEqual([['content/lamp.md'], ['content/lamp.md']]);
});

it('hears of no file that was there before, where folders are missing', async () => {
  const root = createTemporaryFolder();
  for (const folder of ['content', 'data', 'translations/ja-JP/content']) {
    mkdirSync(join(root, folder), { recursive: true });
    for (let at = 0; at < 40; at += 1) writeFileSync(join(root, folder, `${at}.md`), 'As it was.\n');
  }
  // The time that a disk notes is not that of the clock to the millisecond.
  await wait(50);
  const sources = ['content', 'data', 'assets', 'theme', 'translations/ja-JP'];
  const watch = watchSources({ root, out: join(root, '_site'), sources, since: Date.now() });
  onTestFinished(() => watch.close());
  const heard = new Set<string>();
  watch.follow(async (changed) => {
    for (const file of changed) heard.add(file);
  });
  watch.begin();
  const write = () => {
    writeFileSync(join(root, 'data/0.md'), `Saved at ${performance.now()}.\n`);
    return heard.size;
  };
  await expect.poll(write, { timeout: 60_000, interval: 200 }).toBeGreaterThan(0);
  expect([...heard]).toEqual(['data/0.md']);
});
