import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that is gone when the running test is over. */
export function createTemporaryFolder(): string {
  const folder = createFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

/** An empty folder that whoever asked for it has to remove. */
export function createFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'decant-test-')));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
