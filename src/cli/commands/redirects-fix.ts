import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { FORMAT, flag, LEDGER, names, OUT, PARSER, QUIET, ROOT, text, WORKERS } from '../shared-options.ts';

export const redirectsFix = defineCommand({
  name: 'redirects fix',
  usage: '',
  summary:
    'find new targets for addresses and headings of the ledger that a build would lose, by comparing texts',
  details:
    'Finds where pages and sections are now by comparing their texts, and writes redirect_from and anchors there. It never guesses. The texts are those of the site that was published last. The exit code is 1 if something stays lost.',
  docs: 'docs/content/guides/publishing.md#what-was-lost',
  examples: {
    'decant redirects fix --dry-run': 'the changes as a patch, and nothing written',
    'decant redirects fix --forget /packages/x':
      'give an address up, with its headings, in every version and language',
    'decant redirects fix --since main': 'with the texts of a commit, if no site was published here',
  },
  options: {
    root: ROOT,
    out: OUT,
    ledger: LEDGER,
    since: text('since', 'REF', 'take the texts from a commit, or from where this branch left another one'),
    forget: names(
      'forget',
      'ADDRESS',
      'forget for good what is lost of /packages/x, or of /packages/x#install; may be repeated',
    ),
    dryRun: flag('dry-run', 'print the changes as a patch, and write nothing'),
    format: FORMAT,
    quiet: QUIET,
    cache: CACHE,
    parser: PARSER,
    workers: WORKERS,
  },
  async run({ format, ...values }, { reporter }) {
    const { runRedirectsFix } = await import('../redirects-fix-command.ts');
    return runRedirectsFix({ ...values, json: format === 'json' }, reporter);
  },
});
