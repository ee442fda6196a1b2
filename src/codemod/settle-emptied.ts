import type { SiteConfig } from '../config/index.ts';
import { findFrontmatterEnd, findReusable, type SiteFiles } from '../load/index.ts';
import { applyRewrite } from './apply-rewrite.ts';
import { placeIn } from './placed-sources.ts';
import type { Rewrite } from './types.ts';

/**
 * A reusable that has lost all of its text goes with its translations, if nothing uses it any more. Where something does, it stays as it
 * was: what brings in nothing is an error.
 */
export function settleEmptied(rewrite: Rewrite, files: SiteFiles, config: SiteConfig): Rewrite {
  const after = applyRewrite(files, rewrite);
  const emptied = [...rewrite.edits.keys()].filter((file) => {
    const text = after.texts.get(file);
    const isReusable = text !== undefined && findReusable(config, file) !== undefined;
    return isReusable && text.slice(findFrontmatterEnd(text)).trim() === '';
  });
  if (emptied.length === 0) return rewrite;
  const edits = new Map(rewrite.edits);
  const [deleted, left] = [[...rewrite.deleted], [...rewrite.left]];
  for (const file of emptied) {
    const reference = findReusable(config, file) ?? '';
    const user = findUser(reference, file, after, config);
    edits.delete(file);
    if (user === undefined) {
      for (const other of files.texts.keys())
        if (findReusable(config, other) === reference && !deleted.includes(other)) {
          deleted.push(other);
          edits.delete(other);
        }
    } else
      left.push({
        place: placeIn(file, files.texts.get(file) ?? '', 0),
        reason: `Nothing would be left of '${reference}', and ${user} uses the text.`,
      });
  }
  return { edits, deleted, left };
}

function findUser(
  reference: string,
  own: string,
  { texts }: SiteFiles,
  config: SiteConfig,
): string | undefined {
  const use = new RegExp(`(?<![\\w.])${reference.replaceAll('.', '\\.')}(?![\\w.-]*\\w)`);
  for (const [file, text] of texts)
    if (file !== own && findReusable(config, file) !== reference && use.test(text)) return file;
  return undefined;
}
