import type { SiteDifference } from '../../queries/index.ts';
import type { VersionChange } from '../types.ts';

/** What differs between two versions, as a list that can be cut anywhere. */
export function listVersionChanges({
  changes,
  added,
  removed,
  moved,
}: SiteDifference): readonly VersionChange[] {
  const nothing = { section: '', added: [], removed: [] };
  return [
    ...added.map(({ path }) => ({ ...nothing, kind: 'added' as const, pages: [path] })),
    ...removed.map(({ path }) => ({ ...nothing, kind: 'removed' as const, pages: [path] })),
    ...moved.map(({ from, to }) => ({ ...nothing, kind: 'moved' as const, pages: [from.path, to.path] })),
    ...changes.map(({ pages, section, field, lines }) => ({
      kind: 'changed' as const,
      pages: [...new Set(pages.map(({ path }) => path))],
      section: section === '' && field !== 'body' ? field : section,
      added: lines.flatMap(({ kind, text }) => (kind === 'added' ? [text] : [])),
      removed: lines.flatMap(({ kind, text }) => (kind === 'removed' ? [text] : [])),
    })),
  ];
}
