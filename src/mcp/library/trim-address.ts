/** An address below the site: without host, base path, query, fragment, slashes at its ends and the ending of a file. */
export function trimAddress(address: string, basePath: string): string {
  const plain = address
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/[?#].*$/s, '');
  const base = basePath.replace(/\/$/, '');
  const below = base !== '' && `${plain}/`.startsWith(`${base}/`) ? plain.slice(base.length) : plain;
  const path = below.replace(/(?:\/index)?\.(?:html|md)$/, '').replace(/^\/+|(?<!\/)\/+$/g, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
