import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { FORMAT, SITE_OPTIONS, text } from '../shared-options.ts';

export const explain = defineCommand({
  name: 'explain',
  usage: 'FILE[:LINE[-LINE]]|ADDRESS',
  summary: 'show where a source line appears, or where each block of a page comes from',
  details:
    'FILE is a file of content/ or data/: the answer names the pages that show it, their versions, and the tags that bring it in. ' +
    'ADDRESS is that of a page, with or without its host: the answer names file, line, reusables and conditions of each block.\n' +
    'The exit code is 1 if a file or line appears nowhere; the answer says why.',
  examples: {
    'decant explain data/reusables/x.md:12': 'the pages that show line 12',
    'decant explain data/reusables/x.md:12-15': 'the pages that show one of these lines',
    'decant explain /en/enterprise-server@3.2/packages/x': 'each block of the page',
    'decant explain /en/packages/x --text=Save': 'the blocks of the page that contain these words',
  },
  docs: 'docs/content/guides/questions.md',
  missing: 'Name a file, a line of it or an address: decant explain data/reusables/x.md:12.',
  options: {
    ...SITE_OPTIONS,
    format: FORMAT,
    cache: CACHE,
    words: text('text', 'WORDS', 'of a page, only the blocks that contain these words'),
  },
  async run(values, { operands: [subject = ''], reporter }) {
    const { runExplain } = await import('../explain-command.ts');
    return runExplain({ ...values, subject }, reporter);
  },
});
