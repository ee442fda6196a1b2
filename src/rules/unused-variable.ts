import type { FileEdit } from '../diagnostics/index.ts';
import { listUnusedData, type UnusedData } from './list-unused-data.ts';
import { removeLine } from './remove-line.ts';
import type { Rule } from './types.ts';

/** Variables that no text uses, or only reusables that are unused themselves. */
export const unusedVariable: Rule = {
  code: 'check/unused-variable',
  check: (scope) =>
    listUnusedData(scope, /^(?:early-access\.)?variables\./).map((found) => {
      const { reference, source, user, languages } = found;
      const edit = takeOut(found, scope.files.texts.get(source.place.file) ?? '');
      return {
        message:
          user === undefined
            ? `No text uses '${reference}'.`
            : `Only ${user} uses '${reference}', and nothing uses that file.`,
        hint: 'Remove it.',
        place: source.place,
        languages,
        ...(edit && { fixes: [{ title: 'Remove the line', edits: [edit] }] }),
      };
    }),
};

/** A value that is all of one line, beside others: then nothing else of the file means another thing without it. */
function takeOut({ reference, source: { place }, user }: UnusedData, text: string): FileEdit | undefined {
  if (user !== undefined) return undefined;
  const lines = text.split('\n');
  const key = reference.slice(reference.lastIndexOf('.') + 1).replace(/[^\w-]/g, '\\$&');
  const isOther = (line: string, at: number) => /^["']?[\w-]+["']?:\s/.test(line) && at !== place.line - 1;
  const [below = ''] = lines.slice(place.line).filter((line) => !/^\s*(?:#.*)?$/.test(line));
  if (/^\s/.test(below) || !lines.some(isOther)) return undefined;
  return removeLine(text, place, new RegExp(`^["']?${key}["']?:\\s+[^\\s|>&*#]`));
}
