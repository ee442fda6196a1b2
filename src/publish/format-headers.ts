import type { SiteConfig } from '../config/index.ts';

/**
 * What pages of a site need of a browser, and nothing else: the value of `Content-Security-Policy`. Nothing of it is inline. The search is
 * a program in WebAssembly; pictures may stand in pages themselves (`data:`) and come from elsewhere; videos are frames.
 */
export function formatPolicy({ search }: Pick<SiteConfig, 'search'>): string {
  return [
    "default-src 'none'",
    `script-src 'self'${search ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data: https:",
    "connect-src 'self'",
    "font-src 'self'",
    "media-src 'self' https:",
    'frame-src https:',
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** `_headers` as Netlify and Cloudflare read it: the policy for every file, and how long browsers keep the theme. */
export function formatHeaders(config: Pick<SiteConfig, 'search' | 'basePath'>): string {
  const { basePath } = config;
  return [
    `${basePath}*`,
    `  Content-Security-Policy: ${formatPolicy(config)}`,
    '  X-Content-Type-Options: nosniff',
    `${basePath}theme/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
}
