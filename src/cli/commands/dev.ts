import { UsageError } from '../../usage-error.ts';
import { CACHE } from '../cache-options.ts';
import { defineCommand, type Option } from '../command.ts';
import { completeOptions } from '../options.ts';
import { flag, OUT, PARSER, SITE_OPTIONS, WORKERS } from '../shared-options.ts';

const PORT: Option<number> = {
  flags: [{ name: 'port', value: 'N', summary: 'the first port to try (default: 8080)' }],
  parse: ({ port }) => parsePort(port?.at(-1) ?? '8080'),
};

/** Whose links pages show. */
const EDITOR: Option<string | undefined> = {
  flags: [
    {
      name: 'editor',
      value: 'NAME',
      summary:
        'the editor that links to sources open: vscode (default), cursor, zed, idea …, or an address with {file}, {line} and {column}',
    },
  ],
  parse: ({ editor }, env) => parseEditor(editor?.at(-1) ?? env.DECANT_EDITOR),
};

/** Nothing is published there, but what another build publishes is no change of the content. */
const UNWATCHED: typeof OUT = {
  ...OUT,
  flags: [{ name: 'out', value: 'DIR', summary: 'a folder that is not watched (default: ROOT/_site)' }],
};

export const dev = defineCommand({
  name: 'dev',
  usage: '',
  summary: 'serve the site on 127.0.0.1, building each page on request, and show changes at once',
  options: {
    ...SITE_OPTIONS,
    port: PORT,
    out: UNWATCHED,
    editor: EDITOR,
    search: flag(
      'no-search',
      'leave out search, and everything else that is built from the whole site in the background',
    ),
    cache: CACHE,
    parser: PARSER,
    workers: WORKERS,
  },
  docs: 'docs/content/guides/previewing.md',
  async run(values, { reporter }) {
    const { runDev } = await import('../dev-command.ts');
    const { editor, search } = values;
    return runDev({ ...completeOptions(values), search: !search, editor }, reporter);
  },
});

/** @throws UsageError for what is neither the name of an editor nor an address that names a file */
function parseEditor(value: string | undefined): string | undefined {
  if (value === undefined || value === '' || /^[a-z-]+$/.test(value)) return value || undefined;
  if (/^(?!javascript|data)[a-z][a-z0-9+.-]*:.*\{file\}/i.test(value)) return value;
  throw new UsageError(`'${value}' is not an editor: give a name, or an address that contains {file}.`);
}

function parsePort(value: string): number {
  const port = Number(value);
  if (value !== '' && Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new UsageError(`'${value}' is not a port.`);
}
