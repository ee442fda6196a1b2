const ADDRESSES = new Set(['href', 'src', 'srcSet', 'poster', 'cite']);
/** Schemes that run nothing. */
export const SCHEMES: ReadonlySet<string> = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'sms',
  'ftp',
  'irc',
  'ircs',
  'xmpp',
]);

/**
 * Whether the value of an attribute is no address, or one that runs nothing: without scheme, of a known harmless
 * scheme, or for an image the image itself (`data:image/png`). What browsers read over (blanks, control characters)
 * makes a scheme unknown here, and so unsafe.
 */
export function isSafeAddress(tagName: string, name: string, value: string): boolean {
  if (!ADDRESSES.has(name)) return true;
  if (tagName === 'iframe') return /^https:\/\//i.test(value);
  const scheme = /^([^/?#]*?):/.exec(value)?.[1]?.toLowerCase();
  if (scheme === undefined || SCHEMES.has(scheme)) return true;
  return tagName === 'img' && name === 'src' && /^data:image\/[a-z+.-]+[;,]/i.test(value);
}

/** The value of an attribute with the scheme of its address in small letters, in which alone the sanitizer knows schemes. */
export function spellAddress(name: string, value: string): string {
  if (!ADDRESSES.has(name)) return value;
  return value.replace(/^[^/?#:]*:/, (scheme) => scheme.toLowerCase());
}
