import { posix, relative, resolve, sep } from 'node:path';
import type { SiteConfig } from '../config/index.ts';
import { findNearest } from '../diagnostics/index.ts';
import { type ArticleFiles, listArticleFiles } from '../page/index.ts';
import { UsageError } from '../usage-error.ts';

/** What a command line means by a name of an article. */
export interface FoundFile {
  /** Path of the article. */
  readonly path: string;
  /** The language whose file was named; undefined where the article itself was (`packages/quickstart`). */
  readonly language: string | undefined;
}

/**
 * Finds an article by its file (from the working folder, from the root, or absolute) or by its path.
 *
 * @throws UsageError where there is none; names the nearest
 */
export async function findFile(config: SiteConfig, name: string): Promise<FoundFile> {
  const articles = await listArticleFiles(config);
  const found = findByFile(config, articles, name) ?? findByPath(articles, name);
  if (found !== undefined) return found;
  throw new UsageError(describeUnknown(articles, name));
}

function findByFile(config: SiteConfig, articles: ArticleFiles, name: string): FoundFile | undefined {
  const [source] = config.languages;
  const named = [resolve(name), resolve(config.root, name)].map((file) =>
    relative(config.root, file).split(sep).join('/'),
  );
  for (const [path, file] of articles) {
    const part = file.slice(posix.join(source?.dir ?? '.', 'content').length);
    const language = config.languages.find(({ dir }) =>
      named.includes(`${posix.join(dir, 'content')}${part}`),
    );
    if (language !== undefined) return { path, language: language.code };
  }
  return undefined;
}

function findByPath(articles: ArticleFiles, name: string): FoundFile | undefined {
  const path = name.replace(/^\/+|(?<!\/)\/+$/g, '');
  return articles.has(path) ? { path, language: undefined } : undefined;
}

function describeUnknown(articles: ArticleFiles, name: string): string {
  const plain = name.replace(/^(?:\.?\/)*/, '').replace(/(?<!\/)\/+$/, '');
  const nearest = findNearest(plain, articles.values()) ?? findNearest(plain, articles.keys());
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  return `There is no article '${name}'.${guess}`;
}
