import { z } from 'zod';

const NAMED = z.object({ id: z.string(), title: z.string(), isPreview: z.boolean().optional() });
const PAGE = z.object({
  href: z.url(),
  markdown: z.url(),
  title: z.string(),
  language: z.string(),
  version: z.string(),
  hidden: z.boolean().optional(),
});
const LIST = z.object({
  title: z.string(),
  baseUrl: z.url(),
  versions: z.array(NAMED).min(1),
  languages: z.array(z.object({ code: z.string(), name: z.string() })).min(1),
  pages: z.array(PAGE),
});

/** `pages.json` of a built site. */
export type PageList = z.infer<typeof LIST>;
export type ListedPage = z.infer<typeof PAGE>;

/** Undefined for a text that is none. */
export function parsePageList(text: string): PageList | undefined {
  try {
    return LIST.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
