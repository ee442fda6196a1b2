import type { Properties } from 'hast';

/** Aligns the text of an element by a class of the theme: a strict policy forbids the attribute `style`. */
export function alignText(properties: Properties, align: string): void {
  if (!/^(?:left|center|right|justify)$/i.test(align)) return;
  const { className } = properties;
  properties.className = [...(Array.isArray(className) ? className : []), `align-${align.toLowerCase()}`];
}
