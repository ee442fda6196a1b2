import { deepFreeze, type SiteConfig } from '../config/index.ts';
import type { Version } from '../versions/index.ts';
import { parseFrontmatter } from './parse-frontmatter.ts';
import { readFeatures } from './read-features.ts';
import { readStore } from './read-store.ts';
import type { Article, ArticleText, Corpus, SiteFiles } from './types.ts';

/**
 * The Corpus of files of which only the bodies of some have changed since its articles were read: what frontmatter and tree
 * say of them is as it was.
 *
 * @param articles as they were
 * @param changed names of the files that have another body
 */
export function refreshCorpus(
  articles: ReadonlyMap<string, Article>,
  changed: ReadonlySet<string>,
  files: SiteFiles,
  config: SiteConfig,
  versions: readonly Version[],
): Corpus {
  const ignore = () => {};
  const refreshed = [...articles].map(([path, article]) => [path, refresh(article, changed, files)] as const);
  return Object.freeze({
    articles: new Map(refreshed),
    features: readFeatures(files, config, versions, ignore).sets,
    data: readStore(files, config, ignore),
    assets: files.assets,
    images: files.images,
    ...(files.days && { days: files.days }),
  });
}

function refresh(article: Article, changed: ReadonlySet<string>, { texts }: SiteFiles): Article {
  const words = [...article.texts.values()];
  if (!words.some(({ file }) => changed.has(file))) return article;
  const source = words[0]?.language;
  const refreshed = words.map((text) =>
    changed.has(text.file) ? replaceBody(text, texts.get(text.file) ?? '', text.language === source) : text,
  );
  return deepFreeze({ ...article, texts: new Map(refreshed.map((text) => [text.language, text])) });
}

/** The source language always has a body, if an empty one. */
function replaceBody(words: ArticleText, text: string, isSource: boolean): ArticleText {
  const { body: _, ...rest } = words.fields;
  const { body } = parseFrontmatter({ path: words.file, text });
  return { ...words, fields: isSource || body.text.trim() !== '' ? { ...rest, body } : rest };
}
