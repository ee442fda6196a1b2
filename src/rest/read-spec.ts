import type { ReportFault, YamlEntry, YamlMap, YamlValue } from '../config/index.ts';
import type { Place } from '../diagnostics/index.ts';
import {
  asMap,
  findMember,
  formatShort,
  isText,
  listEntries,
  listValues,
  readSource,
  readWord,
} from './nodes.ts';
import type { Follow } from './references.ts';
import type { Method, Operation, Spec, SpecTag } from './types.ts';

const METHODS: ReadonlySet<string> = new Set<Method>([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'trace',
  'query',
]);

/** The operations of a file in their order. Undefined where it describes no API that can be read, which is reported. */
export function readSpec(
  path: string,
  root: YamlValue,
  follow: Follow,
  report: ReportFault,
): Spec | undefined {
  const map = asMap(root);
  if (map === undefined || !isSupported(path, map, report)) return undefined;
  return { path, root: map, operations: listOperations(map, follow, report), tags: listTags(map) };
}

function isSupported(path: string, root: YamlMap, report: ReportFault): boolean {
  const tell = (what: string, hint: string, place: Place, severity: 'error' | 'warning' = 'error') =>
    report({ code: 'rest/not-openapi', severity, message: `The file '${path}' ${what}.`, hint, place });
  const swagger = root.entries.get('swagger');
  const openapi = root.entries.get('openapi');
  if (swagger !== undefined) {
    const hint = 'Convert it: swagger2openapi and editor.swagger.io do so.';
    tell(`is Swagger ${formatShort(swagger.value)}, and only OpenAPI 3 can be read`, hint, swagger.keyPlace);
    return false;
  }
  if (openapi === undefined) {
    tell('does not say that it is OpenAPI', "Begin it with 'openapi: 3.1.0'.", root.place);
    return false;
  }
  const number = formatShort(openapi.value);
  if (/^3(?:\.|$)/.test(number)) {
    if (!/^3\.[01]\b/.test(number))
      tell(
        `is OpenAPI ${number}, and is read as 3.1`,
        "Write 'openapi: 3.1.0' if it is.",
        openapi.value.place,
        'warning',
      );
    return true;
  }
  tell(`is OpenAPI ${number}, and only OpenAPI 3 can be read`, 'Convert it to 3.1.', openapi.value.place);
  return false;
}

function listTags(root: YamlMap): readonly SpecTag[] {
  return listValues(findMember(root, 'tags')).flatMap((tag) => {
    const name = readWord(findMember(tag, 'name'));
    return name === undefined ? [] : [{ name, description: readSource(findMember(tag, 'description')) }];
  });
}

function listOperations(root: YamlMap, follow: Follow, report: ReportFault): readonly Operation[] {
  const ids = new Map<string, Place>();
  const names = new Map<string, Place>();
  const paths = findMember(root, 'paths');
  if (paths !== undefined && paths.kind !== 'map')
    reportWrong("'paths'", 'a mapping of paths', paths, report);
  const webhooks = findMember(root, 'webhooks');
  if (webhooks !== undefined && webhooks.kind !== 'map')
    reportWrong("'webhooks'", 'a mapping of names', webhooks, report);
  return [
    ...listEntries(paths).flatMap(([path, entry]) => {
      if (path.startsWith('/')) return listMethods(path, entry);
      if (!path.startsWith('x-'))
        reportWrong(`'${path}'`, "a path, which begins with '/'", entry.value, report, entry.keyPlace);
      return [];
    }),
    ...listEntries(webhooks).flatMap(([name, entry]) =>
      name.startsWith('x-') ? [] : listMethods(name, entry, { isWebhook: true }),
    ),
  ];

  function listMethods(
    path: string,
    entry: YamlEntry,
    kind: Pick<Operation, 'isWebhook'> = {},
  ): readonly Operation[] {
    const { value } = follow(entry.value);
    const pathItem = asMap(value);
    if (pathItem === undefined) {
      if (value !== undefined) reportWrong(`'${path}'`, 'a mapping of methods', value, report);
      return [];
    }
    return listEntries(pathItem).flatMap(([name, { value: written, keyPlace }]) => {
      const method = name.toLowerCase();
      if (!isMethod(method)) return [];
      const operation = asMap(written);
      if (operation === undefined) {
        reportWrong(`'${name}' of '${path}'`, 'a mapping', written, report);
        return [];
      }
      return [readOperation(operation, { path, pathItem, method, place: keyPlace, ...kind })];
    });
  }

  function readOperation(
    value: YamlMap,
    where: Pick<Operation, 'path' | 'pathItem' | 'method' | 'place' | 'isWebhook'>,
  ): Operation {
    const named = findMember(value, 'operationId');
    const operationId = readWord(named);
    if (named !== undefined && operationId !== undefined) noteName(operationId, named.place);
    const tags = listValues(findMember(value, 'tags')).flatMap((tag) => (isText(tag) ? [tag.value] : []));
    const kind = where.isWebhook ? 'webhook ' : '';
    const id = nameId(operationId ?? `${kind}${where.method} ${where.path}`, where.place);
    return { ...where, id, operationId, tags, value };
  }

  function noteName(name: string, place: Place): void {
    const first = names.get(name);
    if (first === undefined) names.set(name, place);
    else
      report({
        code: 'rest/repeated-operation',
        severity: 'warning',
        message: `The operationId '${name}' is already on line ${first.line}.`,
        hint: 'Give each operation its own name: links to its heading depend on it.',
        place,
      });
  }

  function nameId(text: string, place: Place): string {
    const base = slugName(text);
    let id = base;
    for (let count = 2; ids.has(id); count += 1) id = `${base}-${count}`;
    ids.set(id, place);
    return id;
  }
}

export function isMethod(name: string): name is Method {
  return METHODS.has(name);
}

/** `listPackages`, `list_packages` and `packages/list` in words: `list-packages`, `packages-list`. */
export function slugName(text: string): string {
  const words = text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'operation' : words;
}

/** A part of a file that is not what OpenAPI has there. */
export function reportWrong(
  what: string,
  wanted: string,
  { place }: Pick<YamlValue, 'place'>,
  report: ReportFault,
  at: Place = place,
): void {
  report({
    code: 'rest/misshapen',
    severity: 'warning',
    message: `${what} is not ${wanted}, so it is left out.`,
    hint: 'See the OpenAPI specification for what belongs there: https://spec.openapis.org/oas/',
    place: at,
  });
}
