import type { PageHead } from '../links/index.ts';
import { createSearchAddresses, type NavigationNode } from '../navigation/index.ts';
import { formatFileAddress, formatMarkdownAddress } from './addresses.ts';
import type { ListedSite } from './types.ts';

type LlmsSite = Omit<ListedSite, 'pages' | 'redirects'>;

/**
 * `llms.txt` (https://llmstxt.org): what the site is, how its addresses are made, and for each language the Markdown
 * of its index pages and of the pages right below each product, in the first version that has them. What a language does
 * not have in its own words stands under the source language only.
 */
export function formatLlms(site: LlmsSite): string {
  const sections = site.languages.map((language) => formatSection(language, site));
  const blocks = [`# ${escapeText(site.config.title)}`, formatSummary(site), formatRules(site), ...sections];
  return `${[...blocks, formatFiles(site)].filter((block) => block !== '').join('\n\n')}\n`;
}

function formatSummary(site: LlmsSite): string {
  const [language = ''] = site.languages;
  const description = findHome(language, site)?.page.description ?? '';
  return description === '' ? '' : `> ${escapeText(description)}`;
}

function formatRules({ config, versions, languages }: LlmsSite): string {
  const [language = ''] = languages;
  const places = versions.map(({ title, segment }) => {
    const folder = [language, segment].filter((part) => part !== '').join('/');
    return `- ${escapeText(title)}: ${formatFileAddress(config, `${folder}/`)}`;
  });
  return `Every page is also published as Markdown: replace the last slash of its address with \`.md\`.

Each version of the product has its own pages, made of one source. They begin at:

${places.join('\n')}`;
}

function formatSection(language: string, site: LlmsSite): string {
  const home = findHome(language, site);
  if (home === undefined) return '';
  const name = site.config.languages.find(({ code }) => code === language)?.name ?? language;
  const { isUntranslated } = createSearchAddresses(site.config, site.navigation);
  const pages = listKeyPages(home).filter((page) => !isUntranslated(page));
  return pages.length === 0 ? '' : `## ${escapeText(name)}\n\n${pages.map(formatEntry).join('\n')}`;

  function formatEntry(page: PageHead): string {
    const description = page.description === '' ? '' : `: ${escapeText(page.description)}`;
    return `- [${escapeText(page.title)}](${formatMarkdownAddress(site.config, page)})${description}`;
  }
}

function findHome(language: string, { versions, navigation }: LlmsSite): NavigationNode | undefined {
  const published = versions.filter(({ isPreview }) => !isPreview);
  const homes = (published.length > 0 ? published : versions).map((version) =>
    navigation.findTree(language, version),
  );
  return homes.find((home) => home !== undefined);
}

/** Depth 0 is the home page, 1 a product, 2 what stands right below it. */
function listKeyPages(node: NavigationNode, depth = 0): readonly PageHead[] {
  const isKey = depth <= 2 || node.page.article.kind === 'index';
  const below = node.children.flatMap((child) => listKeyPages(child, depth + 1));
  return isKey ? [node.page, ...below] : below;
}

function formatFiles({ config }: LlmsSite): string {
  const entry = (file: string, text: string) => `- [${file}](${formatFileAddress(config, file)}): ${text}`;
  return `## Optional

${entry('pages.json', 'every page with its address, title, language, version and headings')}
${entry('sitemap.xml', 'the address of every page')}`;
}

/** A text on one line, of which nothing is read as a link. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&');
}
