import { CACHE } from '../cache-options.ts';
import { defineCommand, type Option } from '../command.ts';
import { choice, FORMAT, flag, PARSER, SITE_OPTIONS, STRICT, text, WORKERS } from '../shared-options.ts';

const BROWSER: Option<string | undefined> = {
  flags: [],
  parse: (_, env) => env.DECANT_CHROMIUM || undefined,
};

export const pdf = defineCommand({
  name: 'pdf',
  usage: '[PATH]',
  summary: 'make a PDF of one version in one language (default: the default plan, the source language)',
  details:
    'PATH is the path or file of a product, a category or an article: the PDF has that page and all pages below it, in the order of the navigation. Without it, the whole version is in the PDF. Chromium prints it. If there are errors, no file is written, and the previous one stays in place.',
  examples: {
    'decant pdf --version=ghes-3.2 --lang=ja': 'a whole version',
    'decant pdf packages --version=ghes-3.2 --out packages.pdf': 'one product',
  },
  docs: 'docs/content/guides/pdf.md',
  options: {
    ...SITE_OPTIONS,
    out: text('out', 'FILE', 'the file to write (default: named after path, version and language)'),
    paper: choice('paper', ['a4', 'letter'], 'a4 (default) or letter'),
    keepGoing: flag(
      'keep-going',
      'write the pages without errors even if there are errors (the exit code is still 1)',
    ),
    strict: STRICT,
    format: FORMAT,
    cache: CACHE,
    parser: PARSER,
    workers: WORKERS,
    browser: BROWSER,
  },
  async run(values, { operands: [path], reporter }) {
    const { runPdf } = await import('../pdf-command.ts');
    return runPdf({ ...values, path }, reporter);
  },
});
