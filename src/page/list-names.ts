import { posix } from 'node:path';
import type { Language, SiteConfig } from '../config/index.ts';
import { isDataFile, listFolder } from '../load/index.ts';
import { type ArticleFiles, listArticleFiles } from './list-article-files.ts';

/** Names of a site's files: cheap to list, and enough to know which ones to read. */
export interface SiteNames {
  readonly articles: ArticleFiles;
  /** Files of `data/` in all languages wanted, by what a `data` tag calls them: `reusables.a.b`, `variables.a`. */
  readonly data: ReadonlyMap<string, readonly string[]>;
  /**
   * Files that any text may depend on without naming them: features of conditions, tools that have tags, languages of code.
   */
  readonly general: readonly string[];
  readonly assets: ReadonlySet<string>;
}

export async function listSiteNames(config: SiteConfig, languages: readonly Language[]): Promise<SiteNames> {
  const { root } = config;
  const [articles, assets, ...folders] = await Promise.all([
    listArticleFiles(config),
    listFolder(root, 'assets'),
    ...languages.map(({ dir }) => listData(root, posix.join(dir, 'data'))),
  ]);
  const data = new Map<string, string[]>();
  for (const { file, name } of folders.flat()) data.set(name, [...(data.get(name) ?? []), file]);
  const general = [...data].filter(([name]) => GENERAL.test(name)).flatMap(([, files]) => files);
  return { articles, data, general, assets: new Set(assets.files) };
}

const GENERAL = /^(?:features\.|(?:ui|code-languages)(?:\.|$))/;

async function listData(root: string, folder: string): Promise<readonly { file: string; name: string }[]> {
  const { files } = await listFolder(root, folder);
  return files.filter(isDataFile).map((file) => ({ file, name: nameData(file.slice(folder.length + 1)) }));
}

function nameData(file: string): string {
  return file.replace(/\.[a-z]+$/, '').replaceAll('/', '.');
}

/** The files that may hold a reference: `variables.a.b.c` may stand in `variables/a.yml` as well as in `variables/a/b.yml`. */
export function findDataFiles({ data }: SiteNames, reference: string): readonly string[] {
  const parts = reference.split('.');
  return parts.flatMap((_, at) => data.get(parts.slice(0, at + 1).join('.')) ?? []);
}
