import type { ReportFault, YamlValue } from '../../config/index.ts';
import type { Place, Source } from '../../diagnostics/index.ts';
import { findMember, formatShort, isTrue, listEntries, readSource, readWord } from '../nodes.ts';
import { isMethod, reportWrong } from '../read-spec.ts';
import type { Follow } from '../references.ts';
import { listSchemaFields } from '../schema/list-schema-fields.ts';
import { nameType } from '../schema/name-type.ts';
import { readShape } from '../schema/read-shape.ts';
import type { Operation, Spec } from '../types.ts';
import type { RestWords } from '../words.ts';
import { containMarkdown } from './contain-markdown.ts';
import { describeCall, listSecurity } from './describe-call.ts';
import { escapeLiquid, escapeMarkup, escapeWords, markPassage, writeCode, writeFence } from './escape.ts';
import { LOCATIONS, listParameters, type Parameter } from './list-parameters.ts';
import { listSamples } from './list-samples.ts';
import { createLanguageMarker, type SourceLanguage } from './mark-language.ts';
import { listExamples, listMediaTypes, type MediaExample, type MediaType } from './media-types.ts';
import { writeCalls } from './write-calls.ts';
import { createFieldWriter, type FieldWriter, fillWords, writeTable } from './write-fields.ts';

/** `oauth` (`read`, `write`). */
function writeScheme({ name, scopes }: ReturnType<typeof listSecurity>[number][number]): string {
  const granted = scopes.map(writeCode).join(', ');
  return granted === '' ? writeCode(name) : `${writeCode(name)} (${granted})`;
}

/** What operations of one file are written with. */
export interface OperationTools {
  readonly spec: Spec;
  readonly follow: Follow;
  readonly words: RestWords;
  readonly report: ReportFault;
  /** Ids of the operations that the article has in the versions of the file. */
  readonly here: ReadonlySet<string>;
  /** Their second anchors by these ids. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Where the page is in another one. */
  readonly sourceLanguage?: SourceLanguage | undefined;
}

/**
 * A part of an operation as Markdown, with a mark for each text of the file that goes into it as a source of its own. Versions that have
 * the operation share each part that is the same in them: a heading is there in all of them where only what stands below it differs.
 */
export interface OperationPart {
  readonly key: string;
  readonly text: string;
  readonly passages: readonly Source[];
}

/** An operation as Markdown, part by part. */
export interface WrittenOperation {
  readonly parts: readonly OperationPart[];
  readonly place: Place;
}

/** @param level of its heading; those of its parts are one deeper */
export function writeOperation(operation: Operation, level: number, tools: OperationTools): WrittenOperation {
  const { spec, follow, words, report, here, anchors, sourceLanguage } = tools;
  const { value, method, path, id, place } = operation;
  let passages: Source[] = [];
  // In cells, plain words have nothing that could be wrong, and there are thousands of them.
  const passMarked = (source: Source, contained: string) =>
    MARKED.test(contained) ? pass(source, contained) : contained;
  const mark = createLanguageMarker(sourceLanguage);
  const fields = createFieldWriter(words, follow, (source, contained) =>
    mark(passMarked(source, contained), source.place, 'span'),
  );
  const title = writeTitle();
  const parameters = listParameters(operation, follow, report);
  const body = follow(findMember(value, 'requestBody')).value;
  const responses = listResponses(value, follow, report);
  const parts = [
    ...open('heading', () => [writeHeading(level, id, `${writeAnchor()}${title}`, 'rest-operation')]),
    ...open('intro', () => [
      `${operation.isWebhook ? `**${words.webhook}** ` : ''}**${writeCode(method.toUpperCase())}** ${writeCode(path)}`,
      isTrue(findMember(value, 'deprecated')) ? `> [!WARNING]\n> ${words.deprecatedNote}` : '',
      writeBlock(findMember(value, 'description')),
      writeSecurity(),
    ]),
    ...openUnder('parameters', words.parametersOf, writeParameters),
    ...openUnder('request-body', words.requestOf, () => writeBody(body)),
    ...openUnder('example', words.exampleOf, writeExample),
    ...openUnder('responses', words.responsesOf, writeResponses),
    ...openUnder('callbacks', words.callbacksOf, writeCallbacks),
  ];
  return { parts, place };

  /** What the operation is called, as HTML. */
  function writeTitle(): string {
    const summary = readSource(findMember(value, 'summary'));
    return summary === undefined
      ? escapeTitle(operation.operationId ?? `${method.toUpperCase()} ${path}`)
      : mark(escapeTitle(summary.text), summary.place, 'span');
  }

  function writeAnchor(): string {
    const anchor = anchors.get(id);
    return anchor === undefined ? '' : `<span id="${escapeMarkup(anchor)}"></span>`;
  }

  /** A part of some blocks; none where they are empty. */
  function open(key: string, write: () => readonly string[]): readonly OperationPart[] {
    passages = [];
    const text = write()
      .filter((block) => block !== '')
      .join('\n\n');
    return text === '' ? [] : [{ key, text: escapeLiquid(text), passages }];
  }

  function openUnder(key: string, heading: string, write: () => readonly string[]): readonly OperationPart[] {
    const part = open(key, write);
    const written = () => [
      writeHeading(
        level + 1,
        `${id}--${key}`,
        escapeTitle(heading).replace('{operation}', () => title),
      ),
    ];
    return part.length === 0 ? [] : [...open(`${key} heading`, written), ...part];
  }

  /** A text of the file becomes a source of its own, so that what is wrong with it has its place. */
  function pass(source: Source, contained: string): string {
    const said = escapeLiquid(contained);
    passages.push(said === source.text ? source : { text: said, place: source.place, verbatim: false });
    return markPassage(passages.length - 1);
  }

  function writeBlock(written: YamlValue | undefined): string {
    const source = readSource(written);
    return source === undefined ? '' : mark(pass(source, containMarkdown(source.text)), source.place, 'div');
  }

  function labelOf({ label }: MediaExample): string {
    return label === undefined ? '' : `**${mark(escapeWords(label.text), label.place, 'span')}**`;
  }

  function writeSecurity(): string {
    const all = listSecurity(spec.root, value);
    const ways = all.filter((uses) => uses.length > 0);
    const schemes = ways.map((uses) => uses.map(writeScheme).join(' + ')).join(', ');
    if (schemes === '') return '';
    const isOptional = ways.length < all.length;
    return fillWords(isOptional ? words.optionalAuthentication : words.authentication, { schemes });
  }

  function writeParameters(): readonly string[] {
    if (parameters.length === 0) return [];
    return [
      ...LOCATIONS.flatMap((location) => {
        const own = parameters.filter((each) => each.location === location);
        return own.length === 0 ? [] : [`**${words[location]}**`, fields.writeParameters(own)];
      }),
    ];
  }

  function writeBody(body: YamlValue | undefined): readonly string[] {
    const types = listMediaTypes(body);
    if (types.length === 0) return [];
    return [
      writeBlock(findMember(body, 'description')),
      isTrue(findMember(body, 'required')) ? `**${words.required}**` : '',
      ...groupTypes(types).flatMap(({ names, schema }) => [
        fillWords(words.contentType, { type: names.map(writeCode).join(', ') }),
        writeSchema(schema, 'request', fields),
      ]),
    ];
  }

  function writeSchema(
    schema: YamlValue | undefined,
    direction: 'request' | 'response',
    writer: FieldWriter,
  ): string {
    if (schema === undefined) return '';
    const list = listSchemaFields(schema, follow, direction);
    const type = `${words.type}: ${writeCode(nameType(readShape(schema, follow), follow))}`;
    return list.fields.length === 0 ? type : `${type}\n\n${writer.writeFields(list)}`;
  }

  function writeExample(): readonly string[] {
    const [first] = listMediaTypes(body);
    const examples = first === undefined ? [] : listExamples(first, follow, 'request');
    const accept = responses.flatMap(({ types }) => types)[0]?.name;
    const callWith = (example: MediaExample | undefined) =>
      describeCall({
        spec,
        operation,
        parameters,
        body:
          first === undefined || example === undefined ? undefined : { type: first, example: example.text },
        accept,
        follow,
      });
    const payloads = operation.isWebhook
      ? examples.flatMap((each) => [labelOf(each), writeFence(each.language, each.text)])
      : [];
    const calls = (examples.length === 0 ? [undefined] : examples).map((each) => ({
      label: each === undefined ? '' : labelOf(each),
      call: callWith(each),
    }));
    const samples = listSamples(value, report);
    const answer = responses.find(({ status }) => /^2/.test(status)) ?? responses[0];
    const [type] = answer?.types ?? [];
    const answers = type === undefined ? [] : listExamples(type, follow, 'response');
    return [
      ...payloads,
      ...writeCalls(operation.isWebhook ? [] : calls, samples, sourceLanguage),
      ...(answers.length === 0
        ? []
        : [`**${fillWords(words.response, { status: writeCode(answer?.status ?? '') })}**`]),
      ...answers.flatMap((each) => [labelOf(each), writeFence(each.language, each.text)]),
    ];
  }

  function writeResponses(): readonly string[] {
    if (responses.length === 0) return [];
    return [writeStatuses(responses), ...writeAnswerFields(), ...writeLinks()];
  }

  function writeStatuses(answers: readonly Answer[]): string {
    const rows = answers.map(({ status, value: response, types }) => [
      status === 'default' ? words.otherStatus : writeCode(status),
      fields.writeLine(readSource(findMember(response, 'description'))),
      types.length === 0 ? '' : writeCode(nameType(readShape(types[0]?.schema, follow), follow)),
    ]);
    return writeTable([words.status, words.description, words.type], rows);
  }

  /** What may be called next, with what it gets of the answer. */
  function writeLinks(): readonly string[] {
    const links = new Map(
      responses.flatMap(({ value: response }) => listEntries(findMember(response, 'links'))),
    );
    const items = [...links].flatMap(([name, entry]) => {
      const link = follow(entry.value).value;
      return link === undefined || name.startsWith('x-') ? [] : [writeLink(name, link)];
    });
    return items.length === 0 ? [] : [`**${words.links}**`, items.join('\n')];
  }

  function writeLink(name: string, link: YamlValue): string {
    const named = readWord(findMember(link, 'operationId')) ?? readWord(findMember(link, 'operationRef'));
    const target = spec.operations.find(({ operationId }) => operationId === named);
    const code = named === undefined ? '' : writeCode(named);
    const call = target !== undefined && here.has(target.id) ? `[${code}](#${target.id})` : code;
    const given = listEntries(findMember(link, 'parameters')).map(
      ([parameter, { value: from }]) => `${writeCode(parameter)} = ${writeCode(formatShort(from))}`,
    );
    const said = fields.writeLine(readSource(findMember(link, 'description')));
    return `- ${[`**${escapeWords(name)}**:`, call, given.length === 0 ? '' : `(${given.join(', ')})`, said].filter((part) => part !== '').join(' ')}`;
  }

  /** What the server calls at an address that the request names. */
  function writeCallbacks(): readonly string[] {
    return listEntries(findMember(value, 'callbacks')).flatMap(([name, entry]) =>
      listEntries(follow(entry.value).value).flatMap(([address, item]) =>
        address.startsWith('x-') ? [] : writeCallback(name, address, follow(item.value).value),
      ),
    );
  }

  function writeCallback(name: string, address: string, pathItem: YamlValue | undefined): readonly string[] {
    return listEntries(pathItem).flatMap(([key, { value: called }]) => {
      if (!isMethod(key.toLowerCase()) || called.kind !== 'map') return [];
      const answers = listResponses(called, follow, report);
      return [
        `**${escapeWords(name)}**: **${writeCode(key.toUpperCase())}** ${writeCode(address)}`,
        writeBlock(findMember(called, 'description') ?? findMember(called, 'summary')),
        ...writeBody(follow(findMember(called, 'requestBody')).value),
        answers.length === 0 ? '' : writeStatuses(answers),
      ];
    });
  }

  /** Answers with the same fields share a table. */
  function writeAnswerFields(): readonly string[] {
    const tables = new Map<string, { statuses: string[]; text: string; kind: 'fieldsOf' | 'headersOf' }>();
    const add = (kind: 'fieldsOf' | 'headersOf', status: string, key: string, write: () => string) => {
      const known = tables.get(`${kind} ${key}`);
      if (known === undefined) tables.set(`${kind} ${key}`, { statuses: [status], text: write(), kind });
      else known.statuses.push(status);
    };
    for (const { status, value: response, types } of responses) {
      const headers = listHeaders(response, follow);
      if (headers.length > 0)
        add('headersOf', status, JSON.stringify(headers.map(({ name }) => name)), () =>
          fields.writeParameters(headers),
        );
      for (const { schema } of types.slice(0, 1)) {
        const list = listSchemaFields(schema, follow, 'response');
        const key = JSON.stringify(list.fields.map(({ name, type }) => [name, type]));
        if (list.fields.length > 0) add('fieldsOf', status, key, () => fields.writeFields(list));
      }
    }
    return [...tables.values()].map(({ statuses, text, kind }) => {
      const named = statuses.map((status) =>
        status === 'default' ? escapeMarkup(words.otherStatus) : `<code>${escapeMarkup(status)}</code>`,
      );
      const summary = fillWords(words[kind], { status: named.join(', ') });
      return `<details>\n<summary>${summary}</summary>\n\n${text}\n\n</details>`;
    });
  }
}

/** What a text has that may be more than words: a link, a tag, code that Liquid could read. */
const MARKED = /[[\]<>!\n]|:\/\/|\{[{%]|\$/;

interface Answer {
  /** `200`, `2XX`, `default`. */
  readonly status: string;
  readonly value: YamlValue;
  readonly types: readonly MediaType[];
}

function listResponses(operation: YamlValue, follow: Follow, report: ReportFault): readonly Answer[] {
  const written = findMember(operation, 'responses');
  if (written !== undefined && written.kind !== 'map')
    reportWrong("'responses'", 'a mapping of statuses', written, report);
  return listEntries(written).flatMap(([status, entry]) => {
    const { value } = follow(entry.value);
    return value === undefined || status.startsWith('x-')
      ? []
      : [{ status, value, types: listMediaTypes(value) }];
  });
}

function listHeaders(response: YamlValue, follow: Follow): readonly Parameter[] {
  return listEntries(findMember(response, 'headers')).flatMap(([name, entry]) => {
    const { value } = follow(entry.value);
    if (value === undefined) return [];
    const schema = findMember(value, 'schema');
    const shape = readShape(schema, follow);
    return [
      {
        name,
        location: 'header' as const,
        isRequired: isTrue(findMember(value, 'required')),
        isDeprecated: isTrue(findMember(value, 'deprecated')),
        description: readSource(findMember(value, 'description')) ?? shape.description,
        schema,
        shape,
        example: undefined,
      },
    ];
  });
}

/** Content types of one schema are named together. */
function groupTypes(
  types: readonly MediaType[],
): readonly { readonly names: readonly string[]; readonly schema: YamlValue | undefined }[] {
  const groups = new Map<string, { names: string[]; schema: YamlValue | undefined }>();
  for (const { name, schema } of types) {
    const reference = readWord(findMember(schema, '$ref'));
    const key = reference ?? name;
    const group = groups.get(key) ?? { names: [], schema };
    groups.set(key, group);
    group.names.push(name);
  }
  return [...groups.values()];
}

/**
 * With an id of its own: that of the words would change with them, and be another one in each language.
 *
 * @param title as HTML
 */
export function writeHeading(level: number, id: string, title: string, className?: string): string {
  const name = className === undefined ? '' : ` class="${className}"`;
  return `<h${level}${name} id="${escapeMarkup(id)}">${title}</h${level}>`;
}

/** Words of a heading as HTML: what they set off as code is code. */
export function escapeTitle(words: string): string {
  return escapeMarkup(words).replace(/`([^`]+)`/g, '<code>$1</code>');
}
