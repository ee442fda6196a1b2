import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { completeOptions } from '../options.ts';
import { flag, format, names, PARSER, SITE_OPTIONS, STRICT, WORKERS } from '../shared-options.ts';

export const check = defineCommand({
  name: 'check',
  usage: '[PATH ...]',
  summary: 'check the content without writing anything; broken links are errors',
  details:
    'Reports everything that a build reports, and what only the sources show: unused files, and text that looks like a table or a list but is not one. With files or folders, it reports only what is wrong in them, though it still examines the whole site. Exits with 1 if there is anything to report, with --quiet only if there are errors. --fix makes the corrections that have only one right answer.',
  examples: {
    'decant check content/packages': 'only what is wrong in these files',
    'decant check --rule unused-reusable --rule unused-variable': 'only these two rules',
    'decant check --fix --dry-run': 'what --fix would change, as a patch',
    'decant check --format github --quiet': 'in CI: annotations for all findings, failing on errors only',
    'decant check --format sarif': 'for code scanning',
  },
  docs: 'docs/content/guides/checking.md',
  options: {
    ...SITE_OPTIONS,
    strict: STRICT,
    rules: names('rule', 'NAME', 'only this rule: links/broken, unused-image; may be repeated'),
    fix: flag('fix', 'make the corrections that have only one right answer'),
    dryRun: flag('dry-run', 'with --fix: print a patch, write nothing'),
    format: format('sarif', 'github'),
    cache: CACHE,
    parser: PARSER,
    workers: WORKERS,
  },
  async run({ format, rules, fix, dryRun, ...values }, { operands, reporter }) {
    const { runCheck } = await import('../check-command.ts');
    const options = completeOptions({ ...values, json: format === 'json' });
    return runCheck({ ...options, format, rules, paths: operands, fix, dryRun }, reporter);
  },
});
