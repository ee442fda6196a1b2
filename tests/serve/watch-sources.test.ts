import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
