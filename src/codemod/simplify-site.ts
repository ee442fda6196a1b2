import type { RenderMarkdown } from '../markdown/index.ts';
import type { SiteSource } from '../queries/index.ts';
import { openWhole, widenSource } from './apply-rewrite.ts';
import { type ProvenRewrite, proveRewrite } from './prove-rewrite.ts';
import { readTags, rewriteConditions } from './rewrite-conditions.ts';

/** Takes out the branches and conditions of a site that say nothing, as `findBranches` proves them. Writes nothing. */
export async function simplifySite(site: SiteSource, renderMarkdown: RenderMarkdown): Promise<ProvenRewrite> {
  const found = rewriteConditions(await readTags(widenSource(site)), {
    dropped: undefined,
    settled: new Set(),
  });
  const before = openWhole(site.config, site.files, renderMarkdown);
  return proveRewrite({ ...found, deleted: [] }, { before, base: before, renderMarkdown });
}
