import type { Element } from 'hast';
import { alignText } from '../html/align-text.ts';

/**
 * Says by attributes and classes what of a style they can say, for these need no script under a strict policy: the alignment of
 * text, and sizes of what has attributes for them. Returns the rest as it is written.
 */
export function placeStyle(element: Element, style: string): string {
  const declarations = style.split(';').filter((part) => part.trim() !== '');
  const rest = declarations.filter((declaration) => !placeDeclaration(element, declaration));
  return rest.length === declarations.length ? style : rest.map((part) => part.trim()).join('; ');
}

/** False where only the style itself can say it. */
function placeDeclaration({ tagName, properties }: Element, declaration: string): boolean {
  const [, name = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^\s;]+)\s*$/i.exec(declaration) ?? [];
  const property = name.toLowerCase();
  if (property === 'text-align' && /^(?:left|center|right|justify)$/i.test(value)) {
    alignText(properties, value);
    return true;
  }
  if (property === 'display' && value.toLowerCase() === 'none') {
    properties.hidden = true;
    return true;
  }
  const size = /^(\d{1,4})(px|%)$/i.exec(value);
  if (size === null || !(SIZED[tagName]?.includes(property) ?? false)) return false;
  const [, number = '', unit = ''] = size;
  // Heights in parts go by what is around, which has none of its own.
  if (unit === '%' && property === 'height') return false;
  properties[property] = unit === '%' ? `${number}%` : Number(number);
  return true;
}

/** Attributes that the style sheet of the theme leaves alone. */
const SIZED: Readonly<Record<string, readonly string[]>> = {
  col: ['width'],
  img: ['width', 'height'],
  td: ['width', 'height'],
  th: ['width', 'height'],
  tr: ['height'],
  video: ['width', 'height'],
};
