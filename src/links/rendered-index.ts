import type { Version } from '../versions/index.ts';
import { hasVersion } from '../versions/index.ts';
import type { RenderedArticle } from './types.ts';

/** Rendered articles by language and path; broken ones are left out. */
export interface RenderedIndex {
  list(language: string, path: string): readonly RenderedArticle[];
  find(language: string, path: string, version: Version): RenderedArticle | undefined;
}

/** @param others answers for articles of which nothing has been rendered */
export function createRenderedIndex(
  rendered: readonly RenderedArticle[],
  others?: Pick<RenderedIndex, 'list'>,
): RenderedIndex {
  const groups = new Map<string, RenderedArticle[]>();
  for (const each of rendered) {
    const { language, article, broken } = each.resolution;
    if (broken) continue;
    const key = `${language} ${article.path}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  const list = (language: string, path: string) =>
    groups.get(`${language} ${path}`) ?? others?.list(language, path) ?? [];
  return {
    list,
    find: (language, path, version) =>
      list(language, path).find(({ resolution }) => hasVersion(resolution.versions, version)),
  };
}
