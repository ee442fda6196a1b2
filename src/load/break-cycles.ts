import type { ReportFault } from '../config/index.ts';
import type { TreeNode } from './build-article-tree.ts';
import type { Located } from './types.ts';

/** Drops children that could not be read, and those that lead back to a page above them, so that walks end. */
export function breakCycles(
  nodes: ReadonlyMap<string, TreeNode>,
  report: ReportFault,
): ReadonlyMap<string, TreeNode> {
  const above = new Set<string>();
  const kept = new Map<string, readonly Located<string>[]>();

  const isSound = ({ value, place }: Located<string>): boolean => {
    const node = nodes.get(value);
    if (node === undefined) return false;
    if (above.has(value)) {
      const message = `The child '/content/${value}' leads back to a page above it.`;
      report({
        code: 'load/child-circle',
        severity: 'error',
        message,
        hint: 'Remove it from the list.',
        place,
      });
      return false;
    }
    if (!kept.has(value)) walk(value, node);
    return true;
  };

  const walk = (path: string, { children }: TreeNode): void => {
    above.add(path);
    kept.set(path, children.filter(isSound));
    above.delete(path);
  };

  for (const [path, node] of nodes) if (!kept.has(path)) walk(path, node);
  return new Map([...nodes].map(([path, node]) => [path, { ...node, children: kept.get(path) ?? [] }]));
}
