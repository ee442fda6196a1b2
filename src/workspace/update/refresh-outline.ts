import { replaceHeads } from '../../changes/index.ts';
import type { PageHead } from '../../links/index.ts';
import type { Article, Corpus } from '../../load/index.ts';
import type { SiteOutline } from './types.ts';

/** An outline in which articles that have been read again stand wherever they stood before. */
export function refreshOutline<K>(
  outline: SiteOutline<K>,
  { articles }: Pick<Corpus, 'articles'>,
): SiteOutline<K> {
  const heads = new Map(outline.heads.map((head) => [head, refreshHead(head)]));
  return {
    ...outline,
    articles,
    heads: [...heads.values()],
    changes: replaceHeads(outline.changes, (head) => heads.get(head) ?? refreshHead(head)),
  };

  function refreshHead(head: PageHead): PageHead {
    const article = find(head.article);
    return article === head.article ? head : { ...head, article };
  }

  function find(article: Article): Article {
    return articles.get(article.path) ?? article;
  }
}
