import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { FORMAT, PARSER, SITE_OPTIONS, WORKERS } from '../shared-options.ts';

export const i18nStatus = defineCommand({
  name: 'i18n status',
  usage: '',
  summary:
    'list what is missing, stale or broken in each translation, and what has changed in the source since',
  details:
    'Git tells what is stale: what has changed in the source since a translation was last touched, block by block.',
  docs: 'docs/content/guides/translations.md#what-is-left-to-do',
  examples: { 'decant i18n status --lang=ja': 'one language, the files with most to do first' },
  options: { ...SITE_OPTIONS, format: FORMAT, cache: CACHE, parser: PARSER, workers: WORKERS },
  async run({ format, ...values }, { reporter }) {
    const { runI18nStatus } = await import('../i18n-status-command.ts');
    return runI18nStatus({ ...values, json: format === 'json' }, reporter);
  },
});
