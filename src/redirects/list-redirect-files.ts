import type { RedirectFormat } from '../config/index.ts';
import { formatJson } from './format-json.ts';
import { formatNginx } from './format-nginx.ts';
import { formatCloudflare, formatNetlify } from './format-rules.ts';
import type { Redirect } from './types.ts';

/** A list of redirects for a host, in the form that it reads. */
export interface RedirectFile {
  /** Relative to the output folder. */
  readonly output: string;
  readonly render: () => string;
}

const FORMATS = {
  json: { output: 'redirects.json', format: formatJson },
  netlify: { output: '_redirects', format: formatNetlify },
  cloudflare: { output: '_redirects', format: formatCloudflare },
  nginx: { output: 'redirects.nginx.map', format: formatNginx },
} satisfies Record<
  RedirectFormat,
  { readonly output: string; readonly format: (redirects: readonly Redirect[]) => string }
>;

/** The lists that a site file asks for, in its order. */
export function listRedirectFiles(
  redirects: readonly Redirect[],
  formats: readonly RedirectFormat[],
): readonly RedirectFile[] {
  return formats.map((name) => {
    const { output, format } = FORMATS[name];
    return { output, render: () => format(redirects) };
  });
}
