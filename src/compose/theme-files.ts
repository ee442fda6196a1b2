import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A file of the theme under the name it is published with. */
export interface ThemeFile {
  readonly name: string;
  /** With a content hash, so that it may be kept for ever: `theme/styles.0a1b2c3d4e.css`. */
  readonly output: string;
  readonly text: string;
}

const NAMES = ['styles.css', 'page.js', 'variants.js', 'choose-language.js', 'icon.svg'];

/** Reads the theme's own style sheet, scripts and icon from the package. */
export async function readThemeFiles(): Promise<readonly ThemeFile[]> {
  const folder = findThemeFolder();
  return Promise.all(
    NAMES.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, output: `theme/${addHash(name, text)}`, text };
    }),
  );
}

function addHash(name: string, text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return name.replace(/(?=\.\w+$)/, `.${hash}`);
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
