import type { YamlValue } from '../../config/index.ts';
import { findMember, formatShort, listEntries, listValues, readWord } from '../nodes.ts';
import type { Follow } from '../references.ts';
import type { Operation, Spec } from '../types.ts';
import type { Parameter } from './list-parameters.ts';
import type { MediaType } from './media-types.ts';

/** What a call of an operation is made of. */
export interface CallRequest {
  readonly spec: Spec;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
  /** What is sent, and an example of it. */
  readonly body: { readonly type: MediaType; readonly example: string } | undefined;
  /** Content type of the answer. */
  readonly accept: string | undefined;
  readonly follow: Follow;
}

/** A call of an operation, with words in capitals for what only the reader knows. */
export interface Call {
  /** In capitals. */
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  /** `a=1; b=2`; empty where there are none. */
  readonly cookies: string;
  readonly body: { readonly contentType: string; readonly text: string } | undefined;
  readonly accept: string | undefined;
}

export function describeCall({ spec, operation, parameters, body, accept, follow }: CallRequest): Call {
  const security = describeSecurity(spec, operation, follow);
  const path = operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const found = parameters.find((each) => each.location === 'path' && each.name === name);
    return found?.example === undefined ? nameBlank(name) : encodeURIComponent(found.example);
  });
  const listRequired = (location: Parameter['location']) =>
    parameters
      .filter((each) => each.location === location && each.isRequired)
      .map(({ name, example = nameBlank(name) }): readonly [string, string] => [name, example]);
  const query = [
    ...listRequired('query').map(
      ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
    ),
    ...security.query,
  ];
  return {
    method: operation.method.toUpperCase(),
    url: `${findServer(spec, operation)}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: [
      ...(accept === undefined ? [] : [['Accept', accept] as const]),
      ...security.headers,
      ...(body === undefined || isMultipart(body.type.name)
        ? []
        : [['Content-Type', body.type.name] as const]),
      ...listRequired('header'),
    ],
    cookies: listRequired('cookie')
      .map(([name, value]) => `${name}=${value}`)
      .join('; '),
    body: body && { contentType: body.type.name, text: body.example },
    accept,
  };
}

/** Forms with files, whose content type names a border that the one who sends it has made up. */
export function isMultipart(type: string): boolean {
  return /^multipart\//.test(type);
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
  readonly headers: Call['headers'];
  readonly query: readonly string[];
}

function describeSecurity({ root }: Spec, { value }: Operation, follow: Follow): Security {
  const first = listSecurity(root, value)[0] ?? [];
  const schemes = findMember(findMember(root, 'components'), 'securitySchemes');
  const found = first.map(({ name }) => describeScheme(follow(findMember(schemes, name)).value));
  return { headers: found.flatMap((each) => each.headers), query: found.flatMap((each) => each.query) };
}

/** A scheme by its name, and the scopes or roles that it must grant. */
interface SchemeUse {
  readonly name: string;
  readonly scopes: readonly string[];
}

/** The ways to authenticate, each with the schemes that it combines: none where a call may go without. */
export function listSecurity(root: YamlValue, operation: YamlValue): readonly (readonly SchemeUse[])[] {
  const written = findMember(operation, 'security') ?? findMember(root, 'security');
  return listValues(written).map((each) =>
    listEntries(each).map(([name, { value }]) => ({
      name,
      scopes: listValues(value).flatMap((scope) => readWord(scope) ?? []),
    })),
  );
}

function describeScheme(scheme: YamlValue | undefined): Security {
  const type = readWord(findMember(scheme, 'type'));
  const place = readWord(findMember(scheme, 'in'));
  const name = readWord(findMember(scheme, 'name')) ?? 'key';
  if (type === 'apiKey' && place === 'header') return { headers: [[name, 'YOUR-KEY']], query: [] };
  if (type === 'apiKey' && place === 'query')
    return { headers: [], query: [`${encodeURIComponent(name)}=YOUR-KEY`] };
  if (type === 'apiKey') return { headers: [['Cookie', `${name}=YOUR-KEY`]], query: [] };
  if (type === undefined || type === 'mutualTLS') return { headers: [], query: [] };
  const basic = type === 'http' && readWord(findMember(scheme, 'scheme'))?.toLowerCase() === 'basic';
  return { headers: [['Authorization', basic ? 'Basic YOUR-CREDENTIALS' : 'Bearer YOUR-TOKEN']], query: [] };
}

/** What stands for a value that only the reader knows: `PACKAGE_ID`. */
function nameBlank(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
