import { deepFreeze, type Language, type ReportFault, type SiteConfig } from '../config/index.ts';
import { EMPTY_SET, type Version } from '../versions/index.ts';
import { buildArticleTree, type TreeNode } from './build-article-tree.ts';
import { checkTree } from './check-tree.ts';
import { createArticle } from './create-article.ts';
import type { ContentFolder } from './find-child.ts';
import { reportOrphans } from './find-orphans.ts';
import { splitLanguages } from './languages.ts';
import type { ParsedFile } from './parse-frontmatter.ts';
import { createHeadParser } from './parse-heads.ts';
import { joinPath } from './paths.ts';
import { readDraft } from './read-article-file.ts';
import { readTranslation } from './read-translation.ts';
import type { VersionReader } from './read-versions.ts';
import type { ArticleText, Corpus, SiteFiles } from './types.ts';
import type { VariantNames } from './variants.ts';

/** What reading an article takes beside its file. */
export interface ArticleTools {
  readonly versions: readonly Version[];
  readonly readVersions: VersionReader;
  readonly variants: VariantNames;
  readonly report: ReportFault;
  readonly parse: (path: string) => ParsedFile;
}

/** The articles that the tree of `children` names, parents first, with their words in every language, and those that cannot be read. */
export function readArticles(
  { texts, unread = [], heads = createHeadParser() }: SiteFiles,
  config: SiteConfig,
  tools: Omit<ArticleTools, 'parse'>,
): Required<Pick<Corpus, 'articles' | 'failed'>> {
  const { versions, report } = tools;
  const { source, translations } = splitLanguages(config);
  const content = findContent([...texts.keys(), ...unread], source, config.optionalChildren);
  const home = joinPath(content.folder, 'index.md');
  if (!content.files.has(home)) {
    reportMissingHome(home, report);
    return { articles: new Map(), failed: new Set() };
  }
  const parse = (path: string) => heads.parse({ path, text: texts.get(path) ?? '' });
  const failed = new Set<string>();
  const read = (file: string, path: string) => {
    const draft = texts.has(file) ? readDraft(file, path, { ...tools, parse }) : undefined;
    // Without versions it has no page, which is told at its file.
    if (draft === undefined || (draft.versions === EMPTY_SET && !draft.hasVersions)) failed.add(path);
    return draft;
  };
  const tree = buildArticleTree(content, read, report);
  reportOrphans(content, tree, report);
  checkTree(content, tree, versions, report);
  const create = (node: TreeNode) => {
    const part = node.draft.file.slice(content.folder.length);
    const words = readWords(part, { texts, translations }, { parse, report });
    return deepFreeze(createArticle(node, source.code, words));
  };
  return { articles: new Map([...tree.nodes].map(([path, node]) => [path, create(node)])), failed };
}

function findContent(
  names: readonly string[],
  { dir }: Language,
  optional: SiteConfig['optionalChildren'],
): ContentFolder {
  const folder = joinPath(dir, 'content');
  const files = names.filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.md'));
  return { folder, files: new Set(files), optional: new Set(optional) };
}

function readWords(
  part: string,
  { texts, translations }: { readonly texts: SiteFiles['texts']; readonly translations: readonly Language[] },
  tools: Pick<ArticleTools, 'parse' | 'report'>,
): readonly ArticleText[] {
  return translations.flatMap(({ code, dir }) => {
    const file = `${joinPath(dir, 'content')}${part}`;
    return texts.has(file) ? (readTranslation(file, code, tools) ?? []) : [];
  });
}

function reportMissingHome(file: string, report: ReportFault): void {
  report({
    code: 'load/missing-home',
    severity: 'error',
    message: `There is no home page ${file}.`,
    hint: "Write it; its 'children' name the top-level folders.",
    place: { file, line: 1, column: 1 },
  });
}
