import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every old address that has a stub in a built site, with the address of its page, both decoded and with the last slash. */
export function listOldAddresses(site: string): ReadonlyMap<string, string> {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('/index.html'),
  );
  return new Map(
    files.sort().flatMap((file) => {
      const to = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(
        readFileSync(join(site, file), 'utf8'),
      )?.[1];
      const from = `/${file.slice(0, -'index.html'.length)}`;
      return to === undefined ? [] : [[from, decodeURIComponent(to.replaceAll('&amp;', '&'))] as const];
    }),
  );
}

/** An address as a reader may ask for it: as links write it, as the address bar of Cloudflare's hosts shows it, each also without its last slash. */
export function listSpellings(address: string): readonly string[] {
  const encoded = address.split('/').map(encodeURIComponent).join('/');
  return [...new Set([encodeURI(address), encoded].flatMap((each) => [each, each.slice(0, -1)]))];
}
