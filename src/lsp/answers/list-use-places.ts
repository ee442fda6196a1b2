import type { Location } from 'vscode-languageserver/node';
import type { Cursor } from '../open-cursor.ts';
import { createLines } from '../text/text-lines.ts';
import { findThing } from '../things/find-thing.ts';
import { findUses } from '../things/find-uses.ts';
import type { Thing } from '../things/types.ts';
import { atBegin, listFeatureFiles, locatePlace } from './definition.ts';

/** Every place that names the thing at the cursor; where it is defined comes first. */
export async function listUsePlaces(
  cursor: Cursor,
  withDefinition: boolean,
): Promise<Location[] | undefined> {
  const thing = await findThing(cursor);
  if (thing === undefined) return undefined;
  const { site, documents } = cursor;
  const uses = findUses(cursor, thing).map(({ file, text, mark }) => ({
    uri: documents.uriOf(site.findPath(file)),
    range: createLines(text).rangeOf(mark),
  }));
  return [...(withDefinition ? listDefinitions(cursor, thing) : []), ...uses];
}

function listDefinitions(cursor: Cursor, thing: Thing): readonly Location[] {
  const { workspace } = cursor.edited;
  const { corpus } = workspace;
  const article = corpus.articles.get(thing.name);
  const places =
    thing.kind === 'data'
      ? [...corpus.data.parts.values()].flatMap(({ sources }) => sources.get(thing.name)?.place ?? [])
      : thing.kind === 'feature'
        ? listFeatureFiles(workspace, thing.name).map(atBegin)
        : [...(article?.texts.values() ?? [])].map(({ file }) => atBegin(file));
  return places.map((place) => locatePlace(cursor, place));
}
