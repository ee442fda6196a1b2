import type { Position } from 'vscode-languageserver/node';
import type { Link, LinkResolver } from '../links/index.ts';
import type { Article } from '../load/index.ts';
import { hasVersion, listMembers, type Version } from '../versions/index.ts';
import type { Documents } from './documents.ts';
import { type Mark, scanMarks } from './text/scan-marks.ts';
import { createLines, type TextLines } from './text/text-lines.ts';
import type { EditedSite, EditorSite } from './types.ts';

/** A text of a site, with where somebody stands in it. */
export interface Cursor {
  readonly site: EditorSite;
  readonly edited: EditedSite;
  readonly file: string;
  readonly lines: TextLines;
  readonly offset: number;
  /** The smallest mark that the cursor touches. */
  readonly mark: Mark | undefined;
  /** The page that links of the text are read for: its own, in the chosen version where that has it. */
  readonly from: Parameters<LinkResolver['resolveLink']>[1];
  readonly documents: Documents;
}

export interface CursorRequest {
  readonly site: EditorSite;
  readonly edited: EditedSite;
  readonly documents: Documents;
  /** Name of the version that somebody has chosen to see. */
  readonly chosen: string | undefined;
}

export function openCursor(
  request: CursorRequest,
  file: string,
  text: string,
  position: Position,
): Cursor | undefined {
  const lines = createLines(text);
  const offset = lines.offsetAt(position);
  const from = findStandpoint(request, file);
  if (from === undefined) return undefined;
  const touched = scanMarks(file, text).filter(({ start, end }) => start <= offset && offset <= end);
  const weigh = ({ start, end, kind }: Mark) => end - start + (kind === 'condition' ? 0.5 : 0);
  const [mark] = touched.sort((a, b) => weigh(a) - weigh(b));
  const { site, edited, documents } = request;
  return { site, edited, file, lines, offset, mark, from, documents };
}

/** The page for which the links of a text are read. */
export function findStandpoint(
  { edited, chosen }: Pick<CursorRequest, 'edited' | 'chosen'>,
  file: string,
): Cursor['from'] | undefined {
  const { corpus, config, sourceLanguage } = edited.workspace;
  const own = edited.articles.get(file);
  const article = own?.article ?? corpus.articles.get('') ?? [...corpus.articles.values()][0];
  if (article === undefined) return undefined;
  const language =
    own?.language ??
    config.languages.find(({ dir }) => dir !== '.' && file.startsWith(`${dir}/`))?.code ??
    sourceLanguage;
  const version = findShownVersion(edited, article, chosen);
  return version && { article, language, version };
}

/** The chosen version where the article is in it, else the first that has the article. */
export function findShownVersion(
  { workspace: { versions, built } }: EditedSite,
  article: Article,
  chosen: string | undefined,
): Version | undefined {
  const wanted = versions.find(({ name }) => name === chosen);
  if (wanted !== undefined && hasVersion(article.versions, wanted)) return wanted;
  return listMembers(article.versions & built, versions)[0] ?? wanted ?? versions[0];
}

/** What a mark that holds an address leads to. */
export function followLink({ edited, from }: Pick<Cursor, 'edited' | 'from'>, { kind, name }: Mark): Link {
  if (kind === 'image') return edited.links.resolveImage(name);
  // Entries of `children` count from their index page.
  const url =
    kind === 'child' && !name.startsWith('/content/')
      ? `/${[from.article.path, name.slice(1)].filter((part) => part !== '').join('/')}`
      : name.replace(/^\/content\//, '/');
  return edited.links.resolveLink({ url }, from);
}
