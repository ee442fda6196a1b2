import { type Call, isMultipart } from './describe-call.ts';

/**
 * A call with `fetch`, for a module in JavaScript. Undefined where `fetch` takes no such call, or a form with files, which no example
 * has.
 */
export function writeFetch(call: Call): string | undefined {
  const { method, url, headers, cookies, body, accept } = call;
  const isBodiless = method === 'GET' || method === 'HEAD';
  if (method === 'TRACE' || (body !== undefined && (isBodiless || isMultipart(body.contentType))))
    return undefined;
  const all = cookies === '' ? headers : [...headers, ['Cookie', cookies] as const];
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quote(method)}`]),
    ...(all.length === 0 ? [] : [`headers: ${writeObject(all)}`]),
    ...(body === undefined ? [] : [`body: ${writeBody(body)}`]),
  ];
  const given = options.length === 0 ? '' : `, {\n${options.map((each) => `  ${each},\n`).join('')}}`;
  return `const response = await fetch(${quote(url)}${given});${readAnswer(method, accept)}`;
}

function readAnswer(method: string, accept: string | undefined): string {
  if (accept === undefined || method === 'HEAD') return '';
  return `\nconst answer = await response.${isJson(accept) ? 'json' : 'text'}();`;
}

function writeObject(entries: readonly (readonly [string, string])[]): string {
  const lines = entries.map(([name, value]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
    return `    ${key}: ${quote(value)},\n`;
  });
  return `{\n${lines.join('')}  }`;
}

/** JSON is an object of the language, where that becomes the same text again: numbers may be larger or more exact than its own. */
function writeBody({ contentType, text }: NonNullable<Call['body']>): string {
  if (isJson(contentType) && staysSame(text)) return `JSON.stringify(${text.replaceAll('\n', '\n  ')})`;
  return quote(text);
}

function staysSame(json: string): boolean {
  if (json.includes('"__proto__"')) return false;
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2) === json;
  } catch {
    return false;
  }
}

function isJson(type: string): boolean {
  return /[/+](?:\w+-)?json\b/i.test(type) || type === '*/*';
}

/** A text of JavaScript on one line. */
function quote(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r');
  return `'${escaped}'`;
}
