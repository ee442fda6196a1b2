import type { Article, ArticleText } from '../../load/index.ts';

/** An article without the texts that only its own pages show. */
export function pickWords(article: Article): Article {
  const texts = [...article.texts].map(([language, words]): [string, ArticleText] => {
    const { body: _, product: __, permissions: ___, ...fields } = words.fields;
    return [language, { ...words, fields }];
  });
  return { ...article, texts: new Map(texts) };
}
