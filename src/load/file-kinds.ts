import type { SiteConfig } from '../config/index.ts';
import { findFrontmatterEnd } from './parse-frontmatter.ts';
import { joinPath } from './paths.ts';

/** Whether a file is an article of some language. */
export function isContent({ languages }: Pick<SiteConfig, 'languages'>, file: string): boolean {
  return file.endsWith('.md') && languages.some(({ dir }) => file.startsWith(`${joinPath(dir, 'content')}/`));
}

/** What `data` tags call the reusable in a file, in whatever language: `reusables.a.b`. Undefined for other files. */
export function findReusable({ languages }: Pick<SiteConfig, 'languages'>, file: string): string | undefined {
  for (const { dir } of languages) {
    const folder = `${joinPath(dir, 'data')}/`;
    if (!file.startsWith(folder) || !file.endsWith('.md')) continue;
    const reference = nameReference(file.slice(folder.length)).join('.');
    if (REUSABLES.test(reference)) return reference;
  }
  return undefined;
}

/** Where the body of a file begins of which nothing but its own pages, or those that use it, is made; the end of all other files. */
export function findBody(file: string, text: string, config: Pick<SiteConfig, 'languages'>): number {
  const hasBody = isContent(config, file) || findReusable(config, file) !== undefined;
  return hasBody ? findFrontmatterEnd(text) : text.length;
}

/** The names that lead to a file of `data/`: `reusables/a/b.md` is `reusables`, `a`, `b`. */
export function nameReference(path: string): readonly string[] {
  return path.replace(/\.[a-z]+$/, '').split('/');
}

/** What a `data` tag can name of Markdown. */
export const REUSABLES = /^(early-access\.)?reusables\./;
