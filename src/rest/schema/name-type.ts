import type { YamlValue } from '../../config/index.ts';
import type { Follow } from '../references.ts';
import { readShape, type SchemaShape } from './read-shape.ts';

/** Most forms that are named, and how deep lists of lists are. */
const MAX_FORMS = 4;
const MAX_DEPTH = 4;

/**
 * The type of a schema in one line, as programmers write it: `string`, `Package[]`, `integer | null`. Known words and names only, so
 * it is the same in every language.
 */
export function nameType(shape: SchemaShape, follow: Follow, depth = 0): string {
  const forms = depth > MAX_DEPTH ? [] : listForms(shape, follow, depth);
  const named = forms.length === 0 ? ['any'] : [...new Set(forms)];
  const shown = named.length > MAX_FORMS ? [...named.slice(0, MAX_FORMS), '…'] : named;
  return [...shown, ...(shape.isNullable ? ['null'] : [])].join(' | ');
}

function listForms(shape: SchemaShape, follow: Follow, depth: number): readonly string[] {
  const { types, variants, name, format } = shape;
  if (variants.length > 0 && types.every((type) => type === 'object') && shape.properties.size === 0)
    return variants.map((variant) => nameOf(variant));
  if (types.length === 0) return findConstants(shape) ?? [name ?? 'any'];
  return types.map((type) => {
    if (type === 'array') return nameList(shape.items);
    if (type === 'object') return nameObject();
    return format === undefined ? type : `${type} (${format})`;
  });

  function nameObject(): string {
    if (name !== undefined) return name;
    const { additional, properties } = shape;
    return additional !== undefined && properties.size === 0 ? `map of ${nameOf(additional)}` : 'object';
  }

  function nameList(items: YamlValue | undefined): string {
    if (items === undefined) return 'any[]';
    const inner = nameOf(items);
    return / [|] /.test(inner) ? `(${inner})[]` : `${inner}[]`;
  }

  function nameOf(schema: YamlValue): string {
    return nameType(readShape(schema, follow), follow, depth + 1);
  }
}

/** A schema without a type that names its values has their type. */
function findConstants({ facts }: SchemaShape): readonly string[] | undefined {
  const values = facts.get('const') ?? facts.get('enum');
  const list = values?.kind === 'list' ? values.values : values === undefined ? [] : [values];
  const types = list.flatMap((each) =>
    each.kind === 'scalar' && each.value !== null ? [typeof each.value] : [],
  );
  return types.length === 0 ? undefined : [...new Set(types)];
}
