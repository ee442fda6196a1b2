import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, readTree } from './read-tree.ts';
import { repository, runDecant } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

test.each(['translations', 'malformed', 'changes'])(
  '%s is the same site, and says the same, where all lines end as on Windows',
  async (site) => {
    const folder = createTemporaryFolder();
    const built = [];
    for (const end of ['\n', '\r\n']) {
      const root = join(folder, 'site');
      cpSync(join(repository, 'tests/sites', site), root, { recursive: true });
      for (const name of listFiles(root)) {
        const file = join(root, name);
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/\r?\n/g, end));
      }
      const out = join(folder, `out-${built.length}`);
      const options = ['--root', root, '--out', out, '--keep-going', '--no-cache', '--no-search', '--json'];
      const { stdout } = await runDecant(['build', ...options]);
      built.push({ files: readTree(out), said: JSON.parse(stdout).diagnostics });
    }
    const [unix, windows] = built;
    expect(unix?.files.size).toBeGreaterThan(10);
    expect(windows?.said).toEqual(unix?.said);
    expect([...(windows?.files ?? [])]).toEqual([...(unix?.files ?? [])]);
  },
);
