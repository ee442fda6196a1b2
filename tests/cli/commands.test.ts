import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Command, defineCommand } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { formatCommandHelp, formatCommandTable, formatHelp } from '../../src/cli/help.ts';
import { listFlags, parseCommandLine } from '../../src/cli/parse-command-line.ts';
import { flag, format, names, text } from '../../src/cli/shared-options.ts';
import { repository } from '../build/run-decant.ts';

describe('every command', () => {
  it('takes a flag in the way others do: with a value, or without', () => {
    const flags = COMMANDS.flatMap(listFlags);
    for (const { name, value } of flags) {
      const others = flags.filter((other) => other.name === name);
      for (const other of others)
        expect([name, other.value !== undefined]).toEqual([name, value !== undefined]);
    }
  });

  it('names each flag once', () => {
    for (const command of COMMANDS) {
      const names = listFlags(command).map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    }
  });

  it('has examples that can be read', () => {
    const lines = COMMANDS.flatMap(({ examples = {} }) => Object.keys(examples));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(parseCommandLine(COMMANDS, line.split(' ').slice(1))).toMatchObject({ kind: 'run' });
  });

  it('imports what it needs when it runs, so that help and the other commands load nothing of it', () => {
    const loaded = listImports(join(repository, 'src/cli/commands/index.ts'));
    expect(loaded.size).toBeGreaterThan(COMMANDS.length);
    const outside = [...loaded].filter((file) => !/^(?:cli\/|diagnostics\/|usage-error)/.test(file));
    expect(outside).toEqual([]);
    expect([...loaded].filter((file) => /-command\.ts$/.test(file))).toEqual([]);
  });

  it('stands in the table of the README, which `npx vitest run tests/cli/commands -u` writes', async () => {
    const file = join(repository, 'README.md');
    const readme = readFileSync(file, 'utf8');
    const table = `<!-- commands -->\n\n${formatCommandTable(COMMANDS)}\n\n<!-- /commands -->`;
    const written = readme.replace(/<!-- commands -->.*<!-- \/commands -->/s, () => table);
    expect(written).toContain(table);
    await expect(written).toMatchFileSnapshot(file);
  });
});

describe('help', () => {
  const commands: readonly Command[] = [
    defineCommand({
      name: 'pour',
      usage: '[CUP ...]',
      summary: 'pour tea',
      details: 'Cups are filled in their order.',
      examples: { 'decant pour --sugar': 'sweet' },
      options: {
        sugar: flag('sugar', 'with sugar'),
        milk: text('milk', 'N', 'drops of milk'),
        of: names('of', 'NAME', 'the kind of tea'),
      },
      run: async () => 0,
    }),
    defineCommand({
      name: 'leaf status',
      usage: '',
      summary: 'count the leaves',
      options: { format: format('sarif') },
      run: async () => 0,
    }),
  ];
  const help = (...args: readonly string[]) => parseCommandLine(commands, args);

  it('lists the commands, and the options of most of them', () => {
    expect(formatHelp(commands)).toContain(
      'Usage\n  decant pour [CUP ...]  pour tea\n  decant leaf status     count the leaves\n',
    );
    const text = formatHelp(COMMANDS);
    expect(text).toContain('  --root DIR ');
    expect(text).not.toContain('--shard');
  });

  it('tells everything of one command', () => {
    expect(formatCommandHelp(commands[0] as Command)).toBe(
      [
        'decant pour: pour tea\n',
        'Usage\n  decant pour [CUP ...] [options]\n',
        'Cups are filled in their order.\n',
        'Options\n  --sugar    with sugar\n  --milk N   drops of milk\n  --of NAME  the kind of tea\n  --help     this text\n',
        'Examples\n  decant pour --sugar  sweet\n',
      ].join('\n'),
    );
  });

  it.each([
    [['--help'], undefined],
    [['-h'], undefined],
    [['help'], undefined],
    [['help', 'pour'], 'pour'],
    [['pour', '--help'], 'pour'],
    [['pour', '--of', 'oolong', '-h'], 'pour'],
    [['help', 'leaf', 'status'], 'leaf status'],
    [['leaf', 'status', '--help'], 'leaf status'],
  ])('%j asks for it', (args, name) => {
    const line = help(...args);
    expect(line.kind).toBe('help');
    expect(line.command?.name).toBe(name);
  });

  it('gives a command what its options were given', () => {
    expect(
      help('pour', '--of=oolong,green', '--of', 'black', '--milk=1', '--milk', '2', 'one', 'two'),
    ).toMatchObject({
      values: { sugar: false, milk: '2', of: ['oolong', 'green', 'black'] },
      operands: ['one', 'two'],
    });
    expect(help('leaf', 'status', '--format=sarif')).toMatchObject({ values: { format: 'sarif' } });
    expect(() => help('leaf', 'status', '--format=md')).toThrow('The formats are pretty, json and sarif.');
  });

  it('finds commands of two words, and the nearest of what is none', () => {
    expect(help('leaf', 'status')).toMatchObject({ kind: 'run', operands: [] });
    expect(() => help('leaf')).toThrow("There is no command 'leaf'. There is leaf status.");
    expect(() => help('leaf', 'statis')).toThrow(
      "There is no command 'leaf statis'. Did you mean 'leaf status'? There is leaf status.",
    );
    expect(() => help('leef', 'status')).toThrow("Did you mean 'leaf status'?");
  });
});

/** Every module that comes with one, by imports that are neither types nor made later; relative to src/. */
function listImports(file: string, found = new Set<string>()): ReadonlySet<string> {
  const src = join(repository, 'src');
  if (found.has(relative(src, file))) return found;
  found.add(relative(src, file));
  const texts = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm);
  for (const [, path = ''] of texts) listImports(join(dirname(file), path), found);
  return found;
}
