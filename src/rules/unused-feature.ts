import type { Rule, RuleScope } from './types.ts';

/** Features that no condition and no `versions` asks for. */
export const unusedFeature: Rule = {
  code: 'check/unused-feature',
  check: ({ corpus, mentions, files }: RuleScope) =>
    [...corpus.features.keys()]
      .filter((name) => !mentions.hasFeature(name))
      .flatMap((name) => {
        const file = [...files.texts.keys()].find((path) => isFileOf(path, name));
        if (file === undefined) return [];
        return [
          {
            message: `Nothing uses the feature '${name}'.`,
            hint: 'Delete the file.',
            place: { file, line: 1, column: 1 },
          },
        ];
      }),
};

function isFileOf(path: string, name: string): boolean {
  return /(?:^|\/)data\/features\/([^/]+)\.ya?ml$/.exec(path)?.[1] === name;
}
