import type { ReportFault } from '../config/index.ts';
import type { GrownTree } from './build-article-tree.ts';
import { type ContentFolder, formatEntry } from './find-child.ts';
import { joinPath } from './paths.ts';

/**
 * Warns of files that no `children` names. What stands below an index page that is missing from the tree itself is
 * only counted: naming that page brings it back.
 */
export function reportOrphans(
  content: ContentFolder,
  { nodes, named }: GrownTree,
  report: ReportFault,
): void {
  const published = new Set([...nodes.values()].map(({ draft }) => draft.file));
  const orphans = [...content.files].filter((file) => !named.has(file));
  const counts = new Map<string, number>();
  for (const file of orphans) {
    for (const index of listIndexes(content, file)) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  for (const file of orphans) {
    const [index] = listIndexes(content, file);
    if (index === undefined || !published.has(index)) continue;
    const twin = file.replace(/\/index\.md$/, '.md');
    const below = counts.get(file) ?? 0;
    if (twin !== file && named.has(twin)) reportTwin(file, twin, below, report);
    else reportOrphan(file, index, below, report);
  }
}

/** The index pages above a file, the nearest first. */
function listIndexes({ folder, files }: ContentFolder, file: string): readonly string[] {
  const parts = file
    .slice(folder.length + 1)
    .split('/')
    .slice(0, /(^|\/)index\.md$/.test(file) ? -2 : -1);
  const indexes = [...parts.keys(), parts.length].map((depth) =>
    joinPath(folder, ...parts.slice(0, depth), 'index.md'),
  );
  return indexes.reverse().filter((index) => index !== file && files.has(index));
}

/** Two files of one address: the entry that names it means the first. */
function reportTwin(file: string, twin: string, below: number, report: ReportFault): void {
  const rest = below === 0 ? '' : `, nor are the files below it (${below})`;
  report({
    code: 'load/orphan',
    severity: 'warning',
    message: `'${twin}' has the address of '${file}', which is not published${rest}.`,
    hint: `Move the text of ${twin} into ${file}, or rename one of them.`,
    place: { file, line: 1, column: 1 },
  });
}

function reportOrphan(file: string, index: string, below: number, report: ReportFault): void {
  const entry = formatEntry(file.slice(index.length - 'index.md'.length));
  const rest = below === 0 ? '' : `, and neither are the files below it (${below})`;
  report({
    code: 'load/orphan',
    severity: 'warning',
    message: `No index page names '${file}', so it is not published${rest}.`,
    hint: `Add '${entry}' to 'children' of ${index}, or delete the file.`,
    place: { file, line: 1, column: 1 },
  });
}
