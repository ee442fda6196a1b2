import type { Element, ElementContent } from 'hast';

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

/** Whether a box has headings, and nothing else that a reader sees: what they are for is gone. */
export function isHeadingAlone({ tagName, children }: Element): boolean {
  if (!BOXES.has(tagName)) return false;
  const shown = children.flatMap(listShown);
  return shown.length > 0 && shown.every((child) => child.type === 'element' && HEADING.test(child.tagName));
}

const BOXES: ReadonlySet<string> = new Set(['div', 'section']);
/** A control behind a blank line leaves an empty paragraph. */
const FRAMES: ReadonlySet<string> = new Set([...BOXES, 'p']);
const HEADING = /^h[1-6]$/;

/** What is inside of boxes, without blanks and comments. */
function listShown(child: ElementContent): readonly ElementContent[] {
  if (child.type === 'comment' || (child.type === 'text' && child.value.trim() === '')) return [];
  const isFrame = child.type === 'element' && FRAMES.has(child.tagName);
  return isFrame ? child.children.flatMap(listShown) : [child];
}
