import { deepFreeze, type ReportFault, type SiteConfig } from '../config/index.ts';
import { checkFrontmatter } from './check-frontmatter.ts';
import { createArticle } from './create-article.ts';
import { parseFrontmatter } from './parse-frontmatter.ts';
import type { ArticleFile } from './read-article-file.ts';
import { readTranslation, WORD_KEYS } from './read-translation.ts';
import { reportFrontmatter } from './report-frontmatter.ts';
import type { Article, ArticleText, DataStore, SiteFiles } from './types.ts';
import { listVariantNames } from './variants.ts';
import { type DataTree, formatPlain } from './yaml-values.ts';

/**
 * An article that has been read, of files that say something else. Undefined where its frontmatter differs in more than words,
 * which is a matter of the tree, of addresses or of versions, and where there is something to report of a file.
 *
 * @param before without faults in its files
 */
export function rereadArticle(
  before: Article,
  { texts }: SiteFiles,
  config: SiteConfig,
  parts: DataStore['parts'],
): Article | undefined {
  let isSound = true;
  const report: ReportFault = () => {
    isSound = false;
  };
  const parse = (path: string) => parseFrontmatter({ path, text: texts.get(path) ?? '' });
  const [source, ...translations] = [...before.texts.values()];
  const parsed = parse(before.file);
  const map = parsed.yaml?.value;
  if (source === undefined || map?.kind !== 'map' || !reportFrontmatter(parsed, report)) return undefined;
  const frontmatter = checkFrontmatter(map, listVariantNames(config, { parts }), report);
  const words = translations.map(({ file, language }) => readTranslation(file, language, { parse, report }));
  const read = words.filter((each): each is ArticleText => each !== undefined);
  const isSame = describeRest(formatPlain(frontmatter) as DataTree) === describeRest(before.frontmatter);
  if (!isSound || !isSame || read.length < words.length) return undefined;
  const { path, file, kind, versions, parent, children } = before;
  const draft: ArticleFile = {
    path,
    file,
    kind,
    versions,
    frontmatter,
    body: parsed.body,
    hasVersions: true,
  };
  return deepFreeze(createArticle({ draft, parent, children }, source.language, read));
}

/** All but the words. */
function describeRest(frontmatter: Article['frontmatter']): string {
  const rest = Object.entries(frontmatter).filter(([key]) => !WORD_KEYS.some((each) => each === key));
  return JSON.stringify(rest);
}
