import { findRegion, findRegions, type Region } from './tidy/index.ts';

/**
 * Tells of an offset of a text whether it stands in an HTML comment, which no reader sees. One in code is no comment. Looks
 * for comments once, when it is first asked.
 */
export function createCommentFinder(text: string): (offset: number) => boolean {
  let comments: readonly Region[] | undefined;
  return (offset) => {
    comments ??= text.includes('<!--') ? findRegions(text).filter(({ kind }) => kind === 'comment') : [];
    return findRegion(comments, offset) !== undefined;
  };
}
