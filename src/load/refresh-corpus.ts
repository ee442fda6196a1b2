import { deepFreeze, type SiteConfig } from '../config/index.ts';
import { createDataStore } from './create-data-store.ts';
import { parseFrontmatter } from './parse-frontmatter.ts';
import { refreshData } from './refresh-data.ts';
import { rereadArticle } from './reread-article.ts';
import type { Article, ArticleText, Corpus, DataStore, SiteFiles } from './types.ts';

/** What has been read of a site. */
export interface ReadBefore extends Pick<Corpus, 'articles' | 'failed' | 'features'> {
  readonly data: DataStore['parts'];
}

/** What has been changed since. */
export interface ChangedFiles {
  /** Names of the files that have another body, or another frontmatter. */
  readonly changed: ReadonlySet<string>;
  /** Names of those that have another frontmatter. */
  readonly heads: ReadonlySet<string>;
}

/**
 * The Corpus of files of which only the bodies of some articles and reusables have changed since they were read, and what
 * frontmatter says in words: what it says beside, tree and YAML are as they were. Undefined where that cannot be.
 *
 * @param wanted paths of the articles whose bodies are read; those of the others stay as they are given
 */
export function refreshCorpus(
  before: ReadBefore,
  wanted: ReadonlySet<string>,
  { changed, heads }: ChangedFiles,
  files: SiteFiles,
  config: SiteConfig,
): Corpus | undefined {
  const parts = refreshData(before.data, changed, files, config);
  if (parts === undefined) return undefined;
  const articles = new Map(before.articles);
  for (const path of wanted) {
    const article = articles.get(path);
    if (article === undefined) continue;
    const hasOtherHead = [...article.texts.values()].some(({ file }) => heads.has(file));
    const refreshed = hasOtherHead
      ? rereadArticle(article, files, config, parts)
      : refreshArticle(article, files);
    if (refreshed === undefined) return undefined;
    articles.set(path, refreshed);
  }
  return Object.freeze({
    articles,
    ...(before.failed && { failed: before.failed }),
    features: before.features,
    data: createDataStore(parts),
    assets: files.assets,
    images: files.images,
    ...(files.days && { days: files.days }),
  });
}

function refreshArticle(article: Article, { texts }: SiteFiles): Article {
  const words = [...article.texts.values()];
  const refreshed = words.map((text, at) => replaceBody(text, texts.get(text.file) ?? '', at === 0));
  return deepFreeze({ ...article, texts: new Map(refreshed.map((text) => [text.language, text])) });
}

/** The source language always has a body, if an empty one. */
function replaceBody(words: ArticleText, text: string, isSource: boolean): ArticleText {
  const { body: _, ...rest } = words.fields;
  const { body } = parseFrontmatter({ path: words.file, text });
  return { ...words, fields: isSource || body.text.trim() !== '' ? { ...rest, body } : rest };
}
