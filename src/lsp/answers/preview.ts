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
  readonly html: string;
  /** Files of the pictures in it, by the addresses that it has for them. */
  readonly images: Readonly<Record<string, string>>;
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
  return { title: page.title, version: version.title, html, images: findImages(site, edited, html) };
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
