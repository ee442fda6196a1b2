import type { Rendering } from '../markdown/index.ts';

/** Ids and names that authors gave in raw HTML (and footnotes have). */
export interface RawAnchors {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

const SLOT = '\0';
const TAG = /<[a-z](?:"[^"]*"|[^">])*>/gi;
/** Has a value of its own: that of a heading is a slot, behind the end of its piece. */
const NAMED = /\s(?:id|name)="(?!$)/;
const ANCHOR = /\s(id|name)="([^"\0]*)"/g;

/** Headings are left out: their ids are slots. A `<` in text is always escaped in a rendering, so each one opens a tag. */
export function listRawAnchors(rendering: Rendering | undefined): RawAnchors {
  const ids: string[] = [];
  const names: string[] = [];
  const pieces = rendering?.pieces ?? [];
  // Most texts have none, and a look for each tag takes time.
  if (!pieces.some((piece) => NAMED.test(piece))) return { ids, names };
  for (const [tag] of pieces.join(SLOT).matchAll(TAG)) {
    for (const [, kind, value = ''] of tag.matchAll(ANCHOR)) {
      (kind === 'id' ? ids : names).push(unescapeAttribute(value));
    }
  }
  return { ids, names };
}

/** Of a value of an attribute in rendered HTML. */
export function unescapeAttribute(text: string): string {
  return text.replace(/&(?:#x22|quot);/g, '"').replace(/&(?:#x26|amp);/g, '&');
}
