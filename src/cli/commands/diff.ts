import { defineCommand } from '../command.ts';
import { REPORT_OPTIONS } from '../report-links.ts';
import { format } from '../shared-options.ts';

export const diff = defineCommand({
  name: 'diff',
  usage: 'A [B]',
  summary: 'compare two versions, two git refs (also A..B), or two built sites (folders), block by block',
  details:
    'A and B are recognized by their names. If a name could mean several things, say which: version:NAME, ref:NAME, folder:NAME.',
  examples: {
    'decant diff ghes-3.1 ghes-3.2': 'each article in two versions of these sources',
    'decant diff v1.0..HEAD --format markdown': 'two states of the sources',
    'decant diff old/_site _site --format html': 'two folders that decant build made',
  },
  docs: 'docs/content/guides/reviewing.md',
  missing: 'Name two versions, git refs or built sites: decant diff ghes-3.1 ghes-3.2, or main..HEAD.',
  options: {
    ...REPORT_OPTIONS,
    format: format('markdown', 'html'),
  },
  async run(values, { operands, reporter }) {
    const { runDiff } = await import('../diff-command.ts');
    return runDiff({ ...values, operands }, reporter);
  },
});
