import type { YamlValue } from '../../config/index.ts';
import type { Source } from '../../diagnostics/index.ts';
import { formatShort, isTrue, listValues } from '../nodes.ts';
import type { Follow } from '../references.ts';
import { type Field, type FieldList, listSchemaFields } from '../schema/list-schema-fields.ts';
import { nameType } from '../schema/name-type.ts';
import { findNumberFact, readShape, type SchemaShape } from '../schema/read-shape.ts';
import type { RestWords } from '../words.ts';
import { containLine } from './contain-markdown.ts';
import { escapeCell, writeCode } from './escape.ts';
import type { Parameter } from './list-parameters.ts';

/** Writes tables of names with their types and what is said of them. */
export interface FieldWriter {
  writeParameters(parameters: readonly Parameter[]): string;
  writeFields(list: FieldList): string;
  /** A description in a cell. */
  writeLine(source: Source | undefined): string;
}

/** Most values of a list that are named. */
const MAX_CHOICES = 60;

/** @param pass takes a text of the file and the same as it may stand there, and gives a mark for it */
export function createFieldWriter(
  words: RestWords,
  follow: Follow,
  pass: (source: Source, contained: string) => string,
): FieldWriter {
  const head = [words.name, words.type, words.description];
  return {
    writeLine,
    writeParameters: (parameters) =>
      writeTable(
        head,
        parameters.flatMap((parameter) => [
          writeParameter(parameter),
          ...listSchemaFields(parameter.schema, follow, 'request').fields.map((field) =>
            writeField({
              ...field,
              name: `${parameter.name}${/^\[/.test(field.name) ? '' : '.'}${field.name}`,
            }),
          ),
        ]),
      ),
    writeFields: ({ fields, isCut }) => {
      const table = writeTable(head, fields.map(writeField));
      return isCut ? `${table}\n\n${words.more}` : table;
    },
  };

  function writeLine(source: Source | undefined): string {
    return source === undefined ? '' : pass(source, containLine(source.text));
  }

  function writeParameter(parameter: Parameter): readonly string[] {
    const { name, isRequired, isDeprecated, shape, description } = parameter;
    const example = parameter.example === undefined ? undefined : writeCode(parameter.example);
    const told = { isRequired, isDeprecated: isDeprecated || isTrue(shape.facts.get('deprecated')) };
    return [
      writeName(name, told),
      writeCode(nameType(shape, follow)),
      joinSentences([writeLine(description), ...describeFacts(shape, example)]),
    ];
  }

  function writeField({ name, type, isRequired, shape, variant, recursion }: Field): readonly string[] {
    return [
      writeName(name, { isRequired, isDeprecated: isTrue(shape.facts.get('deprecated')) }),
      writeCode(type),
      joinSentences([
        variant === undefined ? '' : fillWords(words.variant, { name: writeCode(variant) }),
        writeLine(shape.description),
        ...describeFacts(shape),
        recursion === undefined ? '' : fillWords(words.recursive, { name: writeCode(recursion) }),
      ]),
    ];
  }

  /** Whether a description ends its sentence is its own matter. */
  function joinSentences(parts: readonly string[]): string {
    return parts.filter((part) => part !== '').join(words.gap);
  }

  function writeName(
    name: string,
    { isRequired, isDeprecated }: { readonly isRequired: boolean; readonly isDeprecated: boolean },
  ): string {
    const marks = [isRequired ? words.required : '', isDeprecated ? words.deprecated : ''];
    return [writeCode(name), ...marks.flatMap((mark) => (mark === '' ? [] : `**${mark}**`))].join(' ');
  }

  /** What a schema says of a value beside its type. */
  function describeFacts(shape: SchemaShape, given?: string): readonly string[] {
    const { facts } = shape;
    const items = shape.items === undefined ? undefined : readShape(shape.items, follow);
    const choices = listValues(facts.get('enum') ?? items?.facts.get('enum'));
    const named = choices.slice(0, MAX_CHOICES).map(writeValue);
    const example = facts.get('example') ?? listValues(facts.get('examples'))[0];
    const say = (text: string, value: string | undefined) =>
      value === undefined ? '' : fillWords(text, { value });
    const hasChoices = choices.length > 0;
    return [
      say(words.constant, writeFact(facts.get('const'))),
      hasChoices
        ? fillWords(words.choices, {
            values: [...named, ...(choices.length > MAX_CHOICES ? ['…'] : [])].join(', '),
          })
        : '',
      say(words.defaultValue, writeFact(facts.get('default'))),
      say(words.range, describeRange(shape)),
      say(words.length, formatRange(findNumberFact(shape, 'minLength'), findNumberFact(shape, 'maxLength'))),
      say(words.items, formatRange(findNumberFact(shape, 'minItems'), findNumberFact(shape, 'maxItems'))),
      say(words.pattern, writeFact(facts.get('pattern'))),
      hasChoices
        ? ''
        : say(
            words.exampleValue,
            given ?? (example?.kind === 'scalar' && example.value !== null ? writeValue(example) : undefined),
          ),
      isTrue(facts.get('readOnly')) ? words.readOnly : '',
      isTrue(facts.get('writeOnly')) ? words.writeOnly : '',
    ];
  }
}

/** `≥ 1`, `1–100`; 3.0 says by a flag beside a limit that the limit itself is out, 3.1 by a number. */
function describeRange(shape: SchemaShape): string | undefined {
  const read = (limit: string, strict: string): readonly [string | undefined, boolean] => {
    const [own, other] = [findNumberFact(shape, limit), findNumberFact(shape, strict)];
    return other === undefined ? [own, isTrue(shape.facts.get(strict))] : [other, true];
  };
  const [low, isAbove] = read('minimum', 'exclusiveMinimum');
  const [high, isBelow] = read('maximum', 'exclusiveMaximum');
  if (!isAbove && !isBelow) return formatRange(low, high);
  const parts = [
    low === undefined ? '' : `${isAbove ? '>' : '≥'} ${low}`,
    high === undefined ? '' : `${isBelow ? '<' : '≤'} ${high}`,
  ];
  const said = parts.filter((part) => part !== '').join(', ');
  return said === '' ? undefined : writeCode(said);
}

function formatRange(low: string | undefined, high: string | undefined): string | undefined {
  if (low === undefined && high === undefined) return undefined;
  if (low === undefined) return writeCode(`≤ ${high}`);
  if (high === undefined) return writeCode(`≥ ${low}`);
  return writeCode(low === high ? low : `${low}–${high}`);
}

function writeFact(value: YamlValue | undefined): string | undefined {
  return value === undefined ? undefined : writeValue(value);
}

function writeValue(value: YamlValue): string {
  return writeCode(formatShort(value));
}

/** A table of cells that are Markdown in one line. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');
}

/** Words with what stands in braces put in. */
export function fillWords(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
}
