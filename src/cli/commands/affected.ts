import { defineCommand } from '../command.ts';
import { REPORT_OPTIONS } from '../report-links.ts';
import { format, names, text } from '../shared-options.ts';

export const affected = defineCommand({
  name: 'affected',
  usage: '[FILE ...]',
  summary: 'list the pages that an edit changes, and how: --since REF, or --files FILE ...',
  details:
    'With --since, the working tree, including uncommitted changes, is compared with the commit where it branched off from REF. With --files, no edit is needed: the command lists the pages that use those files.',
  examples: {
    'decant affected --since main': 'what the edits since main change',
    'decant affected --since origin/main --format markdown': 'as a comment for a pull request',
    'decant affected --files data/reusables/x.md': 'the pages that use a reusable',
  },
  docs: 'docs/content/guides/reviewing.md',
  options: {
    ...REPORT_OPTIONS,
    since: text('since', 'REF', 'a branch, tag or commit of git to compare the working tree with'),
    files: names('files', 'FILE', 'ask about these files instead of an edit; may be repeated'),
    format: format('markdown'),
  },
  async run(values, { operands, reporter }) {
    const { runAffected } = await import('../affected-command.ts');
    return runAffected({ ...values, files: [...values.files, ...operands] }, reporter);
  },
});
