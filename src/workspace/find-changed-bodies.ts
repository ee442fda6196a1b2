import { isDeepStrictEqual } from 'node:util';
import type { SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { findBody, hasSuspects, type SiteFiles } from '../load/index.ts';

/**
 * Names of the files that have another body, where nothing but bodies of articles and reusables differs: tree, frontmatter, YAML,
 * names and pictures are as they were. Undefined where more differs, and where something is to be said of characters.
 */
export function findChangedBodies(
  before: Result<SiteFiles>,
  now: Result<SiteFiles>,
  config: SiteConfig,
): ReadonlySet<string> | undefined {
  const { texts, ...others } = now.value;
  const { texts: textsBefore, ...othersBefore } = before.value;
  if (texts.size !== textsBefore.size) return undefined;
  const names = textsBefore.keys();
  const changed = new Set<string>();
  for (const [file, text] of texts) {
    if (names.next().value !== file) return undefined;
    const old = textsBefore.get(file) ?? '';
    if (text === old) continue;
    const end = findBody(file, text, config);
    if (end === text.length || text.slice(0, end) !== old.slice(0, findBody(file, old, config)))
      return undefined;
    if (hasSuspects(text) || hasSuspects(old)) return undefined;
    changed.add(file);
  }
  const isSame =
    isDeepStrictEqual(others, othersBefore) && isDeepStrictEqual(now.diagnostics, before.diagnostics);
  return isSame ? changed : undefined;
}
