import { createTwoFilesPatch } from 'diff';

/** A file that is rewritten; `before` is undefined where it was not there. */
interface PatchedFile {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** What would change, as a patch that `git apply` and `patch -p1` take. */
export function formatPatch(files: readonly PatchedFile[]): string {
  return files
    .map(({ file, before, after }) =>
      createTwoFilesPatch(
        before === undefined ? '/dev/null' : `a/${file}`,
        `b/${file}`,
        before ?? '',
        after,
        undefined,
        undefined,
        { context: 3 },
      ),
    )
    .map((patch) => patch.replace(/^={3,}\n/, ''))
    .join('');
}
