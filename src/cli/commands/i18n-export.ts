import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { choice, flag, SITE_OPTIONS, text } from '../shared-options.ts';

export const i18nExport = defineCommand({
  name: 'i18n export',
  usage: '[FILE ...]',
  summary: 'write the texts to translate as XLIFF 2, with tags, code and addresses protected',
  details:
    'FILE names source files or folders; all are exported where none is named. Equal texts are one unit, with a note on where they stand.',
  docs: 'docs/content/guides/translations.md#with-translation-tools',
  examples: {
    'decant i18n export --lang=ja --stale --out=ja.xlf':
      'only what is missing, or has changed since it was translated',
  },
  options: {
    ...SITE_OPTIONS,
    stale: flag('stale', 'only what is missing, or has changed in the source since'),
    out: text('out', 'FILE', 'write into this file (default: stdout)'),
    xliff: choice(
      'xliff',
      ['2.1', '2.0'],
      'the version to declare: 2.1 (default) or 2.0; the document is the same',
    ),
    cache: CACHE,
  },
  async run(values, { operands, reporter }) {
    const { runI18nExport } = await import('../i18n-exchange-command.ts');
    return runI18nExport({ ...values, files: operands }, reporter);
  },
});
