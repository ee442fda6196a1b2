import { readFileSync } from 'node:fs';

/** The version of this package. */
export function readPackageVersion(): string {
  let folder = new URL('.', import.meta.url);
  for (let up = 0; up < 5; up += 1) {
    try {
      return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version;
    } catch {
      folder = new URL('..', folder);
    }
  }
  return 'unknown';
}
