import { createTwoFilesPatch } from 'diff';
import type { FixedFile } from './write-fixes.ts';

/** What would change, as a patch that `git apply` and `patch -p1` take. */
export function formatPatch(files: readonly FixedFile[]): string {
  return files
    .map(({ file, before, after }) =>
      createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 }),
    )
    .map((patch) => patch.replace(/^={3,}\n/, ''))
    .join('');
}
