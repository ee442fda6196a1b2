/** Elements whose words are a line of text of their own. */
const LINES = 'p|h[1-6]|li|td|th|dt|dd|summary|caption|figcaption';
/** One of them, and its words up to the next begin or end of a block. */
const LINE = new RegExp(
  `<(${LINES})((?:\\s[^<>]*)?)>((?:[^<]|<(?!/?(?:${LINES}|[uod]l|table|div|section|pre|blockquote|details|figure|hr)\\b))*)`,
  'g',
);
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** What says nothing of the language around it. */
const NO_WORDS = /<(code|kbd|samp|svg|math)\b[^<>]*>[\s\S]*?<\/\1>|<[^<>]*>|&#?\w+;/g;
const VOID = /<(?:br|wbr|img|input)\b[^<>]*>/g;

/**
 * HTML of a page whose lines run from right to left: lines of it that have no such letter, as those of a text that is not
 * translated, run from left to right, and end with their own marks. They are in the source language.
 *
 * @param attributes `lang` and `dir` of the source language, with a blank before each
 */
export function markDirections(html: string, attributes: string): string {
  return html.replace(LINE, (whole: string, name: string, own: string, content: string) => {
    if (!isForeign(content) || /\s(?:dir|lang)=/.test(own)) return whole;
    if (name !== 'li') return `<${name}${own}${attributes}>${content}`;
    // The number of an item stays on its side.
    return isBalanced(content) ? `<li${own}><span${attributes}>${content}</span>` : whole;
  });
}

function isForeign(content: string): boolean {
  const words = content.replace(NO_WORDS, ' ');
  return /\p{L}[^\p{L}]+\p{L}|\p{L}[.:!?]\s*$/u.test(words) && !RIGHT_TO_LEFT.test(words);
}

/** Whether elements that begin in a text end in it. */
function isBalanced(content: string): boolean {
  const tags = content.replace(VOID, '').match(/<\/?\w/g) ?? [];
  let depth = 0;
  for (const tag of tags) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
