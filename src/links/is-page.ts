import type { Page, PageHead } from './types.ts';

/** Whether the texts of a page are there, not only what others see of it. */
export function isPage(head: PageHead): head is Page {
  return 'body' in head;
}
