import { replaceHeads } from '../../changes/index.ts';
import type { PageHead } from '../../links/index.ts';
import type { Article, ArticleText } from '../../load/index.ts';
import type { Site } from '../types.ts';
import { countOutcomes } from './count-outcomes.ts';
import { sumHead } from './describe.ts';
import { uniteOwned } from './join-findings.ts';
import { packAddresses } from './pack-addresses.ts';
import { packRendered } from './pack-rendered.ts';
import { packTargets } from './pack-targets.ts';
import { pickHead } from './pick-head.ts';
import type { SiteOutline } from './types.ts';

/**
 * What must be kept of a whole site, so that a part of it can be built again.
 *
 * @param kept what the writer of the site will ask for then; handed back as it is
 */
export function outlineSite<K>(site: Site, kept: K): SiteOutline<K> {
  const { config, corpus, pages, trace, figures, languages, versions } = site;
  const { rendered, settled, targets, owned, addresses, ...rest } = trace;
  const articles = new Map([...corpus.articles].map(([path, article]) => [path, outlineArticle(article)]));
  const find = (article: Article) => articles.get(article.path) ?? article;
  const heads = new Map(pages.map((page) => [page.href, outlineHead(page, find(page.article))]));
  return {
    ...rest,
    owned: owned.map(uniteOwned),
    config,
    builtVersions: versions,
    languages,
    articles,
    ...(corpus.failed && { failed: corpus.failed }),
    features: corpus.features,
    data: corpus.data.parts,
    targets: packTargets(targets),
    addresses: packAddresses(addresses),
    heads: [...heads.values()],
    sums: pages.map(sumHead),
    rendered: packRendered(settled),
    changes: replaceHeads(
      site.changes,
      (page) => heads.get(page.href) ?? outlineHead(page, find(page.article)),
    ),
    kept,
    figures,
    outcomes: countOutcomes(rendered, trace.versions),
  };
}

/** The outline with other articles and heads in the place of those that were there. */
export function renewOutline<K>(
  outline: SiteOutline<K>,
  { articles, heads, changes }: Pick<SiteOutline, 'articles' | 'changes' | 'heads'>,
): SiteOutline<K> {
  const outlined = new Map(
    [...articles].map(([path, article]) => {
      const known = outline.articles.get(path);
      return [path, article === known ? known : outlineArticle(article)] as const;
    }),
  );
  const find = (head: PageHead) => outlineHead(head, outlined.get(head.article.path) ?? head.article);
  const renewed = new Map(heads.map((head) => [head, find(head)]));
  return {
    ...outline,
    articles: outlined,
    heads: [...renewed.values()],
    sums: heads.map(sumHead),
    changes: replaceHeads(changes, (head) => renewed.get(head) ?? find(head)),
  };
}

export function outlineArticle(article: Article): Article {
  const texts = [...article.texts].map(([language, words]): [string, ArticleText] => {
    const { passages: _, ...rest } = words;
    const { body: __, ...fields } = words.fields;
    return [language, { ...rest, fields }];
  });
  return { ...article, keyPlaces: new Map(), texts: new Map(texts) };
}

export function outlineHead(page: PageHead, article: Article): PageHead {
  return { ...pickHead(page), article };
}
