/** Files that a browser opens as a document, so that scripts in them run on behalf of the site. */
const DOCUMENT = /\.(?:s?html?|xhtml?|xht|xml|xslt?|svgz|mht(?:ml)?)$/i;

/** Whether a file of `assets/` can run code in the browser of somebody who opens its address, whatever it holds. */
export function isActiveName(file: string): boolean {
  return DOCUMENT.test(file);
}

/**
 * Elements that load or are code, handlers, addresses that run, and what hides any of these: entities, style sheets of XML, character
 * references in addresses.
 */
const ACTIVE =
  /<(?:[\w-]+:)?(?:script|iframe|embed|object|handler|listener)\b|[\s"'/]on[a-z]+\s*=|(?:href|src|from|to|values)\s*=\s*(?:["']\s*)?(?:javascript|vbscript|data:(?!image\/(?!svg)|font\/))|href\s*=\s*["'][^"'#]*&#|<!ENTITY|<\?xml-stylesheet/i;

/** Whether a drawing holds code. As an image it runs nothing; opened by its address it does. */
export function isActiveDrawing(bytes: Uint8Array): boolean {
  // Of UTF-16 every other byte is NUL.
  return ACTIVE.test(Buffer.from(bytes).toString('latin1').replaceAll('\0', ''));
}
