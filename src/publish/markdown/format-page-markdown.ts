import type { SiteConfig } from '../../config/index.ts';
import { type FilledText, formatAbsolute, type Page, type PageHead } from '../../links/index.ts';
import type { Rendering } from '../../markdown/index.ts';
import type { Navigation } from '../../navigation/index.ts';
import { applyMarkdownEdits } from './edits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { createMarkdownReader, type ReadMarkdown } from './read-markdown.ts';
import { rewriteLinks } from './rewrite-links.ts';

interface Surroundings {
  readonly config: Pick<SiteConfig, 'baseUrl'>;
  readonly navigation: Pick<Navigation, 'findNode'>;
}

/** Whether the page shows any of the text. What is left of boxes that work by scripts is nothing to read in Markdown either. */
function hasContent({ pieces, isOutline }: Rendering): boolean {
  return isOutline === true || pieces.length > 1 || pieces.some((piece) => piece.trim() !== '');
}

/**
 * A page as Markdown: its title, intro and body as written for this version, with absolute addresses; below an index
 * page the pages it lists.
 *
 * @param readMarkdown one that has read the texts of other pages, for most of them share theirs
 */
export function formatPageMarkdown(
  page: Page,
  { config, navigation }: Surroundings,
  readMarkdown: ReadMarkdown = createMarkdownReader(),
): string {
  const base = formatAbsolute(config.baseUrl, page.href);
  const blocks = [
    `# ${escapeMarkdown(page.title)}`,
    formatField('intro', page.intro),
    formatField('body', page.body),
    listChildren(),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

  function formatField(field: 'intro' | 'body', filled: FilledText | undefined): string {
    const markdown = page.resolution.fields[field]?.text;
    if (markdown === undefined || filled === undefined || !hasContent(filled.rendering)) return '';
    const { holes, edits } = readMarkdown(markdown, filled.rendering);
    // An address may be put in right before blank lines that go.
    const rewritten = applyMarkdownEdits(markdown, [
      ...rewriteLinks(holes, filled.fills, formatAddress),
      ...edits,
    ]);
    return rewritten.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  }

  /** A fragment leads to a place in this very text. What is no address stays as it is. */
  function formatAddress(href: string): string {
    if (href.startsWith('#')) return href;
    try {
      return formatAbsolute(base, href);
    } catch {
      return href;
    }
  }

  function listChildren(): string {
    const children = navigation.findNode(page)?.children ?? [];
    return children.map(({ page: child }) => formatChild(child)).join('\n');
  }

  function formatChild(child: PageHead): string {
    const description = child.description === '' ? '' : `: ${escapeMarkdown(child.description)}`;
    return `- [${escapeMarkdown(child.title)}](${formatAbsolute(config.baseUrl, child.href)})${description}`;
  }
}
