import type { Call } from './describe-call.ts';

/** A call with `curl`, which can be pasted into a shell of Unix. */
export function writeCurl({ method, url, headers, cookies, body }: Call): string {
  const isGet = method === 'GET' && body === undefined;
  return [
    `curl ${isGet ? '' : `-X ${method} `}${quote(url)}`,
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(cookies === '' ? [] : [`-b ${quote(cookies)}`]),
    ...(body === undefined ? [] : [`-d ${quote(body.text)}`]),
  ].join(' \\\n  ');
}

/** One word of a shell. */
function quote(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
