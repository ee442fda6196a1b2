import { readdirSync } from 'node:fs';

/** What lies in a folder. Names are relative to it, with `/`. */
export interface LastSite {
  readonly dir: string;
  /** Names of regular files. */
  readonly files: ReadonlySet<string>;
  /** What no build writes: symbolic links and the like, and folders with nothing in them. */
  readonly others: readonly string[];
}

/** Lists a folder and all below it. Nothing is followed out of it. */
export function readLastSite(dir: string): LastSite {
  const files = new Set<string>();
  const others: string[] = [];
  // Paths are put together plainly: a site has ten thousands of them, and `join` would look at each of their steps.
  const walk = (folder: string): void => {
    const entries = readdirSync(`${dir}/${folder}`, { withFileTypes: true });
    if (entries.length === 0 && folder !== '') others.push(folder);
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile()) files.add(name);
      else others.push(name);
    }
  };
  walk('');
  return { dir, files, others };
}
