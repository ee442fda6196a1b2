import { joinPath } from './paths.ts';
import type { ArticleFile } from './read-article-file.ts';

/** The Markdown files of the source language: paths relative to the root, all below `folder`. */
export interface ContentFolder {
  /** `content`, or where the source language keeps it. */
  readonly folder: string;
  readonly files: ReadonlySet<string>;
  /** Paths that `children` may name in vain. */
  readonly optional: ReadonlySet<string>;
}

export interface FoundChild {
  readonly path: string;
  readonly file: string;
  /** Named from outside its own folder, as `/content/other/path`. */
  readonly isVisitor: boolean;
}

/** The file an entry of `children` means: one below the index page; failing that, for `/content/…`, one of the whole tree. */
export function findChild(content: ContentFolder, index: ArticleFile, entry: string): FoundChild | undefined {
  const name = entry.replace(/^\/+|(?<!\/)\/+$/g, '');
  const own = findFile(content, index.path, name);
  if (own !== undefined) return { ...own, isVisitor: false };
  const visitor = entry.startsWith('/content/')
    ? findFile(content, '', name.slice('content/'.length))
    : undefined;
  return visitor && { ...visitor, isVisitor: true };
}

/** The entry that names a file, given relative to the index page: `a/index.md` is `/a`. */
export function formatEntry(file: string): string {
  return `/${file.replace(/(\/index)?\.md$/, '')}`;
}

function findFile(
  { folder, files }: ContentFolder,
  above: string,
  name: string,
): Omit<FoundChild, 'isVisitor'> | undefined {
  const parts = name.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!isPlain || parts.at(-1) === 'index') return undefined;
  const path = joinPath(above, name);
  const file = [joinPath(folder, `${path}.md`), joinPath(folder, path, 'index.md')].find((path) =>
    files.has(path),
  );
  return file === undefined ? undefined : { path, file };
}
