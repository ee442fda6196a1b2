import { createSetup, type SiteConfig } from '../config/index.ts';
import { joinPieces } from '../markdown/index.ts';
import type { BuiltPage, PageRequest } from '../page/index.ts';
import { formatPageMarkdown } from '../publish/index.ts';
import { UsageError } from '../usage-error.ts';
import { formatVersions, listMembers, listVersions } from '../versions/index.ts';
import { findFile } from './find-file.ts';
import type { RenderOptions } from './render-command.ts';
import { selectVersion } from './select-version.ts';

/** The page that a command line asks for. */
type Wanted = Pick<PageRequest, 'path' | 'version' | 'language'>;

/** @throws UsageError for an article, version or language that there is not, or for more than one */
export async function readRequest(config: SiteConfig, options: RenderOptions): Promise<Wanted> {
  if (options.languages.length > 1) throw new UsageError('Name one language to render.');
  const { versions, built, languages } = createSetup(config, options);
  const { path, language } = await findFile(config, options.file);
  const named = options.languages.length > 0 ? languages[0] : language;
  return {
    path,
    version: selectVersion(listMembers(built, versions), options, 'render'),
    language: named ?? config.languages[0]?.code ?? '',
  };
}

/** The Markdown that a build publishes beside the page, or the HTML of its body; undefined without a page. */
export function formatPage(
  { page, children }: BuiltPage,
  format: RenderOptions['format'],
  config: SiteConfig,
): string | undefined {
  if (page === undefined) return undefined;
  if (format === 'html') return `${joinPieces(page.body.rendering, page.body.fills)}\n`;
  const node = { page, children: children.map((child) => ({ page: child, children: [] })) };
  return formatPageMarkdown(page, { config, navigation: { findNode: () => node } });
}

/** Why there is no page; undefined where there is one, or where errors say why. */
export function describeAbsence(
  { article, page }: BuiltPage,
  { path, version }: Wanted,
  { plans }: SiteConfig,
): string | undefined {
  if (page !== undefined) return undefined;
  const name = path === '' ? 'The home page' : `The article '${path}'`;
  if (article === undefined) return `${name} is not published.`;
  const versions = formatVersions(article.versions, listVersions(plans));
  if (versions.includes(version.name)) return undefined;
  return versions.length === 0
    ? `${name} is in no version.`
    : `${name} is not in ${version.name}. It is in: ${versions.join(', ')}.`;
}
