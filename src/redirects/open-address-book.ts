import type { OldAddresses } from '../links/index.ts';
import { decodeText } from '../links/index.ts';
import type { Article } from '../load/index.ts';
import { foldAddress } from './fold-address.ts';
import { createOldAddresses, type RedirectInput, settleOldAddresses } from './produce-redirects.ts';

/**
 * The look-up that links need, without a table of the whole site: of that an address needs only the articles that have a segment
 * of it in their path or in an old address. Says where an address leads as `produceRedirects` does.
 */
export function openAddressBook(input: Pick<RedirectInput, 'config' | 'corpus' | 'versions'>): OldAddresses {
  const known = new Map<string, OldAddresses>();
  let index: ReadonlyMap<string, ReadonlySet<Article>> | undefined;
  return {
    find(version, path) {
      const name = nameLast(path);
      const book = known.get(name) ?? open(name);
      known.set(name, book);
      const found = book.find(version, path);
      const article = found && input.corpus.articles.get(found.article.path);
      return found && article && { ...found, article };
    },
  };

  function open(name: string): OldAddresses {
    // The home page has no segment.
    if (name === '')
      return createOldAddresses(settleOldAddresses(input, [...input.corpus.articles.values()]).value);
    index ??= indexSegments(input.corpus.articles.values());
    const all = index.get(name) ?? new Set();
    const own = [...all].map((article) => ({
      ...article,
      redirectFrom: article.redirectFrom.filter(({ value }) => listSegments(value).includes(name)),
    }));
    return createOldAddresses(settleOldAddresses(input, own).value);
  }
}

/** Articles, in their order, by the segments of their old addresses and the last one of their own. */
function indexSegments(articles: Iterable<Article>): ReadonlyMap<string, ReadonlySet<Article>> {
  const index = new Map<string, Set<Article>>();
  for (const article of articles) {
    const segments = article.redirectFrom.flatMap(({ value }) => listSegments(value));
    for (const segment of [nameLast(article.path), ...segments]) {
      const own = index.get(segment);
      if (own === undefined) index.set(segment, new Set([article]));
      else own.add(article);
    }
  }
  return index;
}

/** Any of them can be the last one of an address that the value stands for: guides, `index` and `.md` are dropped from some. */
function listSegments(value: string): readonly string[] {
  return value
    .split('/')
    .filter((segment) => segment !== '')
    .flatMap((segment) => {
      const name = foldAddress(decodeText(segment));
      return name.endsWith('.md') ? [name, name.slice(0, -'.md'.length)] : [name];
    });
}

function nameLast(path: string): string {
  return foldAddress(path.slice(path.lastIndexOf('/') + 1));
}
