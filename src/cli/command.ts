import type { Reporter } from './reporter.ts';

/** One spelling on the command line: `--version NAME`, or `--strict`, which has no value. */
export interface Flag {
  readonly name: string;
  /** What stands for the value in a help text: `NAME`. A flag without takes none. */
  readonly value?: string;
  /** What the flag does, for the help texts. */
  readonly summary: string;
}

/** The values of each flag that was given, in their order; one empty text for each time where a flag takes none. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** One thing that a command wants to know, by one flag or by several (`--format json` and `--json`). */
export interface Option<T> {
  readonly flags: readonly Flag[];
  /**
   * @param env variables of the environment, which some options take where no flag is given
   * @throws UsageError for a value that cannot be meant
   */
  parse(given: Given, env: NodeJS.ProcessEnv): T;
}

export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** What the options of a command were given, or their defaults. */
export type Values<Options extends OptionTable> = {
  readonly [Name in keyof Options]: Options[Name] extends Option<infer T> ? T : never;
};

/** What a command gets beside its options. */
export interface Context {
  /** What stood behind the name of the command, as many as `usage` allows. */
  readonly operands: readonly string[];
  readonly reporter: Reporter;
}

/**
 * One command of `decant`. A file with a record is loaded by every run, for help and for reading the command line: what `run`
 * needs it imports when called.
 */
export interface Command<Options extends OptionTable = OptionTable> {
  /** One word, or two: `i18n status`. */
  readonly name: string;
  /** What stands behind the name: `FILE`, `[DIR ...]` in brackets where it may be left out, or nothing. */
  readonly usage: string;
  /** One line for the list of commands, without a full stop. */
  readonly summary: string;
  /** Sentences for `decant help NAME`. */
  readonly details?: string;
  /** Command lines worth knowing, with what they do. */
  readonly examples?: Readonly<Record<string, string>>;
  /** Where to read more, for the table of the README: `docs/content/guides/visual.md`. */
  readonly docs?: string;
  /** What to say where an operand is missing, as a sentence. */
  readonly missing?: string;
  readonly options: Options;
  /** Returns the exit code: 0 for nothing found, 1 for findings, 2 for wrong usage. */
  run(values: Values<Options>, context: Context): Promise<number>;
}

/** Lets TypeScript find the types of `values` in `options`. */
export function defineCommand<const Options extends OptionTable>(command: Command<Options>): Command {
  return command;
}
