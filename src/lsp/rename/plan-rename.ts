import type { Cursor } from '../open-cursor.ts';
import { findThing } from '../things/find-thing.ts';
import type { Thing } from '../things/types.ts';
import { renameArticle } from './rename-article.ts';
import { renameData, renameFeature } from './rename-data.ts';
import { renameHeading } from './rename-heading.ts';
import type { RenamePlan } from './types.ts';

/** What has to be written, and which files move, for a thing to have another name wherever it is named. */
export async function planRename(cursor: Cursor, wanted: string): Promise<RenamePlan> {
  const thing = await findThing(cursor);
  if (thing === undefined) return { refused: 'Here stands nothing that can be renamed.' };
  if (wanted === nameThing(thing)) return { edits: [], moves: [] };
  switch (thing.kind) {
    case 'data':
      return renameData(cursor, thing.name, wanted);
    case 'feature':
      return renameFeature(cursor, thing.name, wanted);
    case 'article':
      return renameArticle(cursor, thing.name, wanted);
    case 'heading':
      return renameHeading(cursor, thing.name, thing.id, wanted);
  }
}

/** What an editor offers for a beginning. */
export function nameThing(thing: Thing): string {
  if (thing.kind === 'heading') return thing.id;
  return thing.kind === 'article' ? (thing.name.split('/').at(-1) ?? '') : thing.name;
}
