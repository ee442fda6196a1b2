import type { YamlValue } from '../../config/index.ts';
import { asNumber, formatJson, isTrue, listValues } from '../nodes.ts';
import type { Follow } from '../references.ts';
import { readShape, type SchemaShape } from './read-shape.ts';

/** Most values of an example, and how deep they lie. */
const MAX_VALUES = 150;
const MAX_DEPTH = 6;

/** A value that a schema allows: the examples that it gives, and for the rest one that looks like its type. */
export function makeExample(
  schema: YamlValue | undefined,
  follow: Follow,
  direction: 'request' | 'response',
): unknown {
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
  let left = MAX_VALUES;
  return make(readShape(schema, follow), new Set(), 0);

  function make(shape: SchemaShape, open: ReadonlySet<string>, depth: number): unknown {
    left -= 1;
    const given = findGiven(shape);
    if (given !== undefined) return formatJson(given);
    const inside = new Set([...open, ...shape.keys]);
    const [type] = shape.types;
    if (type === 'array') return makeList(shape, inside, depth);
    if (type === 'object' || (type === undefined && shape.additional !== undefined))
      return makeObject(shape, inside, depth);
    const [form] = shape.variants;
    if (type === undefined && form !== undefined) {
      const inner = readShape(form, follow);
      return isOpen(inner, inside) ? {} : make(inner, inside, depth);
    }
    return makeScalar(shape);
  }

  function makeObject(shape: SchemaShape, open: ReadonlySet<string>, depth: number): unknown {
    const made: Record<string, unknown> = Object.create(null);
    const [form] = shape.variants;
    const inner = form === undefined ? undefined : readShape(form, follow);
    const properties = [
      ...shape.properties,
      ...(inner === undefined || isOpen(inner, open) ? [] : inner.properties),
    ];
    for (const [name, value] of properties) {
      const child = readShape(value, follow);
      if (isTrue(child.facts.get(hidden)) || isTrue(child.facts.get('deprecated'))) continue;
      if (left <= 0 || depth >= MAX_DEPTH || isOpen(child, open)) continue;
      made[name] = make(child, open, depth + 1);
    }
    if (shape.additional !== undefined && properties.length === 0 && left > 0 && depth < MAX_DEPTH) {
      const child = readShape(shape.additional, follow);
      if (!isOpen(child, open)) made.key = make(child, open, depth + 1);
    }
    return made;
  }

  function makeList({ items }: SchemaShape, open: ReadonlySet<string>, depth: number): unknown {
    if (items === undefined || left <= 0 || depth >= MAX_DEPTH) return [];
    const child = readShape(items, follow);
    return isOpen(child, open) ? [] : [make(child, open, depth + 1)];
  }
}

/** What a schema says itself of its values. */
function findGiven({ facts }: SchemaShape): YamlValue | undefined {
  return (
    facts.get('example') ??
    listValues(facts.get('examples'))[0] ??
    facts.get('const') ??
    facts.get('default') ??
    listValues(facts.get('enum'))[0]
  );
}

function isOpen({ keys }: SchemaShape, open: ReadonlySet<string>): boolean {
  return [...keys].some((key) => open.has(key));
}

function makeScalar(shape: SchemaShape): unknown {
  const [type] = shape.types;
  if (type === 'integer' || type === 'number') {
    const least = asNumber(shape.facts.get('minimum'));
    return least === undefined ? 1 : formatJson(least);
  }
  if (type === 'boolean') return true;
  if (type === 'string') return STRINGS[shape.format ?? ''] ?? 'string';
  return shape.isNullable ? null : {};
}

const STRINGS: Readonly<Record<string, string>> = {
  'date-time': '2021-10-01T12:00:00Z',
  date: '2021-10-01',
  time: '12:00:00Z',
  email: 'user@example.com',
  uri: 'https://example.com/',
  url: 'https://example.com/',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '00000000-0000-4000-8000-000000000000',
  byte: 'c3RyaW5n',
};
