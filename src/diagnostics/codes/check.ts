import type { CodeEntry } from './types.ts';

/** What only `decant check` looks for. */
export const CHECK_CODES: readonly CodeEntry[] = [
  {
    code: 'check/unused-reusable',
    severity: 'warning',
    means:
      'No text of any language uses a reusable, or only a file of `data/` does that nothing uses. Nothing is said where Liquid computes a name that could be its own.',
    example: 'data/reusables/tea/old-note.md    # {% data reusables.tea.old-note %} is nowhere',
    remedy: 'Delete the file.',
    cost: 'Nothing; the file costs those who keep it up to date.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-variable',
    severity: 'warning',
    means:
      'No text of any language uses a variable. Nothing is said where Liquid computes a name that could be its own.',
    example: 'product: Teapot\nformer_product: Kettle',
    remedy: 'Take it out. `decant check --fix` takes out a value that is all of one line.',
    cost: 'Nothing; the variable costs those who keep it up to date.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-feature',
    severity: 'warning',
    means: 'No condition and no `versions` asks for a feature.',
    example: 'data/features/old-kettle.yml    # {% ifversion old-kettle %} is nowhere',
    remedy: 'Delete the file.',
    cost: 'Nothing; the feature costs those who keep it up to date.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-image',
    severity: 'warning',
    means: 'Nothing refers to an image of `assets/`.',
    example: 'assets/images/old-kettle.png    # no text names it',
    remedy: 'Delete the file.',
    cost: 'Nothing; the file is published, but not used.',
    onlyCheck: true,
  },
  {
    code: 'check/dead-branch',
    severity: 'warning',
    means:
      'A branch of `ifversion` or `if` that no article can reach in any of its versions, through any chain of reusables. Previews and coming releases count. Nothing is said where more than the version decides, where Liquid computes a name that could be that of the text, or where the text has errors.',
    example:
      "---\ntitle: Brew tea\nversions: { fpt: '*' }\n---\n{% ifversion ghes %}Nobody sees this.{% endif %}",
    remedy: 'Take the branch out.',
    cost: 'Nothing; the text of the branch is never shown.',
    onlyCheck: true,
  },
  {
    code: 'check/always-true',
    severity: 'warning',
    means:
      'A condition that is true in every version that reaches it, through any chain of reusables, also in coming releases. An `elsif` that takes all remaining versions is not reported: it names them.',
    example:
      "---\ntitle: Brew tea\nversions: { ghes: '*' }\n---\n{% ifversion ghes %}Everybody sees this.{% endif %}",
    remedy: 'Take the tags out and keep the text of the branch.',
    cost: 'Nothing; the condition costs those who read the source.',
    onlyCheck: true,
  },
  {
    code: 'check/redundant-condition',
    severity: 'warning',
    means:
      'A condition with parts that decide nothing in the versions that come to it, also in coming releases.',
    example: '{% ifversion ghes and ghes > 2.9 %} … {% endif %}',
    remedy:
      'Write the shorter condition that the message names. `decant check --fix` does where both are the same in every version.',
    cost: 'Nothing; the condition costs those who read the source.',
    onlyCheck: true,
  },
  {
    code: 'check/empty-index',
    severity: 'warning',
    means: 'An index page is in versions in which none of its children is.',
    example:
      "# content/guides/index.md\nversions: { fpt: '*', ghes: '*' }\nchildren: [/brew]\n\n# content/guides/brew.md\nversions: { fpt: '*' }",
    remedy: 'Take these versions out of its `versions`, or add them to those of a child.',
    cost: 'A page without a list.',
    onlyCheck: true,
  },
  {
    code: 'check/skipped-number',
    severity: 'warning',
    means:
      'Steps are numbered, and one number is missing. Nothing is reported where there are tags between the steps, or where all steps have the number 1.',
    example: '1. Open the window.\n2. Choose a colour.\n4. Close it.',
    remedy: 'Write the step that is missing, or count on.',
    cost: 'Readers see another number than the one that other texts may name.',
    onlyCheck: true,
  },
  {
    code: 'check/repeated-redirect',
    severity: 'warning',
    means: 'An article lists one old address twice.',
    example: 'redirect_from:\n  - /articles/about-packages\n  - /articles/about-packages/',
    remedy: 'Remove one of them. `decant check --fix` does.',
    cost: 'Nothing; the old address leads to the page.',
    onlyCheck: true,
  },
  {
    code: 'check/unknown-rule',
    severity: 'warning',
    means: 'A comment that ignores rules names none, or one that does not exist.',
    example: '<!-- decant-ignore links/brokn -->',
    remedy: 'Correct the name.',
    cost: 'Nothing; the comment ignores nothing.',
    onlyCheck: true,
  },
  {
    code: 'check/unused-ignore',
    severity: 'warning',
    means:
      'A comment ignores a rule that finds nothing there. Said only where all versions and languages are looked at.',
    example: '<!-- decant-ignore links/broken -->\nThere is no link here.',
    remedy: 'Take it out. `decant check --fix` does.',
    cost: 'Nothing; a later mistake there would go unseen.',
    onlyCheck: true,
  },
];
