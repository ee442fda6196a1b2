import { joinPieces } from '../../markdown/index.ts';
import { linkArticles } from '../../workspace/index.ts';
import { findShownVersion } from '../open-cursor.ts';
import type { EditedSite } from '../types.ts';

/** The words of a page as HTML, without its layout. */
export interface Preview {
  readonly title: string;
  /** Of the version that is shown. */
  readonly version: string;
  readonly html: string;
}

/** What readers of the chosen version get of the article in a file; undefined for other files. */
export async function previewFile(
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
  return { title: page.title, version: version.title, html: `${join(page.intro)}${join(page.body)}` };
}
