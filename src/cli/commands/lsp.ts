import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { flag, PARSER, text, WORKERS } from '../shared-options.ts';

export const lsp = defineCommand({
  name: 'lsp',
  usage: '',
  summary: 'run a language server for editors on stdin and stdout',
  details:
    'Finds the site by the file data/site.yml above each file that is opened. docs/content/guides/editors.md has the settings of editors.',
  docs: 'docs/content/guides/editors.md',
  options: {
    stdio: flag('stdio', 'the default; accepted because clients of other servers pass it'),
    clientProcessId: text('clientProcessId', 'N', 'exit when this process exits'),
    cache: CACHE,
    parser: PARSER,
    workers: WORKERS,
  },
  async run(options, { reporter }) {
    const { runLsp } = await import('../lsp-command.ts');
    return runLsp(options, reporter);
  },
});
