import type { SiteConfig } from '../config/index.ts';
import type { DifferenceReport } from '../queries/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Option } from './command.ts';

/** Where a preview of the site is found, with a slash at its end. */
export const PREVIEW: Option<string | undefined> = {
  flags: [
    {
      name: 'preview',
      value: 'URL',
      summary: 'where a preview of the site is found, for links to its pages',
    },
  ],
  parse: ({ preview }) => {
    const url = preview?.at(-1);
    return url === undefined ? undefined : `${checkUrl('preview', url).replace(/\/+$/, '')}/`;
  },
};

/** Where files can be read. */
export const SOURCE: Option<string | undefined> = {
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
    throw new UsageError(`--source '${url}' has no {file} for the name of the file.`);
  },
};

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
