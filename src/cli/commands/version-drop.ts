import { defineCommand } from '../command.ts';
import { flag, text } from '../shared-options.ts';
import { REWRITE_OPTIONS } from './simplify.ts';

export const versionDrop = defineCommand({
  name: 'version drop',
  usage: 'RELEASE',
  summary: 'retire a release: rewrite the sources without it, and prove that all other pages stay the same',
  details:
    'Conditions, ranges of versions, children, old addresses and the site file are rewritten. Nothing is written unless every page of every other version and language stays the same, apart from white space.',
  examples: {
    'decant version drop ghes-3.0 --dry-run': 'what would change, as a patch',
    'decant version drop ghes-3.0 --archive archive/3.0': 'keep its pages, as a site of their own',
    'decant version drop ghes-3.0 --inline-features':
      'also remove features that are always or never true from then on',
  },
  docs: 'docs/content/guides/releases.md',
  missing: 'Name the release to drop: decant version drop ghes-3.0.',
  options: {
    ...REWRITE_OPTIONS,
    archive: text(
      'archive',
      'DIR',
      'first build the release alone into this folder, as an archive that says so',
    ),
    inlineFeatures: flag('inline-features', 'remove features that become true or false everywhere'),
  },
  async run(values, { operands: [release = ''], reporter }) {
    const { runVersionDrop } = await import('../version-drop-command.ts');
    return runVersionDrop({ ...values, release }, reporter);
  },
});
