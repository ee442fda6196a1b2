import { encodePath } from '../../links/index.ts';
import { joinPieces } from '../../markdown/index.ts';
import { linkArticles } from '../../workspace/index.ts';
import { findShownVersion } from '../open-cursor.ts';
import type { EditedSite, EditorSite } from '../types.ts';

/** The words of a page as HTML, without its layout. */
export interface Preview {
  readonly title: string;
  /** Of the version that is shown. */
  readonly version: string;
  /** Title of the version that somebody has chosen, where the article is not in it. */
  readonly missing?: string;
  readonly html: string;
  /** Files of the pictures in it, by the addresses that it has for them. */
  readonly images: Readonly<Record<string, string>>;
  /** Files of the articles that it links to, by the addresses that it has for them. */
  readonly articles: Readonly<Record<string, string>>;
}

/** What readers of the chosen version get of the article in a file; undefined for other files. */
export async function previewFile(
  site: EditorSite,
  edited: EditedSite,
  file: string,
  chosen: string | undefined,
): Promise<Preview | undefined> {
  const { workspace, articles, addresses } = edited;
  const own = articles.get(file);
  const version = own && findShownVersion(edited, own.article, chosen);
  if (own === undefined || version === undefined) return undefined;
  const part = { ...workspace, languages: [own.language] };
  const { value } = await linkArticles(part, new Set([own.article.path]), addresses);
  const page = value.find((each) => each.version === version);
  if (page === undefined) return undefined;
  const join = (text: typeof page.intro) =>
    text === undefined ? '' : joinPieces(text.rendering, text.fills);
  const html = `${join(page.intro)}${join(page.body)}`;
  const wanted = workspace.versions.find(({ name }) => name === chosen);
  return {
    title: page.title,
    version: version.title,
    ...(wanted !== undefined && wanted !== version && { missing: wanted.title }),
    html,
    images: findImages(site, edited, html),
    articles: findArticles(site, edited, html, { ...own, version }),
  };
}

function findArticles(
  { findPath }: EditorSite,
  { links, workspace: { config } }: EditedSite,
  html: string,
  from: Parameters<typeof links.resolveLink>[1],
): Preview['articles'] {
  const found = [...html.matchAll(/\bhref="(\/[^"#]*)/g)].flatMap(([, address = '']) => {
    const link = links.resolveLink({ url: address.slice(config.basePath.length - 1) }, from);
    if (link.kind !== 'article') return [];
    const { article } = link.target;
    return [[address, findPath(article.texts.get(link.language)?.file ?? article.file)] as const];
  });
  return Object.fromEntries(found);
}

/** Pages name pictures by what they are published as. */
function findImages({ findPath }: EditorSite, { workspace }: EditedSite, html: string): Preview['images'] {
  const { corpus, config } = workspace;
  const files = new Map(
    [...corpus.images].map(([file, { output }]) => [`${config.basePath}${encodePath(output)}`, file]),
  );
  const found = [...html.matchAll(/\bsrc="([^"]*)"/g)].flatMap(([, address = '']) => {
    const file = files.get(address);
    return file === undefined ? [] : [[address, findPath(file)] as const];
  });
  return Object.fromEntries(found);
}
