import type { CacheOptions } from '../cache/index.ts';
import type { SiteConfig } from '../config/index.ts';
import type { Parser } from '../markdown/index.ts';
import type { DifferenceReport } from '../queries/index.ts';
import { UsageError } from '../usage-error.ts';
import { CACHE } from './cache-options.ts';
import type { Option } from './command.ts';
import { PARSER, SITE_OPTIONS, WORKERS } from './shared-options.ts';

/** Where a preview of the site is found, with a slash at its end. */
const PREVIEW: Option<string | undefined> = {
  flags: [
    {
      name: 'preview',
      value: 'URL',
      summary: 'the address of a preview of the site, for links to its pages',
    },
  ],
  parse: ({ preview }) => {
    const url = preview?.at(-1);
    return url === undefined ? undefined : `${checkUrl('preview', url).replace(/(?<!\/)\/+$/, '')}/`;
  },
};

/** Where files can be read. */
const SOURCE: Option<string | undefined> = {
  flags: [
    {
      name: 'source',
      value: 'URL',
      summary: 'where files can be read, with {file} for the name (default: editUrl of the site file)',
    },
  ],
  parse: ({ source }) => {
    const url = source?.at(-1);
    if (url === undefined || url.includes('{file}')) return url && checkUrl('source', url);
    throw new UsageError(`--source '${url}' does not contain {file} for the name of the file.`);
  },
};

/** Options of commands that compare two states of a site, beside those of `--format`. */
export const REPORT_OPTIONS = {
  ...SITE_OPTIONS,
  preview: PREVIEW,
  source: SOURCE,
  cache: CACHE,
  parser: PARSER,
  workers: WORKERS,
};

/** What they are given. */
export interface ReportOptions {
  readonly root: string;
  readonly versions: readonly string[];
  readonly languages: readonly string[];
  readonly quiet: boolean;
  readonly preview: string | undefined;
  readonly source: string | undefined;
  readonly cache: CacheOptions | undefined;
  readonly parser: Parser;
}

/** @throws UsageError for anything but an address of the web */
function checkUrl(name: string, url: string): string {
  if (/^https?:\/\/[^\s/]/.test(url) && URL.canParse(url.replace('{file}', 'file'))) return url;
  throw new UsageError(`--${name} '${url}' is not an address: it begins with https:// or http://.`);
}

/**
 * Links from pages to a preview, and from files to where they can be read.
 *
 * @param config undefined where addresses begin at the root of a host, and nothing says where files can be read
 */
export function createReportLinks(
  config: Pick<SiteConfig, 'basePath' | 'editUrl'> | undefined,
  given: { readonly preview: string | undefined; readonly source: string | undefined },
): Pick<DifferenceReport, 'findPreview' | 'findSource'> {
  const { preview, source = config?.editUrl } = given;
  const { length } = config?.basePath ?? '/';
  return {
    findPreview: preview === undefined ? undefined : (href) => `${preview}${href.slice(length)}`,
    findSource:
      source === undefined
        ? undefined
        : (file) => source.replace('{file}', () => file.split('/').map(encodeURIComponent).join('/')),
  };
}
