import { removeLine } from './remove-line.ts';
import type { Rule } from './types.ts';

/** Old addresses that one article lists twice. */
export const repeatedRedirect: Rule = {
  code: 'check/repeated-redirect',
  check: ({ corpus, files }) =>
    [...corpus.articles.values()].flatMap(({ redirectFrom }) => {
      const seen = new Map<string, number>();
      return redirectFrom.flatMap(({ value, place }) => {
        const address = value
          .trim()
          .replace(/^\/*/, '/')
          .replace(/(?<=[^/])\/+$/, '');
        const first = seen.get(address);
        seen.set(address, first ?? place.line);
        if (first === undefined) return [];
        const edit = removeLine(files.texts.get(place.file) ?? '', place, /^\s*-\s+\S+\s*$/);
        return [
          {
            message: `The old address '${value}' is already listed on line ${first}.`,
            hint: 'Remove it.',
            place,
            ...(edit && { fixes: [{ title: 'Remove the second entry', edits: [edit] }] }),
          },
        ];
      });
    }),
};
