import { findRegions } from './tidy/index.ts';

/** Whether an offset of a text stands in an HTML comment, which no reader sees. One in code is no comment. */
export function isCommented(text: string, offset: number): boolean {
  if (!text.includes('<!--')) return false;
  return findRegions(text).some(
    ({ kind, start, end }) => kind === 'comment' && start < offset && offset < end,
  );
}
