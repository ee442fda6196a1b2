import { posix } from 'node:path';
import { createAddressParser } from '../../links/index.ts';
import type { EditedSite } from '../types.ts';

/** Where a text stands whose links are rewritten. */
export interface AddressBase {
  /** The folder that relative addresses count from, now and after the move. */
  readonly before: string;
  readonly after: string;
}

/**
 * The address of an article under another path, with the language, the version and the ending that it is written with. Undefined
 * where it can stay: it is relative and right after the move too, or it is an older address, which leads on.
 */
export type RewriteAddress = (url: string, from: string, to: string, base: AddressBase) => string | undefined;

export function createAddressRewriter({ config, versions, corpus }: EditedSite['workspace']): RewriteAddress {
  const parseAddress = createAddressParser(config, versions, corpus.articles);
  return (url, from, to, base) => {
    const [, written = '', rest = ''] =
      /^([^?#]*?)((?:\/index)?(?:\.md|\/index\.html)?\/?(?:[?#].*)?)$/.exec(url) ?? [];
    if (written === '') return undefined;
    const encode = /%[0-9a-f]{2}/i.test(written) ? encodeURI : (text: string) => text;
    const fresh = written.startsWith('/')
      ? rewriteAbsolute(written, from, encode(to))
      : rewriteRelative(written, from, encode(to), base);
    return fresh === undefined || fresh === written ? undefined : `${fresh}${rest}`;
  };

  function rewriteAbsolute(written: string, from: string, to: string): string | undefined {
    if (!parseAddress(written.replace(/^\/content(?=\/)/, '')).paths.includes(from)) return undefined;
    const segments = written.split('/');
    const count = from.split('/').length;
    const isPlain = decode(segments.slice(-count).join('/')) === from;
    return isPlain ? [...segments.slice(0, -count), to].join('/') : undefined;
  }
}

function rewriteRelative(
  written: string,
  from: string,
  to: string,
  { before, after }: AddressBase,
): string | undefined {
  if (posix.join(before, decode(written)) !== from) return undefined;
  if (posix.join(after, decode(written)) === decode(to)) return undefined;
  const folder = after === '' ? '' : `${after}/`;
  return to.startsWith(folder)
    ? `${written.startsWith('./') ? './' : ''}${to.slice(folder.length)}`
    : `/${to}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
