import type { KeyTable, Shape } from './read-keys.ts';

/** A JSON Schema, as far as ours go. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const TEXT: JsonSchema = { type: 'string', pattern: '\\S' };
export const SWITCH: JsonSchema = { type: 'boolean' };

/** A text that a shape of the site file allows. */
export function describeShape({ pattern, hint }: Shape): JsonSchema {
  const words = /^\^\(?(?:\?:)?((?:[a-z]+\|)*[a-z]+)\)?\$$/.exec(pattern.source)?.[1];
  return words === undefined
    ? { type: 'string', pattern: pattern.source, description: hint }
    : { enum: words.split('|'), description: hint };
}

export function listOf(items: JsonSchema, minItems = 0): JsonSchema {
  return { type: 'array', items, ...(minItems > 0 && { minItems }) };
}

/** A mapping with the keys of a table: each of them needs a schema, and no other key is known. */
export function describeKeys<Table extends KeyTable>(
  table: Table,
  schemas: { readonly [Key in keyof Table]: JsonSchema },
): JsonSchema {
  const required = Object.keys(table).filter((key) => table[key] === 'required');
  const properties = Object.entries(schemas as Readonly<Record<string, JsonSchema>>).map(([key, schema]) => [
    key,
    // Nothing after the colon counts as an absent key.
    required.includes(key) ? schema : orNothing(schema),
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function orNothing(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** The text of a file that holds a schema. */
export function formatSchema(title: string, schema: JsonSchema): string {
  const whole = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
