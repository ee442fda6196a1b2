import type { ReportFault } from '../config/index.ts';
import { EMPTY_SET, formatVersions, type Version } from '../versions/index.ts';
import type { GrownTree, TreeNode } from './build-article-tree.ts';
import type { ContentFolder } from './find-child.ts';
import { joinPath } from './paths.ts';
import { findFrontmatter } from './read-article-file.ts';

/** Index pages that may stand alone; they fill themselves. */
const SELF_FILLING = ['search', 'early-access'];

/** Warns of pages outside the versions of their index page, and reports index pages with nothing to list. */
export function checkTree(
  content: ContentFolder,
  { nodes }: GrownTree,
  versions: readonly Version[],
  report: ReportFault,
): void {
  for (const node of nodes.values()) {
    const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
    if (parent !== undefined) checkVersions(node, parent, versions, report);
    if (isLonely(content, node)) reportLonely(node, report);
    if (node.draft.kind === 'article') reportIdleChildren(node, report);
  }
}

function checkVersions(
  { draft }: TreeNode,
  { draft: index }: TreeNode,
  versions: readonly Version[],
  report: ReportFault,
): void {
  const outside = draft.versions & ~index.versions;
  if (outside === EMPTY_SET || !draft.hasVersions || !index.hasVersions) return;
  report({
    code: 'load/version-outside-index',
    severity: 'warning',
    message: `'${draft.path}' is in versions that its index page ${index.file} is not in.`,
    hint: 'Add them to the index page, or take them from this one.',
    place: draft.frontmatter.entries.get('versions')?.keyPlace ?? draft.frontmatter.place,
    versions: formatVersions(outside, versions),
  });
}

/** The home page of a small site may have nothing below it. */
function isLonely({ folder, files }: ContentFolder, { draft }: TreeNode): boolean {
  if (draft.kind !== 'index' || draft.path === '' || SELF_FILLING.includes(draft.path)) return false;
  if (findFrontmatter(draft.frontmatter, 'children') !== undefined) return false;
  const layout = findFrontmatter(draft.frontmatter, 'layout');
  if (layout?.kind === 'scalar' && layout.value === 'journey-landing') return false;
  const prefix = `${joinPath(folder, draft.path)}/`;
  return ![...files].some((file) => file.startsWith(prefix) && file !== draft.file);
}

function reportLonely({ draft }: TreeNode, report: ReportFault): void {
  report({
    code: 'load/no-children',
    severity: 'error',
    message: `The index page '${draft.path}' has no children, and there is no file below it.`,
    hint: `Make it an article: ${draft.file.replace(/\/index\.md$/, '.md')}.`,
    place: draft.frontmatter.place,
  });
}

/** Only an index page has a folder that entries could name files of. */
function reportIdleChildren({ draft }: TreeNode, report: ReportFault): void {
  const entry = draft.frontmatter.entries.get('children');
  if (entry === undefined) return;
  report({
    code: 'load/idle-children',
    severity: 'warning',
    message: `'${draft.path}' is not an index page, so its 'children' have no effect.`,
    hint: `Move it to ${draft.file.replace(/\.md$/, '/index.md')}, or remove the list.`,
    place: entry.keyPlace,
  });
}
