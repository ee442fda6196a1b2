import type { ReportFault } from '../config/index.ts';
import { findNearest, formatPlace, type Place } from '../diagnostics/index.ts';
import { breakCycles } from './break-cycles.ts';
import { type ContentFolder, findChild, formatEntry } from './find-child.ts';
import { joinPath } from './paths.ts';
import { type ArticleFile, findFrontmatter } from './read-article-file.ts';
import type { Located } from './types.ts';

/** The tree that `children` lists span, in order: parents before what they name. */
export interface GrownTree {
  readonly nodes: ReadonlyMap<string, TreeNode>;
  /** Every file that some list names, also those that turned out broken. */
  readonly named: ReadonlySet<string>;
}

export interface TreeNode {
  readonly draft: ArticleFile;
  readonly parent: string | undefined;
  readonly children: readonly Located<string>[];
}

interface GrowingNode extends TreeNode {
  readonly children: Located<string>[];
}

/** A child from elsewhere (`/content/other/path`): its own index page goes first, so it waits for the whole tree. */
interface Visit {
  readonly index: ArticleFile;
  readonly child: Located<string>;
  readonly file: string;
}

/** Walks from the home page along `children`; reports what they name twice or in vain. */
export function buildArticleTree(
  content: ContentFolder,
  readDraft: (file: string, path: string) => ArticleFile | undefined,
  report: ReportFault,
): GrownTree {
  const nodes = new Map<string, GrowingNode>();
  const named = new Map<string, Place>();
  const visits: Visit[] = [];
  const listBeside = createEntryLister(content);

  const plant = (file: string, path: string, parent: string | undefined, place: Place): void => {
    named.set(file, place);
    const draft = readDraft(file, path);
    if (draft === undefined) return;
    const node: GrowingNode = { draft, parent, children: [] };
    nodes.set(path, node);
    if (draft.kind === 'index') for (const entry of listEntries(draft)) add(node, entry);
  };

  const add = (node: GrowingNode, entry: Located<string>): void => {
    const index = node.draft;
    const found = findChild(content, index, entry.value);
    if (found === undefined) {
      reportMissing(content, index, entry, listBeside(index), report);
      return;
    }
    const { path, file, isVisitor } = found;
    const isListed = node.children.some(({ value }) => value === path);
    if (isListed || (!isVisitor && named.has(file))) {
      reportTwice(entry, path, isListed ? undefined : named.get(file), report);
      return;
    }
    const child = { value: path, place: entry.place };
    node.children.push(child);
    if (isVisitor) visits.push({ index, child, file });
    else plant(file, path, index.path, entry.place);
  };

  const home = joinPath(content.folder, 'index.md');
  plant(home, '', undefined, { file: home, line: 1, column: 1 });
  for (const { index, child, file } of visits) {
    if (!named.has(file)) plant(file, child.value, index.path, child.place);
  }
  return { nodes: breakCycles(nodes, report), named: new Set(named.keys()) };
}

function listEntries({ frontmatter }: ArticleFile): readonly Located<string>[] {
  const list = findFrontmatter(frontmatter, 'children');
  if (list?.kind !== 'list') return [];
  return list.values.map((value) => ({
    value: value.kind === 'scalar' ? value.source.text.trim() : '',
    place: value.place,
  }));
}

/**
 * A folder that public copies of the content lack, although the home page names it: the engine of the format leaves
 * out this one too.
 */
const ABSENT_IN_COPIES = 'early-access';

/** Names the entries that an index page could have for what stands beside it. A page may have many that are broken. */
function createEntryLister({ folder, files }: ContentFolder): (index: ArticleFile) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (index) => {
    const prefix = `${joinPath(folder, index.path)}/`;
    const beside = () => [...files].filter((file) => file.startsWith(prefix) && file !== index.file);
    const entries = known.get(index.path) ?? beside().map((file) => formatEntry(file.slice(prefix.length)));
    known.set(index.path, entries);
    return entries;
  };
}

function reportMissing(
  { folder, files, optional }: ContentFolder,
  index: ArticleFile,
  { value, place }: Located<string>,
  beside: readonly string[],
  report: ReportFault,
): void {
  const path = joinPath(index.path, value.replace(/^\/+|(?<!\/)\/+$/g, ''));
  if (optional.has(path)) return;
  if (path === ABSENT_IN_COPIES) {
    const message = `The child '${value}' has no file, so it is left out.`;
    const hint = `Name it in 'optionalChildren' of data/site.yml, or remove the entry from the list.`;
    report({ code: 'load/absent-child', severity: 'warning', message, hint, place });
    return;
  }
  const name = `/${value}`.replace(/^\/+/, '/').replace(/(?:\/index)?(?:\.md)?$/, '');
  const nearest = findNearest(name, beside);
  const page = joinPath(folder, path, 'index.md');
  const hasFolder = [...files].some((file) => file.startsWith(`${joinPath(folder, path)}/`));
  const written = hasFolder
    ? `Write ${page}, with the articles of the folder as its children.`
    : 'Write the file, or remove the entry from the list.';
  const hint = nearest === undefined ? written : `Did you mean '${nearest}'?`;
  const message = `The child '${value}' has no file.`;
  report({ code: 'load/missing-child', severity: 'error', message, hint, place });
}

function reportTwice(
  { value, place }: Located<string>,
  path: string,
  first: Place | undefined,
  report: ReportFault,
): void {
  const hint =
    first === undefined
      ? 'Remove one of the entries from the list.'
      : `It is first named at ${formatPlace(first)}.`;
  const message = `The child '${value}' names '${path}' a second time.`;
  report({ code: 'load/duplicate-child', severity: 'error', message, hint, place });
}
