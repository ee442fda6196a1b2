import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { FORMAT, SITE_OPTIONS, text } from '../shared-options.ts';

export const list = defineCommand({
  name: 'list',
  usage: 'KIND',
  summary: 'list pages, versions, reusables, variables, features or redirects, with where each is defined',
  details:
    'One line each, with its parts separated by tabs (in columns on a terminal). The exit code is 1 if nothing is listed, as with grep.',
  examples: {
    'decant list pages --uses reusables.packages.install':
      'the pages that show a reusable, directly or through other files',
    'decant list variables --used-by content/packages/x.md': 'the variables that a file uses',
    'decant list pages --version=ghes-3.2 --lang=ja': 'the pages of a version in a language',
  },
  docs: 'docs/content/guides/questions.md',
  missing:
    'Name what to list: decant list pages. Others are versions, reusables, variables, features and redirects.',
  options: {
    ...SITE_OPTIONS,
    format: FORMAT,
    cache: CACHE,
    uses: text(
      'uses',
      'NAME',
      'only what uses it, directly or through other files: reusables.a.b, variables.a.b, a feature',
    ),
    usedBy: text('used-by', 'FILE', 'only what the file uses, directly or through other files'),
  },
  async run(values, { operands: [kind = ''], reporter }) {
    const { runList } = await import('../list-command.ts');
    return runList({ ...values, kind }, reporter);
  },
});
