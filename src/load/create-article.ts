import { deepFreeze, type YamlMap } from '../config/index.ts';
import type { TreeNode } from './build-article-tree.ts';
import { collectLabels, collectPlaces } from './collect-labels.ts';
import { findFrontmatter } from './read-article-file.ts';
import { collectFields } from './read-translation.ts';
import type { Article, ArticleText, Located } from './types.ts';
import { type DataTree, formatPlain } from './yaml-values.ts';

/** The deepest level of the mini contents unless frontmatter says otherwise. */
const MINI_TOC_LEVEL = 2;

/** Joins what a file says, what the tree says of it, and its words in all languages. */
export function createArticle(
  { draft, parent, children }: TreeNode,
  language: string,
  translations: readonly ArticleText[],
): Article {
  const { path, kind, file, versions, frontmatter, body } = draft;
  const text: ArticleText = {
    language,
    file,
    fields: { body, ...fallbackTitle(draft), ...collectFields(frontmatter, body) },
    labels: collectLabels(frontmatter),
  };
  const level = findPlain(frontmatter, 'miniTocMaxHeadingLevel');
  const showMiniToc = findPlain(frontmatter, 'showMiniToc');
  return {
    path,
    kind,
    file,
    versions,
    children,
    parent,
    redirectFrom: listTexts(frontmatter, 'redirect_from'),
    hidden: findPlain(frontmatter, 'hidden') === true,
    layout: findText(frontmatter, 'layout') ?? 'default',
    showMiniToc: typeof showMiniToc === 'boolean' ? showMiniToc : kind === 'article' ? true : undefined,
    miniTocMaxHeadingLevel: typeof level === 'number' ? level : MINI_TOC_LEVEL,
    defaultPlatform: findText(frontmatter, 'defaultPlatform'),
    defaultTool: findText(frontmatter, 'defaultTool'),
    topics: listTexts(frontmatter, 'topics').map(({ value }) => value),
    keyPlaces: collectPlaces(frontmatter),
    frontmatter: formatPlain(frontmatter) as DataTree,
    texts: new Map([text, ...translations].map((words) => [words.language, deepFreeze(words)])),
  };
}

/** A page without a title has been reported; its file name keeps it readable. */
function fallbackTitle({ path, frontmatter }: TreeNode['draft']): ArticleText['fields'] {
  const name = path.split('/').at(-1) || 'index';
  return { title: { text: name, place: frontmatter.place, verbatim: false } };
}

function findPlain(map: YamlMap, key: string): unknown {
  const value = findFrontmatter(map, key);
  return value === undefined ? undefined : formatPlain(value);
}

function findText(map: YamlMap, key: string): string | undefined {
  const value = findPlain(map, key);
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a key that takes one or a list of them. */
function listTexts(map: YamlMap, key: string): readonly Located<string>[] {
  const value = findFrontmatter(map, key);
  const values = value?.kind === 'list' ? value.values : value === undefined ? [] : [value];
  return values.flatMap((child) =>
    child.kind === 'scalar' ? { value: child.source.text, place: child.place } : [],
  );
}
