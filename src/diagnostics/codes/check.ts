import type { CodeEntry } from './types.ts';

/** What only `decant check` looks for. */
export const CHECK_CODES: readonly CodeEntry[] = [
  {
    code: 'check/unused-reusable',
    severity: 'warning',
    means:
      'A reusable is not used in any language, or only by a file in `data/` that is not used either. Not reported where Liquid computes a name that could refer to it.',
    example: 'data/reusables/tea/old-note.md    # {% data reusables.tea.old-note %} is nowhere',
    remedy: 'Delete the file.',
    cost: 'The same pages; the file only costs upkeep.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-variable',
    severity: 'warning',
    means:
      'A variable is not used in any language. Not reported where Liquid computes a name that could refer to it.',
    example: 'product: Teapot\nformer_product: Kettle',
    remedy: 'Remove it. `decant check --fix` removes a value that fills one line.',
    cost: 'The same pages; the variable only costs upkeep.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-feature',
    severity: 'warning',
    means: 'No condition and no `versions` uses a feature.',
    example: 'data/features/old-kettle.yml    # {% ifversion old-kettle %} is nowhere',
    remedy: 'Delete the file.',
    cost: 'The same pages; the feature only costs upkeep.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-image',
    severity: 'warning',
    means: 'An image in `assets/` is not used.',
    example: 'assets/images/old-kettle.png    # no text names it',
    remedy: 'Delete the file.',
    cost: 'The file, although nothing uses it.',
    onlyCheck: true,
  },
  {
    code: 'check/dead-branch',
    severity: 'warning',
    means:
      'A branch of `ifversion` or `if` that no article can reach in any of its versions, through any chain of reusables. Previews and coming releases count. Nothing is said where more than the version decides, where Liquid computes a name that could be that of the text, or where the text has errors.',
    example:
      "---\ntitle: Brew tea\nversions: { fpt: '*' }\n---\n{% ifversion ghes %}Nobody sees this.{% endif %}",
    remedy: 'Remove the branch.',
    cost: 'The same pages; the text of the branch is never shown.',
    onlyCheck: true,
  },
  {
    code: 'check/always-true',
    severity: 'warning',
    means:
      'A condition is true in every version that reaches it, through any chain of reusables, including upcoming releases. An `elsif` for all remaining versions is not reported, because it names them.',
    example:
      "---\ntitle: Brew tea\nversions: { ghes: '*' }\n---\n{% ifversion ghes %}Everybody sees this.{% endif %}",
    remedy: 'Remove the tags and keep the text of the branch.',
    cost: 'The same pages; the condition only makes the source harder to read.',
    onlyCheck: true,
  },
  {
    code: 'check/redundant-condition',
    severity: 'warning',
    means:
      'A condition has parts that make no difference in the versions that reach it, including upcoming releases.',
    example: '{% ifversion ghes and ghes > 2.9 %} … {% endif %}',
    remedy:
      'Write the shorter condition that the message names. `decant check --fix` does where both are the same in every version.',
    cost: 'The same pages; the condition only makes the source harder to read.',
    onlyCheck: true,
  },
  {
    code: 'check/empty-index',
    severity: 'warning',
    means: 'An index page is in versions that none of its children is in.',
    example:
      "# content/guides/index.md\nversions: { fpt: '*', ghes: '*' }\nchildren: [/brew]\n\n# content/guides/brew.md\nversions: { fpt: '*' }",
    remedy: 'Remove these versions from its `versions`, or add them to a child.',
    cost: 'The page is published without a list.',
    onlyCheck: true,
  },
  {
    code: 'check/skipped-number',
    severity: 'warning',
    means:
      'Steps are numbered, and one number is missing. Nothing is reported where there are tags between the steps, or where all steps have the number 1.',
    example: '1. Open the window.\n2. Choose a colour.\n4. Close it.',
    remedy: 'Add the missing step, or correct the numbers.',
    cost: 'Readers see a number that may differ from the one that other texts refer to.',
    onlyCheck: true,
  },
  {
    code: 'check/repeated-redirect',
    severity: 'warning',
    means: 'An article lists one old address twice.',
    example: 'redirect_from:\n  - /articles/about-packages\n  - /articles/about-packages/',
    remedy: 'Remove one of them. `decant check --fix` does so.',
    cost: 'The same site; the old address leads to the page.',
    onlyCheck: true,
  },
  {
    code: 'check/unknown-rule',
    severity: 'warning',
    means: 'A comment for ignoring rules names no rule, or one that does not exist.',
    example: '<!-- decant-ignore links/brokn -->',
    remedy: 'Correct the name.',
    cost: 'The same pages; the comment has no effect.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-ignore',
    severity: 'warning',
    means:
      'A comment ignores a rule that finds nothing there. Reported only if all versions and languages are checked.',
    example: '<!-- decant-ignore links/broken -->\nThere is no link here.',
    remedy: 'Remove it. `decant check --fix` does so.',
    cost: 'The same pages; a later mistake there would go unnoticed.',
    onlyCheck: true,
  },
];
