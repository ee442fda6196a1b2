import type { SiteConfig } from '../config/index.ts';
import { formatAbsolute, type PageHead } from '../links/index.ts';

type Base = Pick<SiteConfig, 'baseUrl'>;

/** Absolute address of a file of the site, its path relative to the output folder. */
export function formatFileAddress(config: Pick<SiteConfig, 'baseUrl' | 'basePath'>, output: string): string {
  return formatAbsolute(config.baseUrl, `${config.basePath}${output}`);
}

/** Absolute address of a page as Markdown: `.md` in the place of the last slash. */
export function formatMarkdownAddress(config: Base, { href }: PageHead): string {
  return formatAbsolute(config.baseUrl, `${href.slice(0, -1)}.md`);
}
