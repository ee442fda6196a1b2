import { createHash } from 'node:crypto';
import { nameOwner } from '../../diagnostics/index.ts';
import type { PageHead, RenderedArticle } from '../../links/index.ts';
import { listMembers, type Version } from '../../versions/index.ts';
import { pickHead } from './pick-head.ts';

/** A hash of all that a head says. */
export function sumHead(head: PageHead): string {
  return createHash('sha256').update(describeHead(head)).digest('base64url').slice(0, 22);
}

function describeHead(page: PageHead): string {
  const { article, version, ...said } = pickHead(page);
  return JSON.stringify([article.path, version.id, said]);
}

/**
 * All that outlines say for each page but for its anchors and its title, as texts in a fixed order: which versions share one does
 * not matter to others.
 */
export function describeOutlines(
  outlines: readonly RenderedArticle[],
  versions: readonly Version[],
): readonly string[] {
  return describeEach(outlines, versions, ({ resolution: { broken, failures, hasOutsideData } }) => [
    broken,
    failures,
    hasOutsideData,
  ]);
}

/** The titles that outlines give each page, in the same way. */
export function describeTitles(
  outlines: readonly RenderedArticle[],
  versions: readonly Version[],
): readonly string[] {
  return describeEach(outlines, versions, ({ renderings }) => [renderings.title?.text]);
}

function describeEach(
  outlines: readonly RenderedArticle[],
  versions: readonly Version[],
  read: (outline: RenderedArticle) => readonly unknown[],
): readonly string[] {
  const texts = outlines.flatMap((outline) => {
    const { article, language, versions: set } = outline.resolution;
    const text = JSON.stringify(read(outline));
    return listMembers(set, versions).map(({ id }) => `${nameOwner(language, article.path)} ${id} ${text}`);
  });
  return texts.sort();
}
