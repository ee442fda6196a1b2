import { createHash } from 'node:crypto';
import { nameOwner } from '../../diagnostics/index.ts';
import type { RenderedArticle } from '../../links/index.ts';
import type { FieldName } from '../../load/index.ts';
import type { Rendering } from '../../markdown/index.ts';
import type { OwnerOutcomes } from './types.ts';

/** By owner, what counts in the figures of a build. */
export function countOutcomes(rendered: readonly RenderedArticle[]): ReadonlyMap<string, OwnerOutcomes> {
  const hashes = new Map<Rendering, string>();
  const outcomes = new Map<string, { number: number; texts: string[] }>();
  for (const { resolution, renderings } of rendered) {
    const owner = nameOwner(resolution.language, resolution.article.path);
    const counted = outcomes.get(owner) ?? { number: 0, texts: [] };
    outcomes.set(owner, counted);
    counted.number += 1;
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
