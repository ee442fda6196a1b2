import { distance } from 'fastest-levenshtein';
import type { Root, Text } from 'hast';
import { offsetOf } from '../html/offset.ts';
import type { RenderContext, RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

const RIGHT = 'AUTOTITLE';
/** In a text: no link was made of the brackets. */
export const LOOSE_AUTOTITLE = /\[\s*AUTOTITLE\s*\]/;

/** Readers would see the word itself: in a link that nearly says AUTOTITLE, and in brackets that are no link. */
export const checkAutotitle: RenderStep = (tree, draft) => {
  checkSpelling(tree, draft);
  checkBrackets(tree, draft);
};

function checkSpelling(tree: Root, draft: RenderContext): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'a' || element.properties.href === undefined) return;
    for (const child of element.children) {
      const text = child.type === 'text' ? child.value.trim() : '';
      if (!isMisspeltAutotitle(text)) continue;
      draft.problems.push({
        code: 'markdown/autotitle-spelling',
        severity: 'error',
        message: `The text '${text}' of a link is not spelt ${RIGHT}.`,
        hint: `Write \`[${RIGHT}](…)\` to have the title of the target there.`,
        offset: offsetOf(element),
      });
    }
  });
}

/** `[AUTOTITLE]`, `[AUTOTITLE][reference]` without its definition, `[AUTOTITLE] (/x)`. */
function checkBrackets(tree: Root, draft: RenderContext): void {
  if (!/AUTOTITLE|&/.test(draft.markdown)) return;
  visit(tree, 'text', (text, _, parent) => {
    if (!LOOSE_AUTOTITLE.test(text.value) || (parent?.type === 'element' && parent.tagName === 'code'))
      return;
    draft.problems.push({
      code: 'markdown/autotitle-brackets',
      severity: 'warning',
      message: 'AUTOTITLE is in brackets that are not a link, so readers see the word.',
      hint: 'Write `[AUTOTITLE](/folder/article)`, without a space in between, or define the reference that it names.',
      offset: findInSource(text, draft),
    });
  });
}

/** Where the brackets are written: a text need not be as long as what it was made of. */
function findInSource({ position }: Text, { markdown }: RenderContext): number {
  const start = position?.start.offset ?? 0;
  const found = markdown.slice(start, position?.end.offset).search(LOOSE_AUTOTITLE);
  return found === -1 ? start : start + found;
}

/** Other case, or up to two letters wrong. */
export function isMisspeltAutotitle(text: string): boolean {
  if (text === RIGHT || Math.abs(text.length - RIGHT.length) > 2) return false;
  return text.toUpperCase() === RIGHT || distance(text, RIGHT) <= 2;
}
