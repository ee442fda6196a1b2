import type { Article } from '../load/index.ts';
import type { BranchFinding } from '../queries/index.ts';
import { formatRanges, formatVersions } from '../versions/index.ts';
import type { Finding, RuleScope } from './types.ts';

const MAX_ARTICLES = 3;

/** The findings of a kind as mistakes, each in a sentence, with the articles that were looked at. */
export async function describeBranches(
  { branches, versions, corpus }: RuleScope,
  kind: BranchFinding['kind'],
  write: (found: BranchFinding, asked: string) => Pick<Finding, 'message' | 'hint' | 'fixes'>,
): Promise<readonly Finding[]> {
  return (await branches)
    .filter((found) => found.kind === kind)
    .map((found) => {
      const { hint, ...rest } = write(found, formatRanges(found.asked, versions));
      const looked = describeArticles(found, (path) => corpus.articles.get(path));
      return {
        ...rest,
        hint: [hint, looked].filter((part) => part !== undefined).join(' '),
        place: found.place,
        ...(found.end && { end: found.end }),
        versions: formatVersions(found.tagVersions, versions),
      };
    });
}

/** As it is written: `ifversion cloud`, `else`. */
export function writeTag({ keyword, condition }: BranchFinding): string {
  return condition === '' ? keyword : `${keyword} ${condition}`;
}

/** Undefined for a text of the only article that has it. */
function describeArticles(
  { articles, place }: BranchFinding,
  findArticle: (path: string) => Article | undefined,
): string | undefined {
  const names = articles.map((path) => (path === '' ? 'the home page' : path));
  const own = findArticle(articles[0] ?? '')?.texts.values() ?? [];
  if (articles.length === 1 && [...own].some(({ file }) => file === place.file)) return undefined;
  const shown = names.slice(0, MAX_ARTICLES).join(', ');
  const rest = names.length - MAX_ARTICLES;
  const list = rest > 0 ? `${shown} and ${rest} more` : shown;
  return `The text is used by ${articles.length === 1 ? 'one article' : `${articles.length} articles`}: ${list}.`;
}
