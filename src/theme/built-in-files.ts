import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Text of a file under its name, before it gets its hash. */
export type NamedTexts = ReadonlyMap<string, string>;

const NAMES = [
  'styles.css',
  'early.js',
  'page.js',
  'variants.js',
  'filters.js',
  'search-dialog.js',
  'search-engine.js',
  'choose-language.js',
  'redirect.js',
  'not-found.js',
  'changes.js',
  'home.css',
  'math.css',
  'landing.css',
  'guides.css',
  'code.css',
  'tabs.css',
  'operations.css',
  'steps.css',
  'files.css',
  'card-grid.css',
  'badges.css',
  'diagrams.css',
  'changes.css',
  'compare.css',
  'plain.css',
  'search.css',
  'banner.js',
  'icon.svg',
];

/** Made by `npm run compile`. */
const COMPILED = ['compare-texts.js', 'compare.js'];

/** Reads the theme's own style sheet, scripts and icon from the package. */
export async function readBuiltInFiles(): Promise<NamedTexts> {
  const read = (name: string, folder: URL) => readFile(new URL(name, folder), 'utf8');
  const own = NAMES.map(async (name) => {
    const text = compact(await read(name, findFolder('site/assets/')));
    return [name, name.endsWith('.css') ? compactStyles(text) : text] as const;
  });
  const compiled = COMPILED.map(
    async (name) => [name, await read(name, findFolder('dist/browser/'))] as const,
  );
  return new Map(await Promise.all([...own, ...compiled]));
}

/** Reads a part of the style sheet that only some sites need: `logo`. */
export async function readStylePart(name: string): Promise<string> {
  return compactStyles(
    compact(await readFile(new URL(`${name}.css`, findFolder('site/assets/parts/')), 'utf8')),
  );
}

/** Without indentation, empty lines and the comments that begin a line; the theme's own files hold no text in which these count. */
function compact(text: string): string {
  return text
    .replace(/^\s*\/\*[\s\S]*?\*\/\s*?$/gm, '')
    .replace(/^\s+/gm, '')
    .trimEnd()
    .concat('\n');
}

/** A style sheet of the theme that is compact already, with a line for each rule: its lines are as a formatter writes them. */
function compactStyles(text: string): string {
  return text
    .replace(/^([\w-]+): /gm, '$1:')
    .replace(/(?<=[(,;])\n|\n(?=\))| (?=\{$)|(?<=\{)\n/gm, '')
    .replaceAll(';}', '}');
}

/** A folder of the package; the compiled module stands one folder further down than the source. */
function findFolder(path: string): URL {
  const folders = ['../../', '../../../'].map((up) => new URL(`${up}${path}`, import.meta.url));
  const folder = folders.find((url) => existsSync(fileURLToPath(url)));
  if (folder === undefined)
    throw new Error(`The package is missing its folder ${path}; npm run compile creates it.`);
  return folder;
}
