import { resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import type { Scheme, View } from '../visual/index.ts';

/** What `decant visual` is asked for. */
export interface VisualOptions {
  /** Folders or git refs, as written. */
  readonly base: string;
  readonly head: string;
  /** Absolute: where report and summary go. */
  readonly reports: string;
  readonly views: readonly View[];
  readonly limit: number;
  /** Differences are no failure. */
  readonly exitZero: boolean;
  readonly browser: string | undefined;
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** @throws UsageError for a value that cannot be meant */
export function parseVisualOptions(
  [base, head, ...rest]: readonly string[],
  values: {
    readonly out?: string | undefined;
    readonly width?: readonly string[] | undefined;
    readonly scheme?: readonly string[] | undefined;
    readonly limit?: string | undefined;
    readonly 'exit-zero': boolean;
  },
  env: NodeJS.ProcessEnv,
): VisualOptions {
  if (base === undefined || head === undefined || rest.length > 0) {
    throw new UsageError('Name two built sites or git refs: decant visual BASE HEAD.');
  }
  const widths = split(values.width, '1280,400').map((width) => parseNumber('width', width, 200, 4000));
  const schemes = split(values.scheme, SCHEMES.join(',')).map(parseScheme);
  return {
    base,
    head,
    reports: resolve(values.out ?? 'decant-visual'),
    views: widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme }))),
    limit: parseNumber('limit', values.limit ?? '40', 1, 10_000),
    exitZero: values['exit-zero'],
    browser: env.DECANT_CHROMIUM || undefined,
  };
}

function split(values: readonly string[] | undefined, fallback: string): readonly string[] {
  const names = (values ?? [fallback]).flatMap((value) => value.split(',')).map((name) => name.trim());
  return [...new Set(names)];
}

function parseScheme(name: string): Scheme {
  const scheme = SCHEMES.find((each) => each === name);
  if (scheme === undefined)
    throw new UsageError(`There is no scheme '${name}'. The schemes are ${SCHEMES.join(' and ')}.`);
  return scheme;
}

function parseNumber(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${option} '${text}' is not a whole number from ${least} to ${most}.`);
}
