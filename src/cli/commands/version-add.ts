import { defineCommand } from '../command.ts';
import { text } from '../shared-options.ts';
import { REWRITE_OPTIONS } from './simplify.ts';

export const versionAdd = defineCommand({
  name: 'version add',
  usage: 'RELEASE',
  summary: 'announce a release in the site file, and list what the sources already say about it',
  details:
    'Only the site file is written. The list names each condition and each article that distinguishes the release from the one before it: what to review before the release is out.',
  examples: {
    'decant version add ghes-3.3': 'like the release before it, except for what conditions say',
    'decant version add ghes-3.3 --from ghes-3.1 --json': 'compared with another release, as JSON',
  },
  docs: 'docs/content/guides/releases.md',
  missing: 'Name the release to add: decant version add ghes-3.3.',
  options: {
    ...REWRITE_OPTIONS,
    from: text('from', 'RELEASE', 'the release to compare with (default: the one before it)'),
  },
  async run(values, { operands: [release = ''], reporter }) {
    const { runVersionAdd } = await import('../version-add-command.ts');
    return runVersionAdd({ ...values, release }, reporter);
  },
});
