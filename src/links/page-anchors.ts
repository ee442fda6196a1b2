import { HTML_FIELDS } from './anchors.ts';
import { listRawAnchors } from './raw-anchors.ts';
import type { Page } from './types.ts';

/** What a fragment can name in the texts of a page: ids of its headings, and ids and names that authors gave in raw HTML. */
export function listPageAnchors(page: Page): readonly string[] {
  const raw = HTML_FIELDS.map((field) => listRawAnchors(page[field]?.rendering));
  return [
    ...page.headings.map(({ id }) => id),
    ...[...(page.carried?.values() ?? [])].flat(),
    ...HTML_FIELDS.flatMap((field) => listHeadingIds(page[field])),
    ...raw.flatMap(({ ids, names }) => [...ids, ...names]),
  ];
}

/** Of a field that is not the body, whose headings the page lists. */
function listHeadingIds(text: Page['intro']): readonly string[] {
  return (text?.rendering.slots ?? []).flatMap(({ kind }, at) =>
    kind === 'id' ? [text?.fills[at] ?? ''] : [],
  );
}
