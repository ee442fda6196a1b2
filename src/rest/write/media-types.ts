import type { YamlValue } from '../../config/index.ts';
import type { Source } from '../../diagnostics/index.ts';
import { findMember, formatJson, isText, listEntries, printJson, readSource } from '../nodes.ts';
import type { Follow } from '../references.ts';
import { makeExample } from '../schema/make-example.ts';

/** What may be sent or answered: one content type with its schema. */
export interface MediaType {
  /** `application/json`. */
  readonly name: string;
  readonly schema: YamlValue | undefined;
  readonly value: YamlValue;
}

/** An example as a reader sees it. */
export interface MediaExample {
  /** What it is called, where there are several. */
  readonly label: { readonly text: string; readonly place?: Source['place'] } | undefined;
  /** Language of the block of code. */
  readonly language: string;
  readonly text: string;
}

export function listMediaTypes(owner: YamlValue | undefined): readonly MediaType[] {
  return listEntries(findMember(owner, 'content')).map(([name, { value }]) => ({
    name,
    schema: findMember(value, 'schema'),
    value,
  }));
}

/** The examples that a file gives; where there are none, one made of the schema. */
export function listExamples(
  type: MediaType,
  follow: Follow,
  direction: 'request' | 'response',
): readonly MediaExample[] {
  const language = nameLanguage(type.name);
  const one = findMember(type.value, 'example');
  if (one !== undefined) return [{ label: undefined, language, text: format(one) }];
  const named = listEntries(findMember(type.value, 'examples')).flatMap(([name, entry]) => {
    const example = follow(entry.value).value;
    const value =
      findMember(example, 'value') ??
      findMember(example, 'dataValue') ??
      findMember(example, 'serializedValue');
    return value === undefined
      ? []
      : [
          {
            label: readSource(findMember(example, 'summary')) ?? { text: name },
            language,
            text: format(value),
          },
        ];
  });
  if (named.length > 0)
    return named.length === 1 ? named.map((each) => ({ ...each, label: undefined })) : named;
  if (type.schema === undefined || language === '') return [];
  const made = makeExample(type.schema, follow, direction);
  return language === 'json' ? [{ label: undefined, language, text: printJson(made, '  ') }] : [];
}

/** A text that is the whole example stands as it is. */
function format(value: YamlValue): string {
  return isText(value) ? value.value : printJson(formatJson(value), '  ');
}

function nameLanguage(type: string): string {
  if (/[/+](?:\w+-)?json\b/i.test(type) || type === '*/*') return 'json';
  if (/[/+]xml\b/i.test(type)) return 'xml';
  if (/[/+]ya?ml\b/i.test(type)) return 'yaml';
  return /^text\/|x-www-form-urlencoded/.test(type) ? 'text' : '';
}
