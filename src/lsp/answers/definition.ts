import type { Location } from 'vscode-languageserver/node';
import { nameOwner, type Place } from '../../diagnostics/index.ts';
import type { Article } from '../../load/index.ts';
import { locate } from '../../resolve/index.ts';
import { hasVersion, type Version } from '../../versions/index.ts';
import { type Cursor, followLink } from '../open-cursor.ts';

/** Where the thing is defined that a mark names; of a value of `data/` in the language of the text first, then in the source language. */
export async function findDefinition(cursor: Cursor): Promise<readonly Location[]> {
  const places = await listPlaces(cursor);
  return places.map((place) => locatePlace(cursor, place));
}

export function locatePlace(
  { site, documents }: Pick<Cursor, 'site' | 'documents'>,
  { file, line, column }: Place,
): Location {
  const position = { line: line - 1, character: column - 1 };
  return { uri: documents.uriOf(site.findPath(file)), range: { start: position, end: position } };
}

async function listPlaces(cursor: Cursor): Promise<readonly Place[]> {
  const { mark, edited, from } = cursor;
  if (mark === undefined) return [];
  const { corpus, sourceLanguage } = edited.workspace;
  if (mark.kind === 'data') {
    const name = mark.name.replaceAll('/', '.');
    return [...new Set([from.language, sourceLanguage])].flatMap(
      (code) => corpus.data.parts.get(code)?.sources.get(name)?.place ?? [],
    );
  }
  if (mark.kind === 'word') return findFeaturePlace(cursor, mark.name);
  if (mark.kind !== 'link' && mark.kind !== 'child' && mark.kind !== 'image') return [];
  const link = followLink(cursor, mark);
  if (link.kind === 'asset') return link.isMissing ? [] : [atBegin(link.file)];
  if (link.kind === 'self')
    return findHeading(cursor, from.article, from.language, from.version, link.fragment);
  if (link.kind !== 'article') return [];
  const { article, version } = link.target;
  return findHeading(cursor, article, link.language, version, link.fragment);
}

function findFeaturePlace({ edited: { workspace } }: Cursor, name: string): readonly Place[] {
  if (!workspace.corpus.features.has(name)) return [];
  return listFeatureFiles(workspace, name).map(atBegin);
}

/** Files that say what a feature is. */
export function listFeatureFiles(
  { files, config, sourceLanguage }: Cursor['edited']['workspace'],
  name: string,
): readonly string[] {
  const dir = config.languages.find(({ code }) => code === sourceLanguage)?.dir ?? '.';
  const folder = dir === '.' ? 'data/features' : `${dir}/data/features`;
  return ['yml', 'yaml']
    .map((ending) => `${folder}/${name}.${ending}`)
    .filter((file) => files.texts.has(file));
}

/** The heading that a fragment names, in the text of the language; the begin of the file where there is none. */
async function findHeading(
  { edited: { workspace } }: Cursor,
  article: Article,
  language: string,
  version: Version,
  fragment: string | undefined,
): Promise<readonly Place[]> {
  const own = article.texts.has(language) ? language : workspace.sourceLanguage;
  const begin = atBegin(article.texts.get(own)?.file ?? article.file);
  if (fragment === undefined) return [begin];
  // Ids are those of the source language; the headings of a translation stand in the same order.
  const find = async (code: string) => {
    const { value } = await workspace.rendered([nameOwner(code, article.path)]);
    return value.find(({ resolution }) => hasVersion(resolution.versions, version));
  };
  const source = await find(workspace.sourceLanguage);
  const shown = own === workspace.sourceLanguage ? source : await find(own);
  const at = source?.renderings.body?.headings.findIndex(({ id }) => id === fragment) ?? -1;
  const heading = shown?.renderings.body?.headings[at];
  const text = shown?.resolution.fields.body;
  return heading === undefined || text === undefined ? [begin] : [locate(text, heading.offset).place];
}

export function atBegin(file: string): Place {
  return { file, line: 1, column: 1 };
}
