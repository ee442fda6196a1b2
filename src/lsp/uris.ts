import { pathToFileURL } from 'node:url';

/**
 * The absolute path that a URI names, in one spelling: editors escape more in it than `pathToFileURL` does (`server%403.2` is
 * `server@3.2`), and write drives of Windows in either case. Undefined for what is no file: an untitled document, a side of a diff.
 */
export function findPath(uri: string): string | undefined {
  if (!/^file:/i.test(uri) || !URL.canParse(uri)) return undefined;
  const { pathname, host } = new URL(uri);
  try {
    const path = decodeURIComponent(pathname);
    if (process.platform !== 'win32') return path;
    const drive = /^\/([a-z]):/i.exec(path)?.[1];
    const local = drive === undefined ? path : `${drive.toLowerCase()}:${path.slice(3)}`;
    return host === '' ? local : `//${host}${local}`;
  } catch {
    return undefined;
  }
}

/** A URI for a file that no client has named. */
export function formatUri(path: string): string {
  return pathToFileURL(path).href;
}
