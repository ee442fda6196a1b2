import { openText, type RenderStep } from '../render-context.ts';
import type { CalloutKind } from '../types.ts';
import { visit } from '../visit.ts';

const KINDS: readonly CalloutKind[] = ['note', 'tip', 'important', 'warning', 'caution'];

/** The title word of an alert depends on the language of the page, so it is left open. */
export const openCalloutWords: RenderStep = (tree, draft) => {
  visit(tree, 'element', ({ properties, children }) => {
    const word = KINDS.find((kind) => kind === properties.dataWord);
    const [text] = children;
    if (word === undefined || properties.dataFurniture === undefined || text?.type !== 'text') return;
    delete properties.dataWord;
    openText(draft, { kind: 'word', word }, text);
  });
};
