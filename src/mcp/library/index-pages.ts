import type { LibraryVersion, PageName } from '../types.ts';
import type { ListedPage, PageList } from './parse-page-list.ts';
import { trimAddress } from './trim-address.ts';

/** The pages of a built site by what tools call them. */
export interface BuiltPages {
  readonly versions: readonly LibraryVersion[];
  readonly defaultVersion: LibraryVersion;
  readonly articles: ReadonlyMap<string, ReadonlySet<LibraryVersion>>;
  find(page: PageName): ListedPage | undefined;
  /** What the addresses of a language and version begin with, below that of the site: `en/enterprise-server@3.2/`. */
  homeOf(page: Omit<PageName, 'path'>): string;
  /** @param address below that of the site, without slashes at its ends */
  parse(address: string): { readonly path: string; readonly version?: string; readonly language?: string };
}

export function indexPages(list: PageList, basePath: string): BuiltPages {
  const versions = list.versions.map(describeVersion);
  const groups = new Map<string, string[]>();
  for (const { language, version, href } of list.pages) {
    const name = `${language} ${version}`;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(trimAddress(href, basePath));
  }
  const homes = new Map([...groups].map(([name, addresses]) => [name, findHome(addresses)]));
  const listed = new Map<string, ListedPage>();
  const articles = new Map<string, Set<LibraryVersion>>();
  for (const page of list.pages) {
    const name = `${page.language} ${page.version}`;
    const path = `${trimAddress(page.href, basePath)}/`.slice(homes.get(name)?.length).replace(/\/$/, '');
    const version = versions.find(({ id }) => id === page.version);
    if (version === undefined) continue;
    listed.set(`${name} ${path}`, page);
    articles.set(path, (articles.get(path) ?? new Set<LibraryVersion>()).add(version));
  }
  const homeOf = ({ version, language }: Omit<PageName, 'path'>) =>
    homes.get(`${language} ${version.id}`) ?? '';
  // The version whose addresses name none.
  const [language = ''] = list.languages.map(({ code }) => code);
  const shortest = versions.toSorted(
    (a, b) => homeOf({ version: a, language }).length - homeOf({ version: b, language }).length,
  );
  const [defaultVersion] = shortest;
  if (defaultVersion === undefined) throw new Error('The list names a version.');
  // The longest home is tried first, since that of a version lies below that of the default one.
  const byLength = [...homes].sort(([, a], [, b]) => b.length - a.length);
  return {
    versions,
    defaultVersion,
    articles,
    find: ({ path, version, language: code }) => listed.get(`${code} ${version.id} ${path}`),
    homeOf,
    parse(address) {
      const found = byLength.find(([, home]) => `${address}/`.startsWith(home));
      if (found === undefined) return { path: address };
      const [code = '', version = ''] = found[0].split(' ');
      return { path: `${address}/`.slice(found[1].length).replace(/\/$/, ''), language: code, version };
    },
  };
}

function describeVersion({ id, title }: PageList['versions'][number]): LibraryVersion {
  const at = id.lastIndexOf('@');
  return { name: id, id, plan: id.slice(0, at), release: id.slice(at + 1), title };
}

/** What all of the addresses begin with, in whole steps: that of the home page. */
function findHome(addresses: readonly string[]): string {
  const [first = [], ...others] = addresses.map((address) => `${address}/`.split('/').slice(0, -1));
  let length = first.length;
  for (const steps of others) {
    while (length > 0 && steps.slice(0, length).join('/') !== first.slice(0, length).join('/')) length -= 1;
  }
  return length === 0 ? '' : `${first.slice(0, length).join('/')}/`;
}
