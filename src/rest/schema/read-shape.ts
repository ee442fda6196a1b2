import type { YamlValue } from '../../config/index.ts';
import type { Source } from '../../diagnostics/index.ts';
import {
  asNumber,
  findMember,
  formatShort,
  isText,
  isTrue,
  listEntries,
  listValues,
  readSource,
  readWord,
} from '../nodes.ts';
import type { Follow } from '../references.ts';

/** A schema with all that it is made of in one: what it refers to, and the parts of `allOf`. */
export interface SchemaShape {
  /** Name of what it refers to, or its title. */
  readonly name: string | undefined;
  /** What it refers to, to know it again. */
  readonly keys: ReadonlySet<string>;
  readonly types: readonly string[];
  readonly isNullable: boolean;
  readonly format: string | undefined;
  readonly description: Source | undefined;
  readonly properties: ReadonlyMap<string, YamlValue>;
  readonly required: ReadonlySet<string>;
  readonly items: YamlValue | undefined;
  /** Schema of further properties, whatever they are called. */
  readonly additional: YamlValue | undefined;
  /** The forms that it may have, of `oneOf` and `anyOf`. */
  readonly variants: readonly YamlValue[];
  /** Every other keyword, the outermost first: `default`, `enum`, `minimum`. */
  readonly facts: ReadonlyMap<string, YamlValue>;
}

/** Keywords of facts. */
const FACTS = [
  'default',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
  'example',
  'examples',
  'readOnly',
  'writeOnly',
  'deprecated',
];

/** Reads a schema of OpenAPI 3.0 or 3.1. What refers to itself by `allOf` ends there. */
export function readShape(schema: YamlValue | undefined, follow: Follow): SchemaShape {
  if (schema === undefined) return NOTHING;
  const known = follow.kept.get(schema) as SchemaShape | undefined;
  const shape = known ?? unite(schema, follow, new Set());
  follow.kept.set(schema, shape);
  return shape;
}

function unite(schema: YamlValue, follow: Follow, open: ReadonlySet<string>): SchemaShape {
  const { value, name, key } = follow(schema);
  if (value?.kind !== 'map' || (key !== undefined && open.has(key))) return { ...NOTHING, name };
  const keys = key === undefined ? open : new Set([...open, key]);
  const parts = listValues(findMember(value, 'allOf')).map((part) => unite(part, follow, keys));
  const own = readOwn(value);
  const all = [own, ...parts];
  const title = readWord(findMember(value, 'title'));
  // Who says nothing but that it is another one, with other words, is that one.
  const alias = parts.length === 1 && own.properties.size === 0 ? parts[0]?.name : undefined;
  const types = all.find((each) => each.types.length > 0)?.types ?? [];
  const properties = new Map(all.toReversed().flatMap((each) => [...each.properties]));
  return {
    name: name ?? title ?? alias,
    keys: new Set([...(key === undefined ? [] : [key]), ...parts.flatMap((part) => [...part.keys])]),
    types: types.length > 0 ? types : properties.size > 0 ? ['object'] : [],
    isNullable: all.some((each) => each.isNullable),
    format: all.find((each) => each.format !== undefined)?.format,
    description: all.find((each) => each.description !== undefined)?.description,
    // In the order in which the parts have them: inherited ones first.
    properties: new Map(
      [...parts, own]
        .flatMap((each) => [...each.properties.keys()])
        .map((each) => [each, properties.get(each) as YamlValue]),
    ),
    required: new Set(all.flatMap((each) => [...each.required])),
    items: all.find((each) => each.items !== undefined)?.items,
    additional: all.find((each) => each.additional !== undefined)?.additional,
    variants: all.flatMap((each) => each.variants),
    facts: new Map(all.toReversed().flatMap((each) => [...each.facts])),
  };
}

function readOwn(value: YamlValue): SchemaShape {
  const type = findMember(value, 'type');
  const written = isText(type)
    ? [type.value]
    : listValues(type).flatMap((each) => (isText(each) ? [each.value] : []));
  const properties = new Map(
    listEntries(findMember(value, 'properties')).map(([name, entry]) => [name, entry.value]),
  );
  const items = findMember(value, 'items');
  const additional = findMember(value, 'additionalProperties');
  const forms = ['oneOf', 'anyOf'].flatMap((name) => listValues(findMember(value, name)));
  const variants = forms.filter((form) => !isNull(form));
  const types = written.filter((each) => each !== 'null');
  return {
    ...NOTHING,
    types: types.length > 0 ? types : properties.size > 0 ? ['object'] : items === undefined ? [] : ['array'],
    isNullable:
      isTrue(findMember(value, 'nullable')) || written.includes('null') || variants.length < forms.length,
    format: readWord(findMember(value, 'format')),
    description: readSource(findMember(value, 'description')),
    properties,
    required: new Set(listValues(findMember(value, 'required')).map(formatShort)),
    items,
    additional: additional?.kind === 'map' && additional.entries.size > 0 ? additional : undefined,
    variants,
    facts: new Map(
      FACTS.flatMap((name) => {
        const fact = findMember(value, name);
        return fact === undefined ? [] : [[name, fact] as const];
      }),
    ),
  };
}

/** `type: 'null'` as one of several forms says that there may be nothing. */
function isNull(form: YamlValue): boolean {
  const type = findMember(form, 'type');
  return isText(type) && type.value === 'null';
}

const NOTHING: SchemaShape = {
  name: undefined,
  keys: new Set(),
  types: [],
  isNullable: false,
  format: undefined,
  description: undefined,
  properties: new Map(),
  required: new Set(),
  items: undefined,
  additional: undefined,
  variants: [],
  facts: new Map(),
};

/** A number among the facts, as it is written. */
export function findNumberFact({ facts }: SchemaShape, name: string): string | undefined {
  const found = asNumber(facts.get(name));
  return found && formatShort(found);
}
