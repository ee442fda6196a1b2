import type { SiteConfig } from '../../config/index.ts';
import type { FilledText, Page } from '../../links/index.ts';
import type { Navigation } from '../../navigation/index.ts';
import { formatAbsolute } from '../addresses.ts';

import { escapeMarkdown } from './escape-markdown.ts';
import { rewriteLinks } from './rewrite-links.ts';
import { tidyMarkdown } from './tidy-markdown.ts';

interface Surroundings {
  readonly config: Pick<SiteConfig, 'baseUrl'>;
  readonly navigation: Pick<Navigation, 'findNode'>;
}

/**
 * A page as Markdown: its title, intro and body as written for this version, with absolute addresses; below an index
 * page the pages it lists.
 */
export function formatPageMarkdown(page: Page, { config, navigation }: Surroundings): string {
  const blocks = [
    `# ${escapeMarkdown(page.title)}`,
    formatField('intro', page.intro),
    formatField('body', page.body),
    listChildren(),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

  function formatField(field: 'intro' | 'body', filled: FilledText | undefined): string {
    const markdown = page.resolution.fields[field]?.text;
    if (markdown === undefined || filled === undefined) return '';
    const rewritten = rewriteLinks(markdown, filled, formatAddress);
    return tidyMarkdown(rewritten).replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  }

  /** A fragment leads to a place in this very text. */
  function formatAddress(href: string): string {
    if (href.startsWith('#')) return href;
    const base = formatAbsolute(config, page.href);
    return URL.canParse(href, base) ? new URL(href, base).href : href;
  }

  function listChildren(): string {
    const children = navigation.findNode(page)?.children ?? [];
    return children.map(({ page: child }) => formatChild(child)).join('\n');
  }

  function formatChild(child: Page): string {
    const description = child.description === '' ? '' : `: ${escapeMarkdown(child.description)}`;
    return `- [${escapeMarkdown(child.title)}](${formatAbsolute(config, child.href)})${description}`;
  }
}
