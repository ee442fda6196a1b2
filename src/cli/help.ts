import type { Command, Flag } from './command.ts';
import { listFlags } from './parse-command-line.ts';

const HELP_FLAG: Flag = { name: 'help', summary: 'this text; decant help NAME: the options of a command' };

const EXIT_CODES =
  'Exit codes: 0 for nothing found, 1 with errors in the content or other findings, 2 for wrong usage or a faulty data/site.yml.';

/** `decant --help`: every command, and the options that most of them take. */
export function formatHelp(commands: readonly Command[]): string {
  const lines = commands.map((command) => [formatUsage(command), command.summary] as const);
  return `${[
    'decant: one Liquid source, one site per product version',
    formatSection('Usage', lines),
    formatSection('Options of most commands', listShared(commands).map(describeFlag)),
    EXIT_CODES,
  ].join('\n\n')}\n`;
}

/** `decant help NAME`: one command with all its options. */
export function formatCommandHelp(command: Command): string {
  const { name, summary, details, examples = {}, docs } = command;
  const own = [...listFlags(command), { ...HELP_FLAG, summary: 'this text' }];
  return `${[
    `decant ${name}: ${summary}`,
    formatSection('Usage', [[`${formatUsage(command)} [options]`, '']]),
    ...(details === undefined ? [] : [details]),
    formatSection('Options', own.map(describeFlag)),
    ...(Object.keys(examples).length === 0 ? [] : [formatSection('Examples', Object.entries(examples))]),
    ...(docs === undefined ? [] : [`More: ${docs} in the Decant package`]),
  ].join('\n\n')}\n`;
}

/** The commands as a table in Markdown, for the README. */
export function formatCommandTable(commands: readonly Command[]): string {
  const rows = commands.map((command) => {
    const more = command.docs === undefined ? '' : ` ([more](${command.docs}))`;
    return `| \`${formatUsage(command).replaceAll('|', '\\|')}\` | ${command.summary}${more} |`;
  });
  return ['| command | what it does |', '| --- | --- |', ...rows].join('\n');
}

function formatUsage({ name, usage }: Command): string {
  return `decant ${name} ${usage}`.trim();
}

/** Those of more than half of the commands, told alike. */
function listShared(commands: readonly Command[]): readonly Flag[] {
  const all = commands.map(listFlags);
  const shared = [...new Set(all.flat())].filter(
    (flag) => all.filter((flags) => flags.includes(flag)).length > commands.length / 2,
  );
  return [...shared, HELP_FLAG];
}

function describeFlag({ name, value, summary }: Flag): readonly [string, string] {
  return [value === undefined ? `--${name}` : `--${name} ${value}`, summary];
}

/** A heading, and two columns below it. */
function formatSection(title: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return [title, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd())].join('\n');
}
