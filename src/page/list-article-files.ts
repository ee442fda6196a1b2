import { posix } from 'node:path';
import type { SiteConfig } from '../config/index.ts';
import { listFolder } from '../load/index.ts';

/** Files of `content/` in the source language by the path of their article, whether an index page names them or not. */
export type ArticleFiles = ReadonlyMap<string, string>;

/** Reads names only. Where `x.md` and `x/index.md` both stand, the first counts, as for `children`. */
export async function listArticleFiles({ root, languages }: SiteConfig): Promise<ArticleFiles> {
  const folder = posix.join(languages[0]?.dir ?? '.', 'content');
  const { files } = await listFolder(root, folder);
  const found = new Map<string, string>();
  for (const file of files.filter((each) => each.endsWith('.md'))) {
    const path = readPath(file.slice(folder.length));
    if (!found.has(path) || !isIndex(file)) found.set(path, file);
  }
  return found;
}

/** Path of the article in a file below `content/`: `/a/index.md` is `a`. */
function readPath(file: string): string {
  return file
    .replace(/\.md$/, '')
    .replace(/(?:^|\/)index$/, '')
    .replace(/^\/+/, '');
}

export function isIndex(file: string): boolean {
  return /(?:^|\/)index\.md$/.test(file);
}
