import type { BuiltSite, SiteChanges, SitePage } from './types.ts';

/** Finds the pages that may look different, from the files alone. */
export function listVisualChanges(base: BuiltSite, head: BuiltSite): SiteChanges {
  const added = [...head.pages.keys()].filter((path) => !base.pages.has(path));
  const removed = [...base.pages.keys()].filter((path) => !head.pages.has(path));
  const rewritten: string[] = [];
  const restyled: string[] = [];
  for (const [path, page] of head.pages) {
    const before = base.pages.get(path);
    if (before === undefined) continue;
    if (before.hash !== page.hash) rewritten.push(path);
    else if (usesOther(before) || usesOther(page)) restyled.push(path);
  }
  return { added, removed, rewritten, restyled };

  function usesOther({ assets }: SitePage): boolean {
    return assets.some((asset) => base.assets.get(asset) !== head.assets.get(asset));
  }
}
