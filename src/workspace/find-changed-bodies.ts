import { isDeepStrictEqual } from 'node:util';
import type { SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import { type ChangedFiles, findBody, hasSuspects, isContent, type SiteFiles } from '../load/index.ts';

/**
 * Names of the files that have another body, and of the articles among them that have another frontmatter, where nothing else
 * differs: YAML, names and pictures are as they were. Whether frontmatter differs in words alone is for who reads it. Undefined
 * where more differs, and where something is to be said of characters.
 */
export function findChangedBodies(
  before: Result<SiteFiles>,
  now: Result<SiteFiles>,
  config: SiteConfig,
): ChangedFiles | undefined {
  const { texts, ...others } = now.value;
  const { texts: textsBefore, ...othersBefore } = before.value;
  if (texts.size !== textsBefore.size) return undefined;
  const names = textsBefore.keys();
  const changed = new Set<string>();
  const heads = new Set<string>();
  for (const [file, text] of texts) {
    if (names.next().value !== file) return undefined;
    const old = textsBefore.get(file) ?? '';
    if (text === old) continue;
    const end = findBody(file, text, config);
    if (end === text.length || hasSuspects(text) || hasSuspects(old)) return undefined;
    changed.add(file);
    if (text.slice(0, end) === old.slice(0, findBody(file, old, config))) continue;
    if (!isContent(config, file)) return undefined;
    heads.add(file);
  }
  const isSame =
    isDeepStrictEqual(others, othersBefore) && isDeepStrictEqual(now.diagnostics, before.diagnostics);
  return isSame ? { changed, heads } : undefined;
}
