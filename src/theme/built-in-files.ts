import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Text of a file under its name, before it gets its hash. */
export type NamedTexts = ReadonlyMap<string, string>;

const NAMES = ['styles.css', 'early.js', 'page.js', 'variants.js', 'choose-language.js', 'icon.svg'];

/** Reads the theme's own style sheet, scripts and icon from the package. */
export async function readBuiltInFiles(): Promise<NamedTexts> {
  const folder = findThemeFolder();
  const read = async (name: string) =>
    [name, compact(await readFile(new URL(name, folder), 'utf8'))] as const;
  return new Map(await Promise.all(NAMES.map(read)));
}

/** Without indentation, empty lines and the comments that begin a line; the theme's own files hold no text in which these count. */
function compact(text: string): string {
  return text
    .replace(/^\s*\/\*[\s\S]*?\*\/\s*?$/gm, '')
    .replace(/^\s+/gm, '')
    .trimEnd()
    .concat('\n');
}

/** The compiler does not copy `site/assets/`, so the compiled module finds it one folder further up than the source. */
function findThemeFolder(): URL {
  const folders = ['../../site/assets/', '../../../site/assets/'].map(
    (path) => new URL(path, import.meta.url),
  );
  const folder = folders.find((url) => existsSync(fileURLToPath(url)));
  if (folder === undefined) throw new Error('The package lacks its folder site/assets.');
  return folder;
}
