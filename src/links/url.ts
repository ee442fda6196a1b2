/** An address of a link taken apart. */
export interface UrlParts {
  readonly path: string;
  /** Query and fragment as written, with their signs: `?tool=cli#usage`. */
  readonly suffix: string;
  /** Percent-decoded, without `#`; undefined where the address has none. */
  readonly fragment: string | undefined;
}

/** @example splitUrl('/a/b?x=1#c') // { path: '/a/b', suffix: '?x=1#c', fragment: 'c' } */
export function splitUrl(url: string): UrlParts {
  const end = url.search(/[?#]/);
  const path = end === -1 ? url : url.slice(0, end);
  const hash = url.indexOf('#');
  return {
    path,
    suffix: url.slice(path.length),
    fragment: hash === -1 ? undefined : decodeText(url.slice(hash + 1)),
  };
}

/**
 * The segments of a path, percent-decoded, as a browser walks them: empty ones and `.` dropped, `..` taken back.
 * A last `index`, and `.md` of a file name, are dropped too, for authors link to files. So is a last `index.html`, for
 * every host answers the address of a page's file.
 */
export function splitPath(path: string): readonly string[] {
  const segments: string[] = [];
  for (const written of path.split('/')) {
    const segment = decodeText(written);
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  const last = segments.pop()?.replace(/\.md$/, '');
  return last === undefined || last === 'index' || last === 'index.html' ? segments : [...segments, last];
}

/** What stands for itself in a path: most of them, and there are tens of thousands. */
const ENCODED = /^[\w!$&'()*+,./:;=@~-]*$/;

/** A path of an article as part of an address: other scripts, blanks, `%`, `?` and `#` percent-encoded. */
export function encodePath(path: string): string {
  if (ENCODED.test(path)) return path;
  return encodeURI(path.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(/[?#]/g, encodeURIComponent);
}

/** A malformed escape (`%zz`) leaves the text as it is written. */
export function decodeText(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path of segments that no browser would change, and a fragment: nearly all addresses of a site. */
const PLAIN = /^(?:\/[\w@-][\w@.-]*)+\/?(?:#[\w-]*)?$/;

/**
 * The absolute form of an address.
 *
 * @param baseUrl an absolute one in normal form, as that of a `SiteConfig`
 */
export function formatAbsolute(baseUrl: string, href: string): string {
  if (!PLAIN.test(href)) return new URL(href, baseUrl).href;
  return `${baseUrl.slice(0, baseUrl.indexOf('/', 'https://'.length))}${href}`;
}
