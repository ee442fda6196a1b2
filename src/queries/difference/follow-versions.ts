import type { FilledText, Page } from '../../links/index.ts';

/**
 * Pages of an older state with their links as the newer state writes them. A release that is no longer the newest one has another
 * address, and so has every link to it; a reader arrives where the link led before.
 *
 * @param before the very same array comes back where no version has another address
 */
export function followVersions(
  before: readonly Page[],
  after: readonly Page[],
  { basePath }: { readonly basePath: string },
): readonly Page[] {
  const newer = new Map(after.map(({ version }) => [version.id, version.segment]));
  const older = new Map(before.map(({ version }) => [version.segment, version.id]));
  const hasMoved = [...older].some(([segment, id]) => newer.has(id) && newer.get(id) !== segment);
  if (!hasMoved) return before;
  const roots = [...new Set(before.map(({ language }) => `${basePath}${language}/`))];
  // A segment may begin with another one, and the empty one begins all.
  const segments = [...older.keys()].sort((one, other) => other.length - one.length);
  return before.map((page) => ({
    ...page,
    intro: follow(page.intro),
    product: follow(page.product),
    permissions: follow(page.permissions),
    body: { ...page.body, fills: page.body.fills.map(followAddress) },
  }));

  function follow(text: FilledText | undefined): FilledText | undefined {
    return text && { ...text, fills: text.fills.map(followAddress) };
  }

  function followAddress(fill: string): string {
    const root = roots.find((each) => fill.startsWith(each));
    if (root === undefined) return fill;
    const rest = fill.slice(root.length);
    const segment = segments.find((each) => each === '' || rest.startsWith(`${each}/`));
    const moved = segment === undefined ? undefined : newer.get(older.get(segment) ?? '');
    if (segment === undefined || moved === undefined) return fill;
    const path = segment === '' ? rest : rest.slice(segment.length + 1);
    return `${root}${moved === '' ? '' : `${moved}/`}${path}`;
  }
}
