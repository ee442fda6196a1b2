import type { PageRendering, ViewComparison } from './types.ts';

/**
 * Makes one rendering of those where the same kinds of blocks look different in the same way: a new colour of headings is one
 * change, though pages of many shapes have headings. Renderings with other words stay apart.
 */
export function mergeRenderings(renderings: readonly PageRendering[]): readonly PageRendering[] {
  const merged = new Map<string, PageRendering>();
  for (const rendering of renderings) {
    const key = rendering.hasWords ? rendering.page : rendering.comparisons.map(describeLook).join('\n');
    const first = merged.get(key);
    merged.set(key, first === undefined ? rendering : join(first, rendering));
  }
  return [...merged.values()];
}

function join(first: PageRendering, other: PageRendering): PageRendering {
  return { ...first, pages: [...first.pages, ...other.pages] };
}

function describeLook({ view, changes }: ViewComparison): string {
  const looks = changes.flatMap((change) =>
    change.kind === 'look' ? [`${change.head.region} ${change.head.name} ${change.reason}`] : [],
  );
  return `${view.width} ${view.scheme}: ${[...new Set(looks)].sort().join(', ')}`;
}
