import type { Element } from 'hast';

const CONTROLS: ReadonlySet<string> = new Set(['button', 'input', 'select', 'textarea']);

/**
 * Whether an element of raw HTML works by a script alone that pages here do not have: a control with a class for one, or what stays
 * hidden until one shows it. Landing pages of older content have filters with a button "Show more" and a sentence for no result.
 */
export function isScriptPart({ tagName, properties }: Element): boolean {
  const { className } = properties;
  if (!Array.isArray(className) || className.length === 0) return false;
  const names = className.map(String);
  const isHooked = names.some((name) => /^js-./.test(name));
  if (CONTROLS.has(tagName)) return isHooked;
  // `d-md-block` and its like show it where there is room.
  return names.includes('d-none') && isHooked && !names.some((name) => /^d-[a-z]{2}-/.test(name));
}
