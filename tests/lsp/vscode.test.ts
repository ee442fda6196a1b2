import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../editors/vscode');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const manifest = JSON.parse(read('package.json'));

interface Rule {
  readonly include?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly match?: string;
  readonly patterns?: readonly Rule[];
}

describe('the extension of VS Code', () => {
  it('has the version of the program, and registers the commands that it contributes', () => {
    expect(manifest.version).toBe(JSON.parse(read('../../package.json')).version);
    const registered = [...read('src/extension.js').matchAll(/registerCommand\('([^']+)'/g)].map(
      ([, name]) => name,
    );
    const contributed = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    expect(registered.sort()).toEqual(contributed.sort());
  });

  it('contributes files that are there', () => {
    for (const { path } of manifest.contributes.grammars) expect(existsSync(join(folder, path))).toBe(true);
    // A PNG of 128 pixels or more, which the first bytes tell.
    const icon = readFileSync(join(folder, manifest.icon));
    expect(icon.subarray(1, 4).toString()).toBe('PNG');
    expect(icon.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    // `npm run bundle` takes them along.
    for (const { url } of manifest.contributes.yamlValidation)
      expect(existsSync(join(folder, '../..', url))).toBe(true);
  });

  it('has a grammar whose rules can be read and whose names are all there', () => {
    const grammar = JSON.parse(read('syntaxes/liquid.json'));
    const rules: Rule[] = [grammar, ...Object.values<Rule>(grammar.repository)];
    for (const { include, begin, end, match, patterns = [] } of rules) {
      rules.push(...patterns);
      if (include !== undefined) expect(Object.keys(grammar.repository)).toContain(include.slice(1));
      for (const each of [begin, end, match]) if (each !== undefined) new RegExp(each);
    }
    const { tag, raw, output } = grammar.repository;
    expect('{%- ifversion ghes %}').toMatch(new RegExp(`^${tag.begin}`));
    expect('{% raw %}').toMatch(new RegExp(`^${raw.begin}$`));
    expect('{{ site.data }}').toMatch(new RegExp(`^${output.begin}`));
  });
});
