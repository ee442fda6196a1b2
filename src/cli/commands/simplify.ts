import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { FORMAT, flag, PARSER, QUIET, ROOT, WORKERS } from '../shared-options.ts';

/** What the commands take that rewrite a site. */
export const REWRITE_OPTIONS = {
  root: ROOT,
  dryRun: flag('dry-run', 'print what would change as a patch, write nothing'),
  allowDirty: flag('allow-dirty', 'write even if git has uncommitted changes'),
  quiet: QUIET,
  format: FORMAT,
  cache: CACHE,
  parser: PARSER,
  workers: WORKERS,
};

export const simplify = defineCommand({
  name: 'simplify',
  usage: '',
  summary: 'remove branches and conditions without effect, and prove that every page stays the same',
  details:
    'Removes what decant check reports as dead-branch, always-true and redundant-condition. Nothing is written unless every page of every version and language stays the same, apart from white space.',
  examples: { 'decant simplify --dry-run': 'what would change, as a patch' },
  docs: 'docs/content/guides/releases.md',
  options: REWRITE_OPTIONS,
  async run(values, { reporter }) {
    const { runSimplify } = await import('../rewrite-command.ts');
    return runSimplify(values, reporter);
  },
});
