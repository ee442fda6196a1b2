import { cutHead } from './scan-heads.ts';

/**
 * The paths that the `children` of an index page may name. Takes every entry of every list in its frontmatter: what is
 * too much does no harm.
 */
export function listMentionedChildren(text: string, path: string): readonly string[] {
  const matches = cutHead(text).matchAll(/^[ \t]*-[ \t]+["']?\/?([^\s"'#]+)/gm);
  const entries = [...matches].map(([, entry = '']) => entry.replace(/(?<!\/)\/+$/, ''));
  return entries.flatMap((entry) => [
    path === '' ? entry : `${path}/${entry}`,
    ...(entry.startsWith('content/') ? [entry.slice('content/'.length)] : []),
  ]);
}

/** The references that `data` tags of a text may name, so that what they bring in is read in one go. */
export function listMentionedReferences(text: string): readonly string[] {
  return text.match(/\b(?:reusables|variables)\.[\w.-]*\w/g) ?? [];
}

/** Whether an index page may name the article, or an index page above it, from elsewhere: as `/content/folder/article`. */
export function createVisitMatcher(path: string): (head: string) => boolean {
  const parts = path.split('/');
  const entries = parts.map((_, at) => `/content/${parts.slice(0, at + 1).join('/')}`.toLowerCase());
  return (head) => entries.some((entry) => head.includes(entry));
}

/** Whether frontmatter in lower case may claim one of the old addresses: names a last segment, or percent signs hide it. */
export function createClaimMatcher(addresses: readonly string[]): (head: string) => boolean {
  const names = addresses.map((address) => address.slice(address.lastIndexOf('/') + 1).toLowerCase());
  const escaped = names
    .filter((name) => name !== '')
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const claim = new RegExp(`%[0-9a-f]{2}|[/\\s"'[,](?:${[...new Set(escaped)].join('|')})(?![^/\\s"',\\]])`);
  return (head) => claim.test(head);
}
