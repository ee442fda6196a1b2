import { decodeText, encodePath } from '../../links/index.ts';
import { findStandpoint, followLink } from '../open-cursor.ts';
import type { FileMove } from './move-files.ts';
import type { RenameScope, SpanEdit } from './types.ts';

/** Addresses of pictures and files of `assets/` that move. */
export function rewriteAssets(
  { site, edited }: RenameScope,
  files: readonly FileMove[],
): readonly SpanEdit[] {
  const { assets, texts } = edited.workspace.files;
  const moves = new Map(files.filter(({ from }) => assets.has(from)).map(({ from, to }) => [from, to]));
  if (moves.size === 0) return [];
  return [...texts].flatMap(([file, text]) => {
    if (!text.includes('assets/')) return [];
    const from = findStandpoint({ edited, chosen: undefined }, file);
    if (from === undefined) return [];
    return site.scan(file, text).flatMap((mark) => {
      const link =
        mark.kind === 'image' || mark.kind === 'link' ? followLink({ edited, from }, mark) : undefined;
      const to = link?.kind === 'asset' ? moves.get(link.file) : undefined;
      if (to === undefined) return [];
      const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(mark.name) ?? [];
      const fresh = decodeText(path) === path ? to : encodePath(to);
      return [{ file, start: mark.start, end: mark.end, text: `/${fresh}${suffix}` }];
    });
  });
}
