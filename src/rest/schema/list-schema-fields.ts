import type { YamlValue } from '../../config/index.ts';
import { isTrue } from '../nodes.ts';
import type { Follow } from '../references.ts';
import { nameType } from './name-type.ts';
import { readShape, type SchemaShape } from './read-shape.ts';

/** A row of a table of fields. */
export interface Field {
  /** Where it is inside of the whole: `owner.login`, `items[].id`; `*` stands for any name. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly shape: SchemaShape;
  /** The form of several that alone has it. */
  readonly variant: string | undefined;
  /** The object that it is again, and whose fields are not listed again. */
  readonly recursion: string | undefined;
}

/** The fields of a schema, those inside of them too. */
export interface FieldList {
  readonly fields: readonly Field[];
  /** Whether some were left out. */
  readonly isCut: boolean;
}

/** Most rows of a table, and most names in one. */
const MAX_FIELDS = 150;
const MAX_DEPTH = 4;

/** @param direction whose data they are: what only the other side may write is left out */
export function listSchemaFields(
  schema: YamlValue | undefined,
  follow: Follow,
  direction: 'request' | 'response',
): FieldList {
  const fields: Field[] = [];
  let isCut = false;
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
  add(readShape(schema, follow), '', new Set(), undefined, 0);
  return { fields, isCut };

  /** Adds what is inside of a shape, whose own name is `prefix`. */
  function add(
    shape: SchemaShape,
    prefix: string,
    open: ReadonlySet<string>,
    variant: string | undefined,
    depth: number,
  ): void {
    const inside = new Set([...open, ...shape.keys]);
    for (const [name, value] of shape.properties) {
      const child = readShape(value, follow);
      if (isTrue(child.facts.get(hidden))) continue;
      push(child, join(prefix, name), shape.required.has(name), inside, variant, depth);
    }
    if (shape.additional !== undefined)
      addInside(readShape(shape.additional, follow), join(prefix, '*'), inside, variant, depth, 'named');
    if (shape.items !== undefined)
      addInside(readShape(shape.items, follow), `${prefix}[]`, inside, variant, depth, 'bare');
    for (const each of shape.variants) {
      const form = readShape(each, follow);
      if ([...form.keys].some((key) => inside.has(key))) continue;
      const label = shape.variants.length > 1 ? nameType(form, follow) : variant;
      add(form, prefix, inside, label, depth + 1);
    }
  }

  function push(
    shape: SchemaShape,
    name: string,
    isRequired: boolean,
    open: ReadonlySet<string>,
    variant: string | undefined,
    depth: number,
  ): void {
    if (fields.length >= MAX_FIELDS) {
      isCut = true;
      return;
    }
    const inner = findInner(shape, follow);
    const isOpen = [...inner.keys].some((key) => open.has(key));
    const recursion = isOpen ? (inner.name ?? inner.types[0]) : undefined;
    fields.push({ name, type: nameType(shape, follow), isRequired, shape, variant, recursion });
    if (!isOpen) deepen(shape, name, open, variant, depth);
  }

  /** Elements of a list, and properties of any name: a row only where they have something to say. */
  function addInside(
    shape: SchemaShape,
    name: string,
    open: ReadonlySet<string>,
    variant: string | undefined,
    depth: number,
    kind: 'named' | 'bare',
  ): void {
    if ([...shape.keys].some((key) => open.has(key))) return;
    if (kind === 'named') push(shape, name, false, open, variant, depth);
    else deepen(shape, name, open, variant, depth);
  }

  function deepen(
    shape: SchemaShape,
    name: string,
    open: ReadonlySet<string>,
    variant: string | undefined,
    depth: number,
  ): void {
    if (!hasInside(shape)) return;
    if (depth >= MAX_DEPTH) isCut = true;
    else add(shape, name, open, variant, depth + 1);
  }
}

/** What a list is a list of, through lists of lists. */
function findInner(shape: SchemaShape, follow: Follow): SchemaShape {
  let at = shape;
  for (let depth = 0; depth < MAX_DEPTH && at.items !== undefined; depth += 1)
    at = readShape(at.items, follow);
  return at;
}

function hasInside({ properties, additional, items, variants }: SchemaShape): boolean {
  return properties.size > 0 || additional !== undefined || items !== undefined || variants.length > 0;
}

function join(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}
