import { deepFreeze } from '../../config/index.ts';
import type { Version } from '../../versions/index.ts';
import { appendMade } from '../append-made.ts';
import type { Article, ArticleText, DataStore } from '../types.ts';
import { collectReleaseNotes, type ReleaseNotes } from './collect-release-notes.ts';
import { writeReleaseNotes } from './write-release-notes.ts';

/**
 * Gives articles with the layout `release-notes` a body that prints `data/release-notes/PLAN/RELEASE/PATCH.yml` for
 * each of their versions. It names the notes by `data` tags, so everything that holds for a text holds for them too.
 */
export function addReleaseNotes(
  articles: ReadonlyMap<string, Article>,
  data: DataStore,
  versions: readonly Version[],
): ReadonlyMap<string, Article> {
  return new Map(
    [...articles].map(([path, article]) => [
      path,
      article.layout === 'release-notes' ? addNotes(article, data, versions) : article,
    ]),
  );
}

function addNotes(article: Article, data: DataStore, versions: readonly Version[]): Article {
  const [source] = article.texts.keys();
  const notes = source === undefined ? [] : collectReleaseNotes(article, data.tree(source), versions);
  if (notes.length === 0) return article;
  const texts = [...article.texts].map(
    ([language, text]) => [language, appendNotes(text, notes, data.tree(language).ui)] as const,
  );
  return deepFreeze({ ...article, texts: new Map(texts) });
}

function appendNotes(text: ArticleText, notes: readonly ReleaseNotes[], ui: unknown): ArticleText {
  const made = writeReleaseNotes(notes, text.language, ui);
  return { ...text, fields: { ...text.fields, body: appendMade(text, made) } };
}
