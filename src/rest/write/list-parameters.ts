import type { ReportFault, YamlValue } from '../../config/index.ts';
import type { Source } from '../../diagnostics/index.ts';
import { findMember, formatShort, isTrue, listEntries, listValues, readSource, readWord } from '../nodes.ts';
import { reportWrong } from '../read-spec.ts';
import type { Follow } from '../references.ts';
import { readShape, type SchemaShape } from '../schema/read-shape.ts';
import type { Operation } from '../types.ts';

export const LOCATIONS = ['path', 'query', 'header', 'cookie'] as const;
export type Location = (typeof LOCATIONS)[number];

/** What a call names beside its body. */
export interface Parameter {
  readonly name: string;
  readonly location: Location;
  readonly isRequired: boolean;
  readonly isDeprecated: boolean;
  readonly description: Source | undefined;
  readonly schema: YamlValue | undefined;
  readonly shape: SchemaShape;
  /** As it stands in an address. */
  readonly example: string | undefined;
}

/** The parameters of an operation: those of its path first, unless it has one of the same name in the same place. */
export function listParameters(
  { value, pathItem }: Operation,
  follow: Follow,
  report: ReportFault,
): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const owner of [pathItem, value]) {
    const list = findMember(owner, 'parameters');
    if (list !== undefined && list.kind !== 'list') reportWrong("'parameters'", 'a list', list, report);
    for (const each of listValues(list)) {
      const written = follow(each).value;
      if (written === undefined) continue;
      const parameter = readParameter(written, follow);
      if (parameter === undefined)
        reportWrong(
          'The parameter',
          "a mapping with 'name', and 'in' as path, query, header or cookie",
          written,
          report,
        );
      else found.set(`${parameter.location} ${parameter.name}`, parameter);
    }
  }
  return [...found.values()];
}

function readParameter(value: YamlValue, follow: Follow): Parameter | undefined {
  const name = readWord(findMember(value, 'name'));
  const location = LOCATIONS.find((each) => each === readWord(findMember(value, 'in')));
  if (name === undefined || location === undefined) return undefined;
  const [, content] = listEntries(findMember(value, 'content'))[0] ?? [];
  const schema = findMember(value, 'schema') ?? findMember(content?.value, 'schema');
  const shape = readShape(schema, follow);
  const [, first] = listEntries(findMember(value, 'examples'))[0] ?? [];
  const given =
    findMember(value, 'example') ??
    findMember(follow(first?.value).value, 'value') ??
    shape.facts.get('example') ??
    listValues(shape.facts.get('examples'))[0];
  return {
    name,
    location,
    isRequired: location === 'path' || isTrue(findMember(value, 'required')),
    isDeprecated: isTrue(findMember(value, 'deprecated')),
    description: readSource(findMember(value, 'description')) ?? shape.description,
    schema,
    shape,
    example: given === undefined || given.kind !== 'scalar' ? undefined : formatShort(given),
  };
}
