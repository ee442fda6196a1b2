import { type Diagnostic, formatDiagnostic, type Paint } from '../diagnostics/index.ts';

/** Says what a command does: progress on stderr, results on stdout. */
export interface Reporter {
  /** A step begins, or goes on: a line that is written over on a terminal, a line of its own elsewhere. */
  phase(name: string): void;
  /** Every diagnostic, errors last so that they stay in view. They are the result of `check`; of other commands they are notes. */
  diagnostics(found: readonly Diagnostic[]): void;
  /** The closing lines, on stdout. */
  summary(lines: readonly string[]): void;
  /** A text that is the result itself, on stdout, as it is. */
  text(text: string): void;
  /** The one document of `--json`, on stdout; nothing without it. */
  json(document: object): void;
  /** A line for people on stderr, kept. */
  note(text: string): void;
  /** Colours for results, where stdout shows any. */
  readonly paint: ResultPaint | undefined;
  /** A line about what was done, reused or built again, and why; undefined unless `DECANT_TRACE=1` asks. */
  readonly trace?: ((text: string) => void) | undefined;
  /** Why the command could not begin. */
  refuse(message: string, diagnostics?: readonly Diagnostic[]): void;
}

/** Warnings shown after a build before the rest is only counted; `check` and `--json` show all. */
const MAX_WARNINGS = 40;

/** Colours of what came and went. */
export interface ResultPaint {
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** How a command reports: its name, and what its options were given. */
export interface ReporterOptions {
  readonly command: string;
  readonly format?: unknown;
  readonly json?: unknown;
  readonly quiet?: unknown;
  readonly strict?: unknown;
}

export function createReporter({ command, format, ...options }: ReporterOptions): Reporter {
  const json = options.json === true || format === 'json';
  const quiet = options.quiet === true;
  const strict = options.strict === true;
  const { stdout, stderr } = process;
  const isTerminal = stderr.isTTY === true && process.env.CI === undefined;
  const paint = hasColours(stderr) ? colours : undefined;
  let hasLine = false;
  let current = '';
  const clearLine = () => {
    if (hasLine) stderr.write('\r\x1b[2K');
    hasLine = false;
  };
  const say = (text: string) => {
    clearLine();
    stderr.write(`${text}\n`);
  };
  const tell = (each: Diagnostic) =>
    command === 'check'
      ? stdout.write(`${formatDiagnostic(each, hasColours(stdout) ? colours : undefined)}\n`)
      : say(formatDiagnostic(each, paint));
  return {
    paint: hasColours(stdout) ? { added: wrap(32), removed: wrap(31), faint: wrap(2) } : undefined,
    phase(name) {
      if (quiet || name === current) return;
      current = name;
      clearLine();
      stderr.write(isTerminal ? `${name} …` : `${name}\n`);
      hasLine = isTerminal;
    },
    diagnostics(found) {
      clearLine();
      if (json) return;
      // With `--strict` they fail the command as errors do.
      const isSilent = quiet && !strict;
      const warnings = isSilent ? [] : found.filter(({ severity }) => severity === 'warning');
      const shown = command === 'check' ? warnings : warnings.slice(0, MAX_WARNINGS);
      for (const each of shown) tell(each);
      if (shown.length < warnings.length)
        say(`… and ${warnings.length - shown.length} more warnings (decant check shows all).`);
      for (const each of found) if (each.severity === 'error') tell(each);
      if (strict && warnings.length === found.length && found.length > 0)
        say('decant: There are warnings, and --strict counts them as errors.');
    },
    summary(lines) {
      clearLine();
      if (!quiet && !json) stdout.write(`${lines.join('\n')}\n`);
    },
    text(text) {
      clearLine();
      stdout.write(text);
    },
    json(document) {
      clearLine();
      if (json) stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    },
    note(text) {
      if (!quiet) say(text);
    },
    trace: process.env.DECANT_TRACE ? (text) => say(`trace: ${text}`) : undefined,
    refuse(message, diagnostics = []) {
      for (const each of diagnostics) say(formatDiagnostic(each, paint));
      say(`decant: ${message}`);
      this.json({ error: message, diagnostics });
    },
  };
}

/** See https://no-color.org: any value but the empty one switches colours off. */
function hasColours({ isTTY }: NodeJS.WriteStream): boolean {
  return isTTY === true && !process.env.NO_COLOR;
}

const wrap = (code: number) => (text: string) => `\x1b[${code}m${text}\x1b[0m`;
const colours: Paint = {
  place: wrap(36),
  error: wrap(31),
  warning: wrap(33),
  faint: wrap(2),
  hint: wrap(32),
};
