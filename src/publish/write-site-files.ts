import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatRedirectsJson, type Redirect } from '../redirects/index.ts';

/** Writes what machines read beside the pages: `redirects.json`, every old address and where it leads. */
export async function writeSiteFiles(site: { readonly redirects: readonly Redirect[] }, dir: string): Promise<void> {
  await writeFile(join(dir, 'redirects.json'), formatRedirectsJson(site.redirects));
}
