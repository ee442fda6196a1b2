import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { FORMAT, flag, QUIET, ROOT } from '../shared-options.ts';

export const i18nImport = defineCommand({
  name: 'i18n import',
  usage: 'FILE ...',
  summary:
    'take translations from XLIFF files; a unit that lost a tag or an address is refused, the others are written',
  details:
    'The language is that of the file. A unit without a target changes nothing, and neither does one that says what the translation says already.',
  docs: 'docs/content/guides/translations.md#with-translation-tools',
  examples: { 'decant i18n import ja.xlf --dry-run': 'print what would change as a patch' },
  options: {
    root: ROOT,
    quiet: QUIET,
    dryRun: flag('dry-run', 'print a patch, and write nothing'),
    format: FORMAT,
    cache: CACHE,
  },
  async run({ format, ...values }, { operands, reporter }) {
    const { runI18nImport } = await import('../i18n-exchange-command.ts');
    return runI18nImport({ ...values, json: format === 'json', files: operands }, reporter);
  },
});
