import type { Rule } from './types.ts';

/** Pictures of `assets/` that no text shows. */
export const unusedImage: Rule = {
  code: 'check/unused-image',
  check: ({ corpus, mentions }) =>
    [...corpus.images.keys()]
      .filter((file) => !mentions.hasAsset(file))
      .map((file) => ({
        message: `Nothing refers to the image '${file}'.`,
        hint: 'Delete the file.',
        place: { file, line: 1, column: 1 },
      })),
};
