import type { ArticleGridView, ArticleView, SiteView } from '../../site/view.ts';
import type { PageHead } from '../links/index.ts';
import { type Navigation, type NavigationNode, readTexts } from '../navigation/index.ts';

/** The keys of frontmatter that readers choose by, and those that a card shows besides. */
interface GridKeys {
  readonly filters: readonly string[];
  readonly labels: readonly string[];
}

/**
 * All articles below a landing page, with what readers choose them by. Undefined for pages of other layouts, and where
 * no article says what it belongs to: such pages list their children.
 */
export function createArticleGrid(
  page: PageHead,
  site: SiteView,
  navigation: Navigation,
): ArticleGridView | undefined {
  const keys = findKeys(page);
  const node = navigation.findNode(page);
  if (keys === undefined || node === undefined) return undefined;
  const included = readTexts(page.article.frontmatter.includedCategories).map(fold);
  const isIncluded = (category: string) => included.length === 0 || included.includes(fold(category));
  const name = (key: string, value: string) => site.findLabel(page.language, key, value) ?? value;
  const all = listArticles(node).map((article) => describeArticle(article, keys, isIncluded, name));
  const isChosen = ({ choices }: ArticleView) => (choices.category?.length ?? 0) > 0;
  const isDiscovery = page.article.layout === 'discovery-landing' && included.length > 0;
  const articles = isDiscovery ? all.filter(isChosen) : all;
  const hasChoice = articles.some(({ choices }) => Object.values(choices).some(({ length }) => length > 0));
  return hasChoice ? { filters: keys.filters, articles } : undefined;
}

/** A page of `category-landing` may name its `filters`; `category` is always one of them. */
function findKeys({ article: { layout, frontmatter } }: PageHead): GridKeys | undefined {
  if (layout === 'bespoke-landing' || layout === 'discovery-landing')
    return { filters: ['category'], labels: ['category'] };
  if (layout !== 'category-landing') return undefined;
  const named = frontmatter.filters === undefined ? ['surface'] : readTexts(frontmatter.filters);
  const filters = ['category', ...['surface', 'complexity'].filter((key) => named.includes(key))];
  return { filters, labels: ['industry', 'category', 'complexity', 'surface'] };
}

/** In the order of the sidebar, index pages left out; a page that is listed twice comes once. */
function listArticles({ children }: NavigationNode): readonly PageHead[] {
  const found = children.flatMap((child) =>
    child.children.length === 0 ? [child.page] : listArticles(child),
  );
  return [...new Set(found)];
}

function describeArticle(
  page: PageHead,
  { filters, labels }: GridKeys,
  isIncluded: (category: string) => boolean,
  name: (key: string, value: string) => string,
): ArticleView {
  const read = (key: string): readonly string[] => {
    const values = [...new Set(readTexts(page.article.frontmatter[key]).map((value) => value.trim()))];
    return values.filter((value) => value !== '' && (key !== 'category' || isIncluded(value)));
  };
  return {
    page,
    choices: Object.fromEntries(filters.map((key) => [key, read(key)])),
    labels: labels.flatMap((key) => read(key).map((value) => name(key, value))),
  };
}

/** Names of categories are the same in any case. */
function fold(category: string): string {
  return category.trim().toLowerCase();
}
