import type { RenderMarkdown } from '../markdown/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { applyRewrite } from './apply-rewrite.ts';
import { placeIn } from './placed-sources.ts';
import { type Proof, provePages } from './prove.ts';
import { settleEmptied } from './settle-emptied.ts';
import type { Rewrite } from './types.ts';

/** What files become, and what that makes of pages. */
export interface ProvenRewrite extends Rewrite {
  readonly proof: Proof;
}

/** How often files are taken out of a rewrite before it is given up. */
const MAX_ROUNDS = 8;

/**
 * A rewrite of the files of `base`, and how its pages stand to those of `before`. Where a page would change, the blank lines that tags have left
 * stay too; and where it would change all the same, the file stays as it is: a reusable loses the blank lines at its ends.
 */
export async function proveRewrite(
  planned: Rewrite & { readonly exact: Rewrite['edits'] },
  site: { readonly before: Workspace; readonly base: Workspace; readonly renderMarkdown: RenderMarkdown },
): Promise<ProvenRewrite> {
  const { before, base, renderMarkdown } = site;
  const { files, config } = base;
  const edits = new Map(planned.edits);
  const left = [...planned.left];
  const exact = new Set<string>();
  for (let round = 1; ; round += 1) {
    const rewrite = settleEmptied({ ...planned, edits, left }, files, config);
    const after = base.update({ value: applyRewrite(files, rewrite), diagnostics: [] });
    const proof = await provePages(before, after, renderMarkdown);
    const guilty = new Set(
      proof.broken.flatMap((each) => each.files.find((file) => rewrite.edits.has(file)) ?? []),
    );
    if (guilty.size === 0 || round === MAX_ROUNDS) return { ...rewrite, proof };
    for (const file of guilty) {
      const cuts = exact.has(file) ? undefined : planned.exact.get(file);
      exact.add(file);
      if (cuts !== undefined) edits.set(file, cuts);
      else {
        const at = edits.get(file)?.[0]?.start ?? 0;
        const place = placeIn(file, files.texts.get(file) ?? '', at);
        left.push({ place, reason: 'Its tags say nothing, but a page would change without them.' });
        edits.delete(file);
      }
    }
  }
}
