import { resolve } from 'node:path';
import { defineCommand, type Option } from '../command.ts';
import { FORMAT, flag, QUIET, ROOT, text, wholeNumber } from '../shared-options.ts';
import { VIEWS } from '../visual-options.ts';

const REPORTS: Option<string> = {
  flags: [
    {
      name: 'out',
      value: 'DIR',
      summary: 'the folder for report.html and summary.md (default: decant-visual)',
    },
  ],
  parse: ({ out }) => resolve(out?.at(-1) ?? 'decant-visual'),
};

const BROWSER: Option<string | undefined> = {
  flags: [],
  parse: (_, env) => env.DECANT_CHROMIUM || undefined,
};

export const visual = defineCommand({
  name: 'visual',
  usage: 'BASE HEAD',
  summary: 'compare how two built sites (folders) or git refs look in a browser',
  docs: 'docs/content/guides/visual.md',
  missing: 'Name two built sites or git refs: decant visual BASE HEAD.',
  options: {
    root: ROOT,
    reports: REPORTS,
    views: VIEWS,
    limit: wholeNumber('limit', 40, [1, 10_000], 'how many distinct renderings to look at (default: 40)'),
    affected: text('affected', 'FILE', 'look only at pages that decant affected --format json has named'),
    exitZero: flag('exit-zero', 'exit with 0 even if there are differences'),
    format: FORMAT,
    quiet: QUIET,
    browser: BROWSER,
  },
  async run({ root, ...values }, { operands: [base = '', head = ''], reporter }) {
    const { runVisual } = await import('../visual-command.ts');
    return runVisual(root, { ...values, base, head }, reporter);
  },
});
