import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../usage-error.ts';
import type { DocsLibrary } from '../types.ts';
import { createBuiltLibrary } from './built-library.ts';
import { parsePageList } from './parse-page-list.ts';

/**
 * A site that Decant has built: its list of pages, and their Markdown. Rebuilt meanwhile, the next answer is of the new one.
 *
 * @param folder absolute
 */
export function openBuiltSite(folder: string): () => Promise<DocsLibrary> {
  let current: DocsLibrary | undefined;
  return async () => {
    const file = join(folder, 'pages.json');
    const { mtimeMs, size } = await stat(file).catch(() => {
      throw new UsageError(
        `The folder '${folder}' does not hold a site from decant build: there is no pages.json.`,
      );
    });
    const stamp = `${mtimeMs} ${size}`;
    if (current?.stamp === stamp) return current;
    const list = parsePageList(await readFile(file, 'utf8'));
    if (list === undefined)
      throw new UsageError(`The file pages.json in '${folder}' is not a list of pages from decant build.`);
    current = createBuiltLibrary(folder, stamp, list);
    return current;
  };
}
