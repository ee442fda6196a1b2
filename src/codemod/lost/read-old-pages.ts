import type { SiteConfig } from '../../config/index.ts';
import { readBuiltAddress } from '../../queries/index.ts';
import type { Site } from '../../workspace/index.ts';
import { readHtmlText, readPageText } from './read-text.ts';
import type { ReadOldPage } from './types.ts';

/** Reads what a folder has that a build published into it. */
export function readOldFromFolder(folder: string, { basePath }: Pick<SiteConfig, 'basePath'>): ReadOldPage {
  return async (address) => {
    const found = await readBuiltAddress(folder, address);
    if (found === undefined) return undefined;
    if (found.kind === 'stub') return { kind: 'stub', to: found.to.slice(basePath.length - 1) };
    const { title = '', intro = '', body = '' } = found.fields;
    return { kind: 'page', text: readHtmlText(title, intro, body) };
  };
}

/** Reads what a site of older sources has. */
export function readOldFromSite({ config, pages, redirects }: Site): ReadOldPage {
  const start = config.basePath.length - 1;
  const byAddress = new Map(pages.map((page) => [page.href.slice(start), page]));
  const targets = new Map(redirects.map(({ from, to }) => [from.slice(start), to.slice(start)]));
  return async (address) => {
    const page = byAddress.get(address);
    if (page !== undefined) return { kind: 'page', text: readPageText(page) };
    const to = targets.get(address);
    return to === undefined ? undefined : { kind: 'stub', to };
  };
}
