import { nameOwner } from '../../diagnostics/index.ts';
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
  if (thing === undefined) return { refused: 'There is nothing to rename here.' };
  if (wanted === (await nameThing(cursor, thing))) return { edits: [], moves: [] };
  switch (thing.kind) {
    case 'data':
      return renameData(cursor, thing.name, wanted);
    case 'feature':
      return renameFeature(cursor, thing.name, wanted);
    case 'article':
      return renameArticle(cursor, thing.name, wanted);
    case 'heading':
      return isTranslated(cursor)
        ? translateHeading(cursor, wanted)
        : renameHeading(cursor, thing.name, thing.id, wanted);
  }
}

/** Whether somebody stands at a heading of a translation: its words are its own, and ids are those of the source language. */
function isTranslated({ mark, file, edited }: Cursor): boolean {
  const own = edited.articles.get(file);
  return mark?.kind === 'heading' && own?.language !== edited.workspace.sourceLanguage;
}

function translateHeading({ mark, file }: Cursor, wanted: string): RenamePlan {
  if (mark === undefined || /[\r\n]/.test(wanted) || wanted === '')
    return { refused: 'A heading needs words, on one line.' };
  return { edits: [{ file, start: mark.start, end: mark.end, text: wanted }], moves: [] };
}

/** What an editor offers for a beginning: of a heading its words, of an article the last part of its path. */
export async function nameThing({ edited: { workspace } }: Cursor, thing: Thing): Promise<string> {
  if (thing.kind !== 'heading')
    return thing.kind === 'article' ? (thing.name.split('/').at(-1) ?? '') : thing.name;
  const { value } = await workspace.rendered([nameOwner(workspace.sourceLanguage, thing.name)]);
  const headings = value.flatMap(({ renderings }) => renderings.body?.headings ?? []);
  return headings.find(({ id }) => id === thing.id)?.text ?? thing.id;
}
