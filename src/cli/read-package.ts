import { existsSync, readFileSync } from 'node:fs';

export interface OwnPackage {
  readonly version: string;
  /** Address of the project; empty where nobody knows. */
  readonly homepage: string;
  readonly folder: URL;
}

/** The package of the program, compiled or not. */
export function readPackage(): OwnPackage {
  let folder = new URL('.', import.meta.url);
  for (let up = 0; up < 5; up += 1) {
    const file = new URL('package.json', folder);
    if (existsSync(file)) {
      const { version, homepage } = JSON.parse(readFileSync(file, 'utf8'));
      return { version, homepage, folder };
    }
    folder = new URL('..', folder);
  }
  return { version: '0.0.0', homepage: '', folder };
}
