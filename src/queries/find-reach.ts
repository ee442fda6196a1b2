import { nameOwner } from '../diagnostics/index.ts';
import { createPermalink } from '../load/index.ts';
import type { Resolution, Use } from '../resolve/index.ts';
import { listMembers } from '../versions/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { PageReference } from './difference/types.ts';

/** A page that a change in some files can reach. */
export interface ReachedPage extends PageReference {
  /**
   * `own`: one of the files is the page's own. `text`: words of the files stand on the page, or a picture. `condition`: the page,
   * or what it uses, names one of the files, which may decide what it shows.
   */
  readonly how: 'own' | 'text' | 'condition';
}

/** What a change in some files would reach. */
export interface Reach {
  readonly files: readonly string[];
  readonly pages: readonly ReachedPage[];
  /** Articles, each in one language, that were looked at. */
  readonly looked: number;
}

/** Finds out which pages files go into, without an edit to compare with. */
export async function findReach(workspace: Workspace, files: readonly string[]): Promise<Reach> {
  const { languages, versions, config, sourceLanguage } = workspace;
  const wanted = new Set(files);
  const keys = workspace.usersOf(files);
  const { value } = await workspace.resolved(keys);
  const pages = value
    .filter(({ language, broken }) => languages.includes(language) && !broken)
    .flatMap((resolution) => {
      const { article, language } = resolution;
      const how = judge(resolution, wanted, sourceLanguage);
      const file = article.texts.get(language)?.file ?? article.file;
      const title = resolution.fields.title?.text.trim() ?? article.path;
      return listMembers(resolution.versions, versions).map((version): ReachedPage => {
        const { href } = createPermalink(config, language, version, encodeURI(article.path));
        return { language, version: version.name, path: article.path, href, title, file, how };
      });
    });
  const order = new Map([...keys].map((key, at) => [key, at]));
  const rank = ({ language, path }: ReachedPage) => order.get(nameOwner(language, path)) ?? 0;
  return { files, pages: pages.sort((one, other) => rank(one) - rank(other)), looked: keys.size };
}

function judge(
  { article, language, fields }: Resolution,
  wanted: ReadonlySet<string>,
  sourceLanguage: string,
): ReachedPage['how'] {
  const own = [article.texts.get(language)?.file, article.texts.get(sourceLanguage)?.file];
  if (own.some((file) => file !== undefined && wanted.has(file))) return 'own';
  const texts = Object.values(fields).filter((field) => field !== undefined);
  const isThere = texts.some(
    ({ text, segments }) =>
      segments.some(({ source, via }) => wanted.has(source.place.file) || isThrough(via, wanted)) ||
      [...wanted].some((file) => file.startsWith('assets/') && text.includes(file)),
  );
  return isThere ? 'text' : 'condition';
}

function isThrough(use: Use | undefined, wanted: ReadonlySet<string>): boolean {
  for (let each = use; each !== undefined; each = each.via)
    if (wanted.has(each.source.place.file)) return true;
  return false;
}
