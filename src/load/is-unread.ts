import type { Corpus } from './types.ts';

/**
 * Whether a path is that of an article that could not be read, or is below an index page that could not: of links there nothing
 * more is to be said.
 */
export function isUnread(path: string, { failed }: Pick<Corpus, 'failed'>): boolean {
  if (failed === undefined) return false;
  const parts = path.split('/');
  return parts.some((_, at) => failed.has(parts.slice(0, at + 1).join('/')));
}
