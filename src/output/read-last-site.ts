import { type Dirent, readdirSync } from 'node:fs';
import { type Stamp, stampFile } from './sign-files.ts';

/** What lies in a folder. Names are relative to it, with `/`. */
export interface LastSite {
  readonly dir: string;
  /** Regular files, in the order of their names. */
  readonly files: ReadonlyMap<string, Stamp>;
  /** What no build writes: symbolic links and the like, and folders with nothing in them. */
  readonly others: readonly string[];
}

/** Lists a folder and all below it. Nothing is followed out of it. */
export function readLastSite(dir: string): LastSite {
  const files = new Map<string, Stamp>();
  const others: string[] = [];
  // Paths are put together plainly: a site has ten thousands of them, and `join` would look at each of their steps.
  const walk = (folder: string): void => {
    const entries = readdirSync(`${dir}/${folder}`, { withFileTypes: true }).sort(compareEntries);
    if (entries.length === 0 && folder !== '') others.push(folder);
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile()) files.set(name, stampFile(`${dir}/${name}`));
      else others.push(name);
    }
  };
  walk('');
  return { dir, files, others };
}

/** As the names of files compare: those in a folder begin with its name and a slash. */
function compareEntries(one: Dirent, other: Dirent): number {
  return nameEntry(one) < nameEntry(other) ? -1 : 1;
}

function nameEntry(entry: Dirent): string {
  return entry.isDirectory() ? `${entry.name}/` : entry.name;
}
