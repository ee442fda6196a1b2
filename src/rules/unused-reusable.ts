import { listUnusedData } from './list-unused-data.ts';
import type { Rule } from './types.ts';

/** Reusables that no text uses, or only those that are unused themselves. */
export const unusedReusable: Rule = {
  code: 'check/unused-reusable',
  check: (scope) =>
    listUnusedData(scope, /^(?:early-access\.)?reusables\./).map(
      ({ reference, source, user, languages }) => ({
        message:
          user === undefined
            ? `No text uses '${reference}'.`
            : `Only ${user} uses '${reference}', and nothing uses that file.`,
        hint: 'Delete the file.',
        place: { file: source.place.file, line: 1, column: 1 },
        languages,
      }),
    ),
};
