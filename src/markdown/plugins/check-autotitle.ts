import { distance } from 'fastest-levenshtein';
import type { Step } from '../draft.ts';
import { offsetOf } from '../html/offset.ts';
import { visit } from '../visit.ts';

const RIGHT = 'AUTOTITLE';

/** A link whose text is nearly AUTOTITLE would show the misspelt word to readers. */
export const checkAutotitleSpelling: Step = (tree, draft) => {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a' || element.properties.href === undefined) return;
    for (const child of element.children) {
      const text = child.type === 'text' ? child.value.trim() : '';
      if (!isMisspelt(text)) continue;
      draft.problems.push({
        code: 'markdown/autotitle-spelling',
        severity: 'error',
        message: `The text '${text}' of a link is not spelt ${RIGHT}.`,
        hint: `Write \`[${RIGHT}](…)\` to have the title of the target there.`,
        offset: offsetOf(element),
      });
    }
  });
};

/** Other case, or up to two letters wrong. */
function isMisspelt(text: string): boolean {
  if (text === RIGHT || Math.abs(text.length - RIGHT.length) > 2) return false;
  return text.toUpperCase() === RIGHT || distance(text, RIGHT) <= 2;
}
