import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { completeOptions } from '../options.ts';
import { FORMAT, PARSER, SITE_OPTIONS, STRICT } from '../shared-options.ts';

export const check = defineCommand({
  name: 'check',
  usage: '',
  summary: 'judge the content without writing anything; links that nothing answers are errors',
  options: { ...SITE_OPTIONS, strict: STRICT, format: FORMAT, cache: CACHE, parser: PARSER },
  async run({ format, ...values }, { reporter }) {
    const { runCheck } = await import('../check-command.ts');
    return runCheck(completeOptions({ ...values, json: format === 'json' }), reporter);
  },
});
