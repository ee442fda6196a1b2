/**
 * An address as every host's file can hold it: percent-encoded but for signs that mean nothing anywhere, so no blank,
 * quote, `;`, `$`, `#`, `*` or `:`. What is encoded already stays.
 */
export function encodeTarget(href: string): string {
  const whole = href.replace(/\p{Surrogate}/gu, '\uFFFD');
  return whole.replace(/%(?![0-9A-Fa-f]{2})|[^\w\-.~!&()+,=@/%]/gu, encodeSign);
}

/**
 * An address in the spelling that Cloudflare's server of static files answers: every segment as `encodeURIComponent` has it.
 *
 * @example encodeSegments('/en/server@3.2/a+b/') // '/en/server%403.2/a%2Bb/'
 */
export function encodeSegments(href: string): string {
  return encodeTarget(href)
    .split('/')
    .map((segment) => encodeURIComponent(decodeURIComponent(segment)))
    .join('/');
}

function encodeSign(sign: string): string {
  const bytes = [...new TextEncoder().encode(sign)];
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
