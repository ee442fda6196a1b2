import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatSchema, type JsonSchema, parseConfig, parseYaml } from '../../src/config/index.ts';
import { describeSiteFile } from '../../src/config/site-schema.ts';
import { describeMismatch } from '../../src/load/check-frontmatter.ts';
import { describeFeature, describeFrontmatter } from '../../src/load/content-schemas.ts';
import { CHOICES, FRONTMATTER_KEYS, type FrontmatterKey } from '../../src/load/frontmatter-keys.ts';

const repository = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(repository, file), 'utf8');
const known = new Map<string, ReturnType<Ajv['compile']>>();
const ajv = new Ajv({ strict: false });

function compile(schema: JsonSchema) {
  const key = JSON.stringify(schema);
  const validate = known.get(key) ?? ajv.compile(schema);
  known.set(key, validate);
  return validate;
}

describe('the published schemas', () => {
  it('are what `npm run docs` writes', () => {
    expect(read('schemas/site.json')).toBe(formatSchema('The site file of Decant', describeSiteFile()));
    expect(read('schemas/frontmatter.json')).toBe(
      formatSchema('Frontmatter of an article of Decant', describeFrontmatter()),
    );
    expect(read('schemas/feature.json')).toBe(formatSchema('A feature of Decant', describeFeature()));
  });

  it('let pass the site files that have no fault', () => {
    const validate = compile(describeSiteFile());
    const files = readdirSync(join(repository, 'tests/sites')).map(
      (name) => `tests/sites/${name}/data/site.yml`,
    );
    for (const file of [...files, 'data/site.yml']) {
      const { diagnostics } = parseConfig({ path: file, text: read(file) }, '/nowhere');
      if (diagnostics.length === 0)
        expect([file, validate(parse(read(file))), validate.errors]).toEqual([file, true, null]);
    }
  });

  it.each([
    ['a key that nobody knows', (text: string) => `${text}titel: x\n`],
    ['no title', (text: string) => text.replace(/^title:.*$/m, '')],
    ['a number for a release', (text: string) => text.replace(/["']3\.3["']/, '3.3')],
    ['a plan without a short name', (text: string) => text.replace('short: fpt, ', '')],
    ['a format that no host reads', (text: string) => `${text}redirects: [apache]\n`],
    ['a meaning that no tag has', (text: string) => `${text}tags: { if_version: nothing }\n`],
    [
      'an address without the name of the file',
      (text: string) => `${text}editUrl: https://forge.example.com/\n`,
    ],
    ['a text where true or false belongs', (text: string) => `${text}search: 'no'\n`],
    ['a level that is none', (text: string) => `${text}rules: { unused-image: info }\n`],
  ])('find what the check of the site file finds: %s', (_, change) => {
    const text = change(read('tests/lsp/site/data/site.yml'));
    expect(parseConfig({ path: 'data/site.yml', text }, '/nowhere').diagnostics).not.toEqual([]);
    expect(compile(describeSiteFile())(parse(text))).toBe(false);
  });

  it('say of every key of frontmatter what its check says', () => {
    const properties = describeFrontmatter().properties as Readonly<Record<string, JsonSchema>>;
    const values = ['text', "'*'", '', '3', '7', 'true', '[]', '[a]', '[1]', '{ a: b }', 'default', 'false'];
    for (const key of Object.keys(FRONTMATTER_KEYS) as FrontmatterKey[]) {
      // Words that are not among the choices are only warned of.
      if (CHOICES.has(key)) continue;
      const validate = compile(properties[key] ?? {});
      const place = { file: 'x.md', line: 1, column: 1 };
      for (const text of values) {
        const value = parseYaml({ text: `v: ${text}`, place, verbatim: true }).value;
        const entry = value?.kind === 'map' ? value.entries.get('v')?.value : undefined;
        // Its keys are judged where it is read.
        if (entry === undefined || (key === 'rest' && entry.kind === 'map')) continue;
        const isFit = describeMismatch(key, entry) === undefined;
        expect([key, text, validate(parse(`v: ${text}`).v)]).toEqual([key, text, isFit]);
      }
    }
  });

  it('know features', () => {
    const validate = compile(describeFeature());
    expect(validate({ versions: { fpt: '*', ghes: '>3.1' } })).toBe(true);
    expect(validate({ version: '*' })).toBe(false);
    expect(validate({ versions: 3 })).toBe(false);
  });
});
