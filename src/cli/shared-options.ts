import { resolve } from 'node:path';
import type { Parser } from '../markdown/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Flag, Option } from './command.ts';

/** True where the flag was given. */
export function flag(name: string, summary: string): Option<boolean> {
  return { flags: [{ name, summary }], parse: (given) => given[name] !== undefined };
}

/** The last value of a flag that takes one; undefined where it was not given. */
export function text(name: string, value: string, summary: string): Option<string | undefined> {
  return { flags: [{ name, value, summary }], parse: (given) => given[name]?.at(-1) };
}

/** Every value of a flag that may be repeated, or name several between commas. */
export function names(name: string, value: string, summary: string): Option<readonly string[]> {
  return { flags: [{ name, value, summary }], parse: (given) => splitNames(given[name] ?? []) };
}

export function splitNames(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => value.split(',')).map((name) => name.trim());
}

/** One of some words; the first where nothing is said. */
export function choice<const T extends string>(
  name: string,
  choices: readonly [T, ...T[]],
  summary: string,
): Option<T> {
  return {
    flags: [{ name, value: 'NAME', summary }],
    parse: (given) => parseChoice(name, choices, given[name]?.at(-1)),
  };
}

/** A whole number between two, or what is taken where nothing is said. */
export function wholeNumber(
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
  summary: string,
): Option<number> {
  const parse: Option<number>['parse'] = (given) =>
    parseNumber(name, given[name]?.at(-1) ?? String(fallback), least, most);
  return { flags: [{ name, value: 'N', summary }], parse };
}

/** @throws UsageError for anything but a whole number between the two */
export function parseNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() !== '' && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`--${name} '${value}' is not a whole number from ${least} to ${most}.`);
}

/**
 * How results are printed: `pretty` for people unless told otherwise. `--json` is short for `--format json`.
 *
 * @param others beside `pretty` and `json`, such as `sarif`
 */
export function format<const T extends string = never>(
  ...others: readonly T[]
): Option<'pretty' | 'json' | T> {
  const choices = ['pretty', 'json', ...others] as const;
  const flags = [
    { name: 'format', value: 'NAME', summary: `how to print results: ${listChoices(choices)}` },
    JSON_FLAG,
  ];
  return {
    flags,
    parse(given) {
      const named = given.format?.at(-1);
      if (given.json === undefined) return parseChoice('format', choices, named);
      if (named === undefined || named === 'json') return 'json';
      throw new UsageError(`--json cannot be combined with --format ${named}.`);
    },
  };
}

/** The default, and the others. */
function listChoices([first, ...rest]: readonly string[]): string {
  return `${first} (default), ${rest.join(', ')}`;
}

const JSON_FLAG: Flag = { name: 'json', summary: 'one JSON document on stdout, as --format json' };

/** Of commands whose results have no other form. */
export const FORMAT = format();

export const ROOT: Option<string> = {
  flags: [
    {
      name: 'root',
      value: 'DIR',
      summary: 'the folder with content/ and data/ (default: this folder)',
    },
  ],
  parse: ({ root }) => resolve(root?.at(-1) ?? '.'),
};

export const OUT: Option<string | undefined> = {
  flags: [{ name: 'out', value: 'DIR', summary: 'the folder to publish into (default: ROOT/_site)' }],
  parse({ out }) {
    const folder = out?.at(-1);
    return folder === undefined ? undefined : resolve(folder);
  },
};

export const LEDGER: Option<string | undefined> = {
  flags: [
    {
      name: 'ledger',
      value: 'FILE',
      summary: 'a file that keeps every address ever published (default: ledger of the site file, if any)',
    },
  ],
  parse({ ledger }) {
    const file = ledger?.at(-1);
    return file === undefined ? undefined : resolve(file);
  },
};

/** Names are not looked up yet. */
const VERSIONS = names(
  'version',
  'NAME',
  'only this version: fpt, ghes-3.2, ghes (every release), ghae-next (a preview); may be repeated',
);

/** Codes are not looked up yet. */
const LANGUAGES = names('lang', 'CODE', 'only this language: ja; may be repeated');

export const STRICT = flag('strict', 'count warnings as errors');

export const QUIET = flag('quiet', 'print errors only, with --strict also warnings');

export const PARSER: Option<Parser> = choice(
  'parser',
  ['native', 'reference'],
  'native (default) or reference: remark reads all Markdown; slower, the same output',
);

/** Processes that render Markdown; as many as there are processors if undefined, 0 for none beside the own. */
export const WORKERS: Option<number | undefined> = {
  flags: [
    {
      name: 'workers',
      value: 'N',
      summary:
        'processes that render (default: one per processor); 0: render in this process and thread, without time limits',
    },
  ],
  parse({ workers }, env) {
    const number = workers?.at(-1) ?? env.DECANT_WORKERS;
    return number ? parseNumber('workers', number, 0, 256) : undefined;
  },
};

/** What every question about a site takes. */
export const SITE_OPTIONS = { root: ROOT, versions: VERSIONS, languages: LANGUAGES, quiet: QUIET };

function parseChoice<T extends string>(name: string, choices: readonly T[], value?: string): T {
  const found = value === undefined ? choices[0] : choices.find((each) => each === value);
  if (found !== undefined) return found;
  const last = choices.slice(-1).join('');
  throw new UsageError(
    `There is no ${name} '${value}'. The ${name}s are ${choices.slice(0, -1).join(', ')} and ${last}.`,
  );
}
