import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes away what modules were compiled to that are no more: the compiler leaves it, and it would count as part of the program,
 * and be published with it. Everything else stays, so that only what has changed is recompiled.
 *
 * @param {string} sources a folder of modules
 * @param {string} compiled the folder that they are compiled into, which holds nothing else
 */
export function removeStale(sources, compiled) {
  for (const entry of readdirSync(compiled, { withFileTypes: true })) {
    const [source, output] = [join(sources, entry.name), join(compiled, entry.name)];
    if (entry.isDirectory()) {
      removeStale(source, output);
      if (readdirSync(output).length === 0) rmdirSync(output);
    } else if (!existsSync(source.replace(/\.(?:d\.ts|js)$/, '.ts'))) rmSync(output);
  }
}
