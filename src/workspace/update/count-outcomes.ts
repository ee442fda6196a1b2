import { createHash } from 'node:crypto';
import { nameOwner } from '../../diagnostics/index.ts';
import type { RenderedArticle } from '../../links/index.ts';
import type { FieldName } from '../../load/index.ts';
import type { Rendering } from '../../markdown/index.ts';
import { listMembers, type Version } from '../../versions/index.ts';
import type { OwnerOutcomes } from './types.ts';

/**
 * By owner, what counts in the figures of a build.
 *
 * @param versions all of the site
 */
export function countOutcomes(
  rendered: readonly RenderedArticle[],
  versions: readonly Version[],
): ReadonlyMap<string, OwnerOutcomes> {
  const hashes = new Map<Rendering, string>();
  const outcomes = new Map<string, { number: number; broken: number; texts: string[] }>();
  for (const { resolution, renderings } of rendered) {
    const owner = nameOwner(resolution.language, resolution.article.path);
    const counted = outcomes.get(owner) ?? { number: 0, broken: 0, texts: [] };
    outcomes.set(owner, counted);
    counted.number += 1;
    if (resolution.broken) counted.broken += listMembers(resolution.versions, versions).length;
    for (const [field, rendering] of Object.entries(renderings) as [FieldName, Rendering][]) {
      const hash = hashes.get(rendering) ?? hashText(resolution.fields[field]?.text ?? '');
      hashes.set(rendering, hash);
      counted.texts.push(hash);
    }
  }
  return outcomes;
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
