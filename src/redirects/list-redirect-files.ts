import type { RedirectFormat, SiteConfig } from '../config/index.ts';
import { listAsJson } from './list-as-json.ts';
import { listForCloudflare } from './list-for-cloudflare.ts';
import { listForNetlify } from './list-for-netlify.ts';
import { listForNginx } from './list-for-nginx.ts';
import type { HostList, Redirect } from './types.ts';

/** A list of redirects for a host, in the form that it reads. */
export interface RedirectFile {
  /** Relative to the output folder. */
  readonly output: string;
  readonly render: () => string;
}

/** What of a site file and of the files of a site lists depend on. */
export interface RedirectScope {
  readonly config: Pick<SiteConfig, 'basePath' | 'redirects' | 'redirectStubs'>;
  readonly corpus: { readonly assets: ReadonlySet<string> };
}

const FORMATS = {
  json: { output: 'redirects.json', list: listAsJson },
  netlify: { output: '_redirects', list: listForNetlify },
  cloudflare: {
    output: '_redirects',
    list: (redirects, { config, corpus }) => listForCloudflare(redirects, { ...config, ...corpus }),
  },
  nginx: { output: 'redirects.nginx.map', list: listForNginx },
} satisfies Record<
  RedirectFormat,
  {
    readonly output: string;
    readonly list: (redirects: readonly Redirect[], scope: RedirectScope) => HostList;
  }
>;

/** The lists that a site file asks for, in its order. */
export function listRedirectFiles(
  redirects: readonly Redirect[],
  scope: RedirectScope,
): readonly RedirectFile[] {
  return scope.config.redirects.map((name) => {
    const { output, list } = FORMATS[name];
    return { output, render: () => list(redirects, scope).text };
  });
}

/** The redirects that need a stub: all, or where the site wants no others those that one of its lists cannot say. */
export function listStubs(redirects: readonly Redirect[], scope: RedirectScope): readonly Redirect[] {
  if (scope.config.redirectStubs !== false) return redirects;
  const lists = scope.config.redirects.map((name) => FORMATS[name].list(redirects, scope));
  return redirects.filter((redirect) => !lists.every(({ serves }) => serves(redirect)));
}
