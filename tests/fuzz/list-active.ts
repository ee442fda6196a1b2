import type { Element, Nodes } from 'hast';

/** Elements that run, load or send something, or have another document in them. */
const ELEMENTS = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'applet',
  'frame',
  'form',
  'base',
  'meta',
  'link',
  'template',
  'portal',
  'animate',
  'set',
  'foreignobject',
]);

const SAFE_SCHEMES = /^(?:https?|mailto|tel|x-github-client|vscode|ftp|irc|xmpp):/i;

/** What of a page a browser would run, load or obey, in the order of the page. Attributes as they are in the tree of a parser of HTML5. */
export function listActive(tree: Nodes): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') found.push(...judgeElement(node));
    if ('children' in node) for (const child of node.children) visit(child as Nodes);
    if (node.type === 'element' && node.content !== undefined) visit(node.content);
  };
  visit(tree);
  return found;
}

function judgeElement({ tagName, properties }: Element): readonly string[] {
  const name = tagName.toLowerCase();
  const found = ELEMENTS.has(name) ? [`<${name}> ${String(properties.src ?? properties.href ?? '')}`] : [];
  for (const [attribute, value] of Object.entries(properties)) {
    const text = String(value);
    if (/^on/i.test(attribute)) found.push(`${name} ${attribute}`);
    if (/^(?:srcdoc|style|formaction|action|background|ping|xlinkhref)$/i.test(attribute))
      found.push(`${name} ${attribute}=${text}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave them out of schemes.
    const scheme = text.replace(/[\u0000-\u0020]/g, '');
    const isAddress = /^(?:href|src|cite|poster|data|longdesc)$/i.test(attribute);
    if (isAddress && /^[a-z][a-z0-9+.-]*:/i.test(scheme) && !SAFE_SCHEMES.test(scheme))
      found.push(`${name} ${attribute}=${scheme.slice(0, 40)}`);
  }
  return found;
}
