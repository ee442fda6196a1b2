import { UsageError } from '../../usage-error.ts';
import { CACHE } from '../cache-options.ts';
import { defineCommand, type Option } from '../command.ts';
import { completeOptions } from '../options.ts';
import { OUT, PARSER, SITE_OPTIONS, STRICT, WORKERS } from '../shared-options.ts';

const PORT: Option<number> = {
  flags: [{ name: 'port', value: 'N', summary: 'the first port to try (default: 8080)' }],
  parse: ({ port }) => parsePort(port?.at(-1) ?? '8080'),
};

/** Nothing is published there, but what another build publishes is no change of the content. */
const UNWATCHED: typeof OUT = {
  ...OUT,
  flags: [{ name: 'out', value: 'DIR', summary: 'a folder that is not watched (default: ROOT/_site)' }],
};

export const dev = defineCommand({
  name: 'dev',
  usage: '',
  summary: 'build, serve on 127.0.0.1, rebuild and reload on change',
  options: {
    ...SITE_OPTIONS,
    port: PORT,
    out: UNWATCHED,
    strict: STRICT,
    cache: CACHE,
    parser: PARSER,
    workers: WORKERS,
  },
  async run(values, { reporter }) {
    const { runDev } = await import('../dev-command.ts');
    return runDev(completeOptions(values), reporter);
  },
});

function parsePort(value: string): number {
  const port = Number(value);
  if (value !== '' && Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new UsageError(`'${value}' is not a port.`);
}
