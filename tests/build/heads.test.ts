import { expect, it } from 'vitest';
import { readSetup } from '../../src/config/index.ts';
import { openSourceFolder, readFiles } from '../../src/load/index.ts';
import { build } from '../../src/publish-site/index.ts';
import { openHeads } from '../../src/record/index.ts';
import { openWorkspace } from '../../src/workspace/index.ts';
import { copySite } from './copy-site.ts';

it('a build has the next process know what it has parsed', async () => {
  const { root, out, cache } = copySite('smallest');
  const options = { dir: cache, mode: 'write' } as const;
  await build({ root, out, cache: options, workers: 0, search: false });
  const { value: setup } = await readSetup({ root });
  if (setup === undefined) throw new Error('The site file cannot be read.');
  const { heads } = openHeads(options, root);
  const files = await readFiles(setup.config, openSourceFolder(root), heads);
  const tools = { renderMarkdown: () => Promise.reject(new Error('Nothing is rendered.')) };
  expect((await openWorkspace(setup, files, tools).resolved()).value.length).toBeGreaterThan(0);
  expect(heads.pack()).toBeUndefined();
});
