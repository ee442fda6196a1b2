import { findRegions } from './tidy/index.ts';

/**
 * Tells of an offset of a text whether it stands in an HTML comment, which no reader sees. One in code is no comment. Looks
 * for comments once, when it is first asked.
 */
export function createCommentFinder(text: string): (offset: number) => boolean {
  let comments: readonly { readonly start: number; readonly end: number }[] | undefined;
  return (offset) => {
    if (!text.includes('<!--')) return false;
    comments ??= findRegions(text).filter(({ kind }) => kind === 'comment');
    return comments.some(({ start, end }) => start < offset && offset < end);
  };
}
