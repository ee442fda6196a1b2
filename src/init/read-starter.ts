import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** By language, the texts of each file of the site that a new one is made of. */
export type Starter = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads `starter/` of the package. */
export async function readStarter(): Promise<Starter> {
  // The compiled module finds it one folder further up than the source, or two.
  const folder = ['../../', '../../../']
    .map((up) => fileURLToPath(new URL(`${up}starter`, import.meta.url)))
    .find((each) => existsSync(each));
  if (folder === undefined) throw new Error('The package is missing its folder starter/.');
  return new Map([
    ['en', await readTexts(join(folder, 'en'))],
    ['ja', await readTexts(join(folder, 'ja'))],
  ]);
}

async function readTexts(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files.sort().map(async (file) => {
    const name = relative(folder, file).split(sep).join('/');
    return [name, await readFile(file, 'utf8')] as const;
  });
  return new Map(await Promise.all(texts));
}
