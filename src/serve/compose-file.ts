import { signCardArtist } from '../cards/index.ts';
import { listFiles, listPageFiles, type PartOfSite } from '../compose/index.ts';
import type { SiteConfig } from '../config/index.ts';
import { COMPARE_SEGMENT } from '../load/index.ts';
import { listMarkdownFiles } from '../publish/index.ts';
import { foldAddress } from '../redirects/index.ts';
import type { PageMaker, SitePart } from '../workspace/index.ts';
import type { Sources } from './source-reader.ts';
import type { SiteAnswer } from './types.ts';

interface Now {
  readonly sources: Pick<Sources, 'setup' | 'theme' | 'files'>;
  readonly maker: PageMaker;
  readonly search?: boolean | undefined;
}

/** One file of a site by its name, with the bytes of a build; undefined for what takes the whole site, and what there is not. */
export async function composeFile(name: string, now: Now): Promise<SiteAnswer | undefined> {
  const { sources, maker } = now;
  const { theme, setup } = sources;
  const { corpus } = maker.workspace;
  const own = theme.files.find(({ output }) => output === name);
  if (own !== undefined) return { kind: 'text', name, text: own.text };
  const asset = findAsset(name, corpus);
  if (asset !== undefined) return { kind: 'asset', file: asset };
  if (name === '' || name === 'index.html' || name === '404.html')
    return composeRoot(name || 'index.html', now);
  const place = name.replace(/(?<=\/)index\.html$/, '');
  const page = place.endsWith('/') ? await composePage(`${place}index.html`, now) : undefined;
  if (page !== undefined) return { kind: 'page', html: page, shown: undefined, status: 200 };
  const markdown = name.endsWith('.md') ? await composeMarkdown(name, now) : undefined;
  if (markdown !== undefined) return { kind: 'text', name, text: markdown };
  const feed = name.endsWith('.atom') ? await composeFeed(name, now) : undefined;
  if (feed !== undefined) return { kind: 'text', name, text: feed };
  return findRedirect(`${setup.config.basePath}${place}`, maker);
}

function findAsset(name: string, { assets, images }: PageMaker['workspace']['corpus']): string | undefined {
  if (assets.has(name)) return name;
  for (const [file, image] of images) if (image.output === name) return file;
  return undefined;
}

/** A page of an article, of what a release changed in it, or where versions are compared. */
async function composePage(output: string, now: Now): Promise<string | undefined> {
  const head = now.maker.findHead(
    encodeURI(`${now.sources.setup.config.basePath}${output.slice(0, -'index.html'.length)}`),
  );
  const [language = '', segment = '', ...rest] = output.split('/').slice(0, -1);
  const path = head?.article.path ?? (segment === COMPARE_SEGMENT ? '' : rest.join('/'));
  if (!now.maker.workspace.languages.includes(language)) return undefined;
  return compose(now, language, path, (part) =>
    listPageFiles(part, now.sources.theme, NOTHING).find((file) => file.output === output),
  );
}

const NOTHING: ReadonlySet<string> = new Set();

async function composeMarkdown(name: string, now: Now): Promise<string | undefined> {
  const { basePath } = now.sources.setup.config;
  const folder = name.replace(/(?:\/index)?\.md$/, '');
  const head = now.maker.findHead(encodeURI(`${basePath}${folder}/`));
  if (head === undefined) return undefined;
  return compose(now, head.language, head.article.path, (part) => {
    const pages = part.pages.filter(({ href }) => href === head.href);
    return listMarkdownFiles({ ...part, pages }, NOTHING).find((file) => file.output === name);
  });
}

/** Feeds of changes come with home pages, those of release notes with their page. */
async function composeFeed(name: string, now: Now): Promise<string | undefined> {
  const [folder, language = '', kind, ...rest] = name.split('/');
  const { workspace } = now.maker;
  if (folder !== 'feeds' || !workspace.languages.includes(language)) return undefined;
  const path = kind === 'release-notes' ? rest.slice(0, -1).join('/') : '';
  if (!workspace.corpus.articles.has(path)) return undefined;
  return compose(now, language, path, (part) =>
    listPageFiles(part, now.sources.theme, NOTHING).find((file) => file.output === name),
  );
}

/** Where languages begin, and what is shown for what there is not. */
async function composeRoot(name: string, now: Now): Promise<SiteAnswer | undefined> {
  const { maker, sources } = now;
  const language = maker.workspace.languages[0] ?? '';
  const redirects = name === '404.html' ? maker.redirects.redirects : [];
  const html = await compose(now, language, '', (part) =>
    listFiles({ ...part, redirects }, sources.theme).find((file) => file.output === name),
  );
  const status = name === '404.html' ? 404 : 200;
  return html === undefined ? undefined : { kind: 'page', html, shown: undefined, status };
}

interface Renderable {
  render(): string | Iterable<string>;
}

/** Composes until nothing that the layout asks for is unknown. */
async function compose(
  { maker, sources, search = true }: Now,
  language: string,
  path: string,
  find: (part: SitePart & Pick<PartOfSite, 'hasSearch' | 'hasCards'>) => Renderable | undefined,
): Promise<string | undefined> {
  const { config } = sources.setup;
  for (;;) {
    const { part } = await maker.makeArticle(language, path);
    const text = find({ ...part, hasSearch: search && config.search, hasCards: hasCards(config) })?.render();
    if (await maker.settle()) continue;
    return text === undefined ? undefined : [...text].join('');
  }
}

/** The pictures are those of the whole site, which draws them where it can. */
function hasCards({ cards }: SiteConfig): boolean {
  return cards !== undefined && signCardArtist() !== undefined;
}

/** Where hosts lead, in every spelling of the address. */
function findRedirect(from: string, { redirects }: PageMaker): SiteAnswer | undefined {
  const { own, folders } = indexRedirects(redirects);
  const asked = fold(encodeURI(from));
  const to = own.get(asked);
  if (to !== undefined) return { kind: 'redirect', to };
  const folder = folders.find(([address]) => asked.startsWith(`${address}/`));
  return folder && { kind: 'redirect', to: `${folder[1]}${asked.slice(folder[0].length + 1)}/` };
}

interface RedirectIndex {
  readonly own: ReadonlyMap<string, string>;
  /** Other names of a version or a language, which stand before the same paths. */
  readonly folders: readonly (readonly [address: string, to: string])[];
}

/** Pages may name many files that are not there, and old addresses are as they were for as long as their table is. */
const indexes = new WeakMap<PageMaker['redirects'], RedirectIndex>();

function indexRedirects(table: PageMaker['redirects']): RedirectIndex {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const all = [...table.redirects, ...table.aliases];
  const own = new Map<string, string>();
  for (const { from, to } of all) if (!own.has(fold(from))) own.set(fold(from), to);
  const folders = all.flatMap(({ from, to, alias }) => (alias === 'site' ? [[fold(from), to] as const] : []));
  const index = { own, folders };
  indexes.set(table, index);
  return index;
}

function fold(address: string): string {
  return foldAddress(address.replace(/(?<!\/)\/+$/, ''));
}
