import type { Lead } from './targets.ts';

/** Attributes that hold one address, those of the theme's own scripts among them. */
const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'poster',
  'data',
  'data-search',
  'data-dialog',
  'data-styles',
  'data-engine',
]);

const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*`;

/** Comments; elements whose text is no HTML, in two parts; other tags. */
const MARKUP = new RegExp(
  String.raw`<!--[\s\S]*?-->|(<(script|style|textarea|title)\b${ATTRIBUTES}>)([\s\S]*?<\/\2\s*>)|<[a-z]${ATTRIBUTES}>`,
  'gi',
);

const ATTRIBUTE = /(\s)([\w:-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/g;

/** What a page of a bundle has that no other has. */
export interface PageFrame {
  /** File of the script that stands in for what a disk cannot do. */
  readonly script: string;
  readonly basePath: string;
}

/** A page whose addresses lead from file to file. */
export function rewritePage(page: string, from: string, lead: Lead, { script, basePath }: PageFrame): string {
  const first = `<script src="${lead(`${basePath}${script}`, from)}" data-base="${basePath}"></script>`;
  return page
    .replace(MARKUP, (markup: string, head?: string, name?: string, rest = '') => {
      if (markup.startsWith('<!--')) return markup;
      if (head === undefined) return rewriteTag(markup, from, lead);
      const text = name?.toLowerCase() === 'style' ? rewriteStyle(rest, from, lead) : rest;
      return rewriteTag(head, from, lead) + text;
    })
    .replace(/<head\b[^>]*>/i, (head) => `${head}\n${first}`);
}

/** A style sheet whose pictures and fonts are found from its file. */
export function rewriteStyle(text: string, from: string, lead: Lead): string {
  return text.replace(
    /(url\(\s*|@import\s+)(["']?)(\/(?!\/)[^"')]*)/g,
    (_, start: string, quote: string, href: string) => `${start}${quote}${leadHref(href, from, lead)}`,
  );
}

function rewriteTag(tag: string, from: string, lead: Lead): string {
  // No page of a disk may load what comes before it is asked for, nor a module.
  if (/^<link\b/i.test(tag) && /\srel=["']?(?:module)?preload\b/i.test(tag)) return '';
  const isModule = /^<script\b/i.test(tag) && /\ssrc=/i.test(tag) && /\stype="module"/i.test(tag);
  const plain = isModule ? tag.replace(/\stype="module"/i, ' defer') : tag;
  const isRefresh = /^<meta\b/i.test(tag) && /\shttp-equiv="refresh"/i.test(tag);
  return plain.replace(
    ATTRIBUTE,
    (whole: string, space: string, name: string, sign: string, written: string) => {
      const [quote] = /^["']/.exec(written) ?? [''];
      const value = quote === '' ? written : written.slice(1, -1);
      const led = rewriteValue(name.toLowerCase(), value, isRefresh, (href) => leadHref(href, from, lead));
      return led === value ? whole : `${space}${name}${sign}${quote}${led}${quote}`;
    },
  );
}

function rewriteValue(
  name: string,
  value: string,
  isRefresh: boolean,
  leadOn: (href: string) => string,
): string {
  if (ADDRESSES.has(name)) return leadOn(value);
  if (name === 'srcset' || name === 'imagesrcset')
    return value.replace(/(^|,\s*)(\/[^\s,]+)/g, (_, start: string, href: string) => start + leadOn(href));
  if (isRefresh && name === 'content')
    return value.replace(/(;\s*url=)(.*)$/i, (_, start: string, href: string) => start + leadOn(href));
  return value;
}

/** Query and fragment stay as they are written. */
function leadHref(href: string, from: string, lead: Lead): string {
  const [path = '', suffix = ''] = href.split(/(?=[?#])(.*)/s);
  const led = lead(path.replaceAll('&amp;', '&'), from);
  return led.replaceAll('&', '&amp;') + suffix;
}
