import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash of all compiled modules, so that a build need not read them to know by what program it is made, and their sizes, by which
 * it sees that they are still these.
 */
export function sumProgram(dist) {
  const names = readdirSync(dist, { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .sort();
  const hash = createHash('sha256');
  const sizes = {};
  for (const name of names) {
    const text = readFileSync(join(dist, name));
    hash.update(`${name}\n${text.length}\n`).update(text);
    sizes[name] = text.length;
  }
  return { hash: hash.digest('base64url'), sizes };
}
