import { parseArgs } from 'node:util';
import { findNearest } from '../diagnostics/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Command, Flag, Given } from './command.ts';

/** What a command line asks for. */
export type CommandLine =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly values: Readonly<Record<string, unknown>>;
      readonly operands: readonly string[];
    }
  /** Of one command, or of all. */
  | { readonly kind: 'help'; readonly command: Command | undefined };

/**
 * Finds the command, and what its options were given.
 *
 * @param env variables of the environment, which some options take where no flag is given
 * @throws UsageError for an unknown command, a flag that the command does not take, or a value that cannot be meant
 */
export function parseCommandLine(
  commands: readonly Command[],
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): CommandLine {
  // Which words are values of flags is known before the command is: a flag takes a value everywhere or nowhere.
  const { words, flags } = scan(commands, args);
  const isHelp = words[0] === 'help' || flags.some(({ name }) => name === 'help');
  const asked = words[0] === 'help' ? words.slice(1) : words;
  if (isHelp) return { kind: 'help', command: asked.length === 0 ? undefined : find(commands, asked) };
  checkKnown(commands, flags);
  const command = find(commands, asked);
  checkTaken(command, flags);
  const { given, positionals } = collect(command, args);
  const operands = positionals.slice(command.name.split(' ').length);
  checkOperands(command, operands);
  const values = Object.entries(command.options).map(([key, option]) => [key, option.parse(given, env)]);
  return { kind: 'run', command, values: Object.fromEntries(values), operands };
}

/** The flags of a command, in their order. */
export function listFlags({ options }: Command): readonly Flag[] {
  return Object.values(options).flatMap(({ flags }) => flags);
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

function scan(commands: readonly Command[], args: readonly string[]) {
  const options = describeFlags(commands.flatMap(listFlags));
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return {
    words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    flags: tokens.filter((token) => token.kind === 'option'),
  };
}

function describeFlags(flags: readonly Flag[]) {
  const described = flags.map(({ name, value }) => [
    name,
    { type: value === undefined ? 'boolean' : 'string', multiple: true },
  ]);
  return { ...(Object.fromEntries(described) as Record<string, FlagShape>), ...HELP };
}

interface FlagShape {
  readonly type: 'boolean' | 'string';
  readonly multiple: true;
}

/** The command whose name the words begin with. */
function find(commands: readonly Command[], words: readonly string[]): Command {
  const found = commands.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `));
  if (found !== undefined) return found;
  const names = commands.map(({ name }) => name);
  const [first = ''] = words;
  if (first === '') throw new UsageError(`Name a command: ${names.join(', ')}. See decant --help.`);
  const within = names.filter((name) => name.startsWith(`${first} `));
  const asked = within.length === 0 ? first : words.slice(0, 2).join(' ');
  const nearest = findNearest(asked, names) ?? findNearest(words.slice(0, 2).join(' '), names);
  const list = within.length === 0 ? names : within;
  throw new UsageError(`There is no command '${asked}'.${guess(nearest)} ${formatCommands(list)}`);
}

function formatCommands(names: readonly string[]): string {
  return names.length === 1 ? `There is ${names.join('')}.` : `The commands are ${names.join(', ')}.`;
}

function guess(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
}

interface GivenFlag {
  readonly name: string;
  readonly rawName: string;
}

/** A flag that no command has is a mistake whatever the command is. */
function checkKnown(commands: readonly Command[], flags: readonly GivenFlag[]): void {
  const known = new Set(commands.flatMap(listFlags).map(({ name }) => name));
  const unknown = flags.find(({ name }) => !known.has(name));
  if (unknown === undefined) return;
  const nearest = findNearest(unknown.name, known);
  const hint = nearest === undefined ? '' : `--${nearest}`;
  throw new UsageError(`Unknown option '${unknown.rawName}'.${guess(hint || undefined)} See decant --help.`);
}

function checkTaken(command: Command, flags: readonly GivenFlag[]): void {
  const taken = listFlags(command).map(({ name }) => name);
  const other = flags.find(({ name }) => !taken.includes(name));
  if (other === undefined) return;
  throw new UsageError(
    `decant ${command.name} does not take ${other.rawName}. It takes ${taken.map((name) => `--${name}`).join(', ')}.`,
  );
}

/** Now strictly: a value that is missing, or one that a flag does not take. */
function collect(command: Command, args: readonly string[]) {
  try {
    const options = describeFlags(listFlags(command));
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = Object.entries(values).map(([name, value]) => [name, [value].flat().map(formatValue)]);
    return { given: Object.fromEntries(given) as Given, positionals };
  } catch (error) {
    const message = `${error instanceof Error ? error.message : error}`.replace(/(?<![.?!'])$/, '.');
    throw new UsageError(`${message} See decant help ${command.name}.`);
  }
}

function formatValue(value: string | boolean | undefined): string {
  return typeof value === 'string' ? value : '';
}

function checkOperands({ name, usage, missing }: Command, operands: readonly string[]): void {
  const slots = (usage.match(/\[[^\]]*\]|\S+/g) ?? []).filter((slot) => slot !== '...');
  const least = slots.filter((slot) => !slot.startsWith('[')).length;
  if (operands.length < least)
    throw new UsageError(missing ?? `Name ${slots[operands.length]}: decant ${name} ${usage}.`);
  const most = usage.includes('...') ? Number.POSITIVE_INFINITY : slots.length;
  if (operands.length > most)
    throw new UsageError(`'${operands.slice(most).join(' ')}' is not understood. See decant help ${name}.`);
}
