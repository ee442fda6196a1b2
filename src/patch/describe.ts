import { createHash } from 'node:crypto';
import { nameOwner } from '../diagnostics/index.ts';
import type { PageHead, RenderedArticle } from '../links/index.ts';
import { listMembers, type Version } from '../versions/index.ts';

/** A hash of all that a head says. */
export function sumHead(head: PageHead): string {
  return createHash('sha256').update(describeHead(head)).digest('base64url').slice(0, 22);
}

function describeHead({ article, version, ...rest }: PageHead): string {
  const { href, output, title, shortTitle, description, labels, headings, fallbacks, language } = rest;
  const listed = headings.map(({ depth, id, text }) => [depth, id, text]);
  return JSON.stringify([
    article.path,
    version.id,
    language,
    href,
    output,
    title,
    shortTitle,
    description,
    labels,
    listed,
    fallbacks,
  ]);
}

/** All that outlines say for each page, as texts in a fixed order: which versions share one does not matter to others. */
export function describeOutlines(
  outlines: readonly RenderedArticle[],
  versions: readonly Version[],
): readonly string[] {
  const texts = outlines.flatMap(({ resolution, renderings }) => {
    const { article, language, versions: set, broken, failures } = resolution;
    const text = JSON.stringify([broken, failures, renderings]);
    return listMembers(set, versions).map(({ id }) => `${nameOwner(language, article.path)} ${id} ${text}`);
  });
  return texts.sort();
}
