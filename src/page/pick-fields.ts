import type { Article, ArticleText, FieldName } from '../load/index.ts';

/** The article with some of its fields only, for those who need no more of it. */
export function pickFields(article: Article, names: readonly FieldName[]): Article {
  const pick = (text: ArticleText): ArticleText => {
    const fields = names.flatMap((name) => {
      const source = text.fields[name];
      return source === undefined ? [] : [[name, source] as const];
    });
    return { ...text, fields: Object.fromEntries(fields), labels: new Map() };
  };
  return { ...article, texts: new Map([...article.texts].map(([code, text]) => [code, pick(text)])) };
}
