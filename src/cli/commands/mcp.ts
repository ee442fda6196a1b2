import { CACHE } from '../cache-options.ts';
import { defineCommand } from '../command.ts';
import { ROOT, text } from '../shared-options.ts';

export const mcp = defineCommand({
  name: 'mcp',
  usage: '',
  summary:
    'answer questions of AI agents about the site: a Model Context Protocol server on stdin and stdout',
  details:
    'A client starts and ends this command. It reads the sources and sees every edit; with --site it reads a folder from decant build and needs no sources.',
  examples: {
    'decant mcp --root docs': 'from sources',
    'decant mcp --site _site': 'from a built site',
  },
  docs: 'docs/content/guides/agents.md',
  options: {
    root: ROOT,
    site: text('site', 'DIR', 'answer from a built site instead of the sources'),
    cache: CACHE,
  },
  async run(values) {
    const { runMcp } = await import('../mcp-command.ts');
    return runMcp(values);
  },
});
