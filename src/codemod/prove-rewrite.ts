import type { RenderMarkdown } from '../markdown/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { applyRewrite } from './apply-rewrite.ts';
import { placeIn } from './placed-sources.ts';
import { type PageDifference, type Proof, provePages } from './prove.ts';
import { settleEmptied } from './settle-emptied.ts';
import { mergePlans } from './source-edits.ts';
import type { Rewrite } from './types.ts';

/** What files become, and what that makes of pages. */
export interface ProvenRewrite extends Rewrite {
  readonly proof: Proof;
}

/** Edits that a writer would make; which of them are made is for the proof to say. */
export interface PlannedRewrite extends Rewrite {
  /** The same, without a change of what Liquid makes of a text. */
  readonly exact: Rewrite['edits'];
  /** Edits that are made in any case. */
  readonly fixed?: Rewrite['edits'];
}

/** How often files are taken out of a rewrite before it is given up. */
const MAX_ROUNDS = 8;

/**
 * A rewrite of the files of `base`, and how its pages stand to those of `before`. Where a page would change, the blank lines that tags have left
 * stay too; and where it would change all the same, the file stays as it is: a reusable loses the blank lines at its ends.
 */
export async function proveRewrite(
  planned: PlannedRewrite,
  site: { readonly before: Workspace; readonly base: Workspace; readonly renderMarkdown: RenderMarkdown },
): Promise<ProvenRewrite> {
  const { before, base, renderMarkdown } = site;
  const { files, config } = base;
  const edits = new Map(planned.edits);
  const left = [...planned.left];
  const exact = new Set<string>();
  for (let round = 1; ; round += 1) {
    const merged = mergePlans(edits, planned.fixed ?? new Map());
    const rewrite = settleEmptied({ edits: merged, deleted: planned.deleted, left }, files, config);
    const after = base.update({ value: applyRewrite(files, rewrite), diagnostics: [] });
    const proof = await proveBoth(before, base, after, renderMarkdown);
    const guilty = new Set(
      proof.broken.flatMap(
        ({ files: own, path }) => [...own, ...listTwins(base, path)].find((file) => edits.has(file)) ?? [],
      ),
    );
    if (guilty.size === 0 || round === MAX_ROUNDS) return { ...rewrite, proof };
    for (const file of guilty) {
      const cuts = exact.has(file) ? undefined : planned.exact.get(file);
      exact.add(file);
      if (cuts !== undefined) edits.set(file, cuts);
      else {
        const at = edits.get(file)?.[0]?.start ?? 0;
        const place = placeIn(file, files.texts.get(file) ?? '', at);
        left.push({
          place,
          reason: 'Removing the tags would change a page: the blank lines that they leave have a meaning.',
        });
        edits.delete(file);
      }
    }
  }
}

/** The files of an article in all languages: a translation is read beside its source language, which mends the tags of it. */
function listTwins({ corpus }: Workspace, path: string): readonly string[] {
  return [...(corpus.articles.get(path)?.texts.values() ?? [])].map(({ file }) => file);
}

/** A page may say something else for what the site file says now, such as its oldest release: that is told, and no fault of the rewrite. */
async function proveBoth(
  before: Workspace,
  base: Workspace,
  after: Workspace,
  renderMarkdown: RenderMarkdown,
): Promise<Proof> {
  const proof = await provePages(before, after, renderMarkdown);
  if (before === base || proof.broken.length + proof.blank.length === 0) return proof;
  const own = await provePages(base, after, renderMarkdown);
  const caused = new Set(own.broken.flatMap(nameParts));
  const isCaused = (each: PageDifference) => nameParts(each).some((name) => caused.has(name));
  return {
    ...proof,
    broken: proof.broken.filter(isCaused),
    told: proof.broken.filter((each) => !isCaused(each)),
  };
}

function nameParts({ language, path, versions, part }: PageDifference): readonly string[] {
  return versions.map((version) => `${language} ${path} ${version} ${part}`);
}
