import { UsageError } from '../usage-error.ts';
import type { Scheme, View } from '../visual/index.ts';
import type { Option } from './command.ts';
import { parseNumber, splitNames } from './shared-options.ts';

/** What `decant visual` is asked for. */
export interface VisualOptions {
  /** Folders or git refs, as written. */
  readonly base: string;
  readonly head: string;
  /** Absolute: where report and summary go. */
  readonly reports: string;
  readonly views: readonly View[];
  readonly limit: number;
  /** A file that names the pages to look at; undefined for all. */
  readonly affected: string | undefined;
  /** Differences are no failure. */
  readonly exitZero: boolean;
  readonly browser: string | undefined;
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** In what windows to look: every width in every scheme. */
export const VIEWS: Option<readonly View[]> = {
  flags: [
    { name: 'width', value: 'LIST', summary: 'widths of the window (default: 1280,400)' },
    { name: 'scheme', value: 'LIST', summary: 'light, dark (default: both)' },
  ],
  parse({ width = ['1280,400'], scheme = SCHEMES }) {
    const widths = listOnce(width).map((each) => parseNumber('width', each, 200, 4000));
    const schemes = listOnce(scheme).map(parseScheme);
    return widths.flatMap((each) => schemes.map((one) => ({ width: each, scheme: one })));
  },
};

function listOnce(values: readonly string[]): readonly string[] {
  return [...new Set(splitNames(values))];
}

function parseScheme(name: string): Scheme {
  const scheme = SCHEMES.find((each) => each === name);
  if (scheme !== undefined) return scheme;
  throw new UsageError(`There is no scheme '${name}'. The schemes are ${SCHEMES.join(' and ')}.`);
}
