import { defineCommand } from '../command.ts';
import { flag, names, text } from '../shared-options.ts';

export const init = defineCommand({
  name: 'init',
  usage: '[DIR]',
  summary: 'start a site: a small one in an empty folder, or one around existing Markdown',
  details:
    'Asks what no option answers; with --yes it asks nothing and accepts its own proposals. No file is overwritten: existing files ' +
    'stay as they are, except for what Markdown and package.json lack, which is shown first.',
  examples: {
    'decant init docs': 'a site in the folder docs, after six questions',
    'decant init docs --yes --product Kettle --release 2.0,1.0 --lang en,ja': 'without a question',
    'decant init --dry-run --yes': 'what would be written here, as a patch',
  },
  docs: 'docs/content/guides/init.md',
  options: {
    title: text('title', 'TEXT', 'title of the site'),
    product: text('product', 'NAME', 'the product that it documents'),
    releases: names('release', 'NUMBER', 'a release: 2.0; may be repeated'),
    languages: names('lang', 'CODE', 'a language, that of the source first: en; may be repeated'),
    host: text('host', 'NAME', 'where it is published: github-pages, netlify, cloudflare, none'),
    url: text('url', 'URL', 'its address: https://docs.example.com/'),
    yes: flag('yes', 'ask nothing'),
    dryRun: flag('dry-run', 'print what would be written as a patch, and write nothing'),
  },
  async run(values, { operands: [folder = '.'], reporter }) {
    const { runInit } = await import('../init-command.ts');
    return runInit({ ...values, folder }, reporter);
  },
});
