import { existsSync, readFileSync } from 'node:fs';

/** Version and folder of the program, compiled or not. */
export function readPackage(): { readonly version: string; readonly folder: URL } {
  let folder = new URL('.', import.meta.url);
  for (let up = 0; up < 5; up += 1) {
    const file = new URL('package.json', folder);
    if (existsSync(file)) return { version: JSON.parse(readFileSync(file, 'utf8')).version, folder };
    folder = new URL('..', folder);
  }
  return { version: '0.0.0', folder };
}
