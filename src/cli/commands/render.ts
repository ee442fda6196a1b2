import { defineCommand } from '../command.ts';
import { choice, flag, PARSER, SITE_OPTIONS, STRICT, WORKERS } from '../shared-options.ts';

export const render = defineCommand({
  name: 'render',
  usage: 'FILE',
  summary: 'print one article in one version and language (default: the default plan, the source language)',
  details:
    'FILE is the file of an article or of a translation, or the path of an article. Diagnostics go to stderr.',
  examples: {
    'decant render content/x.md --version=ghes-3.2 --lang=ja': 'as Markdown',
    'decant render content/x.md --format=html': 'as HTML: the content of the page',
  },
  missing: 'Name the article to render: decant render content/folder/article.md.',
  options: {
    ...SITE_OPTIONS,
    format: choice('format', ['markdown', 'html'], 'markdown (default) or html, the content of the article'),
    json: flag('json', 'one JSON document on stdout: the text and the diagnostics'),
    strict: STRICT,
    parser: PARSER,
    workers: WORKERS,
  },
  async run(values, { operands: [file = ''], reporter }) {
    const { runRender } = await import('../render-command.ts');
    return runRender({ ...values, file }, reporter);
  },
});
