import type { YamlValue } from '../../config/index.ts';
import { findMember, formatShort, listEntries, listValues, readWord } from '../nodes.ts';
import type { Follow } from '../references.ts';
import type { Operation, Spec } from '../types.ts';
import type { Parameter } from './list-parameters.ts';
import type { MediaType } from './media-types.ts';

/** What a call of an operation is made of. */
export interface CurlCall {
  readonly spec: Spec;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  /** What is sent, and an example of it. */
  readonly body: { readonly type: MediaType; readonly example: string } | undefined;
  /** Content type of the answer. */
  readonly accept: string | undefined;
  readonly follow: Follow;
}

/** A call of an operation with `curl`, which can be pasted into a shell of Unix. */
export function writeCurl({ spec, operation, parameters, body, accept, follow }: CurlCall): string {
  const security = describeSecurity(spec, operation, follow);
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const found = parameters.find((each) => each.location === 'path' && each.name === name);
    return found?.example === undefined ? nameBlank(name) : encodeURIComponent(found.example);
  });
  const query = [
    ...parameters
      .filter(({ location, isRequired }) => location === 'query' && isRequired)
      .map(
        ({ name, example = nameBlank(name) }) => `${encodeURIComponent(name)}=${encodeURIComponent(example)}`,
      ),
    ...security.query,
  ];
  const url = `${findServer(spec, operation)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const headers = [
    ...(accept === undefined ? [] : [`Accept: ${accept}`]),
    ...security.headers,
    ...(body === undefined || /^multipart\//.test(body.type.name) ? [] : [`Content-Type: ${body.type.name}`]),
    ...parameters
      .filter(({ location, isRequired }) => location === 'header' && isRequired)
      .map(({ name, example = nameBlank(name) }) => `${name}: ${example}`),
  ];
  const cookies = parameters
    .filter(({ location, isRequired }) => location === 'cookie' && isRequired)
    .map(({ name, example = nameBlank(name) }) => `${name}=${example}`);
  const isGet = operation.method === 'get' && body === undefined;
  return [
    `curl ${isGet ? '' : `-X ${operation.method.toUpperCase()} `}${quote(url)}`,
    ...headers.map((header) => `-H ${quote(header)}`),
    ...(cookies.length === 0 ? [] : [`-b ${quote(cookies.join('; '))}`]),
    ...(body === undefined ? [] : [`-d ${quote(body.example)}`]),
  ].join(' \\\n  ');
}

/** The server that an operation has, with the defaults of its variables. */
function findServer({ root }: Spec, { value, pathItem }: Operation): string {
  const servers = [value, pathItem, root].map((each) => listValues(findMember(each, 'servers'))[0]);
  const server = servers.find((each) => each !== undefined);
  const url = readWord(findMember(server, 'url')) ?? '';
  const filled = url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const written = findMember(findMember(findMember(server, 'variables'), name), 'default');
    return written === undefined ? nameBlank(name) : formatShort(written);
  });
  let base = filled;
  while (base.endsWith('/')) base = base.slice(0, -1);
  return /^[a-z][a-z0-9+.-]*:/i.test(base)
    ? base
    : `https://HOSTNAME${base === '' || base.startsWith('/') ? base : `/${base}`}`;
}

interface Security {
  readonly headers: readonly string[];
  readonly query: readonly string[];
}

function describeSecurity({ root }: Spec, { value }: Operation, follow: Follow): Security {
  const first = listSecurity(root, value)[0] ?? [];
  const schemes = findMember(findMember(root, 'components'), 'securitySchemes');
  const found = first.map((name) => describeScheme(follow(findMember(schemes, name)).value));
  return { headers: found.flatMap((each) => each.headers), query: found.flatMap((each) => each.query) };
}

/** Each way to be let in, by the names of the schemes that it takes together. */
export function listSecurity(root: YamlValue, operation: YamlValue): readonly (readonly string[])[] {
  const written = findMember(operation, 'security') ?? findMember(root, 'security');
  return listValues(written).map((each) => listEntries(each).map(([name]) => name));
}

function describeScheme(scheme: YamlValue | undefined): Security {
  const type = readWord(findMember(scheme, 'type'));
  const place = readWord(findMember(scheme, 'in'));
  const name = readWord(findMember(scheme, 'name')) ?? 'key';
  if (type === 'apiKey' && place === 'header') return { headers: [`${name}: YOUR-KEY`], query: [] };
  if (type === 'apiKey' && place === 'query')
    return { headers: [], query: [`${encodeURIComponent(name)}=YOUR-KEY`] };
  if (type === 'apiKey') return { headers: [`Cookie: ${name}=YOUR-KEY`], query: [] };
  if (type === undefined || type === 'mutualTLS') return { headers: [], query: [] };
  const basic = type === 'http' && readWord(findMember(scheme, 'scheme'))?.toLowerCase() === 'basic';
  return { headers: [`Authorization: ${basic ? 'Basic YOUR-CREDENTIALS' : 'Bearer YOUR-TOKEN'}`], query: [] };
}

/** What stands for a value that only the reader knows: `PACKAGE_ID`. */
function nameBlank(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** One word of a shell. */
function quote(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
