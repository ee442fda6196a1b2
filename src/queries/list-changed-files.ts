import type { SiteFiles } from '../load/index.ts';

/** A file of a site that differs between two states of it. */
export interface ChangedFile {
  readonly file: string;
  readonly kind: 'added' | 'removed' | 'changed';
}

/** Files of which the texts differ, and pictures and other assets that came, went or have another content, by name. */
export function listChangedFiles(before: SiteFiles, after: SiteFiles): readonly ChangedFile[] {
  const changed: ChangedFile[] = [];
  const compare = (older: Names, newer: Names, isSame: (file: string) => boolean) => {
    for (const file of newer.keys()) {
      if (!older.has(file)) changed.push({ file, kind: 'added' });
      else if (!isSame(file)) changed.push({ file, kind: 'changed' });
    }
    for (const file of older.keys()) if (!newer.has(file)) changed.push({ file, kind: 'removed' });
  };
  compare(before.texts, after.texts, (file) => before.texts.get(file) === after.texts.get(file));
  compare(new Set(before.unread), new Set(after.unread), () => true);
  compare(before.assets, after.assets, (file) => nameImage(before, file) === nameImage(after, file));
  return changed.sort((one, other) => (one.file < other.file ? -1 : 1));
}

type Names = Pick<ReadonlyMap<string, unknown>, 'has'> & { keys(): Iterable<string> };

function nameImage({ images }: SiteFiles, file: string): string {
  return JSON.stringify(images.get(file) ?? '');
}
