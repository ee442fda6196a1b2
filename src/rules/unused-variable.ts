import { listUnusedData } from './list-unused-data.ts';
import type { Rule } from './types.ts';

/** Variables that no text uses, or only reusables that are unused themselves. */
export const unusedVariable: Rule = {
  code: 'check/unused-variable',
  check: (scope) =>
    listUnusedData(scope, /^(?:early-access\.)?variables\./).map(
      ({ reference, source, user, languages }) => ({
        message:
          user === undefined
            ? `No text uses '${reference}'.`
            : `Only ${user} uses '${reference}', and nothing uses that file.`,
        hint: 'Take it out.',
        place: source.place,
        languages,
      }),
    ),
};
