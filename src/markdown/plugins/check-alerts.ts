import { findNearest } from '../../diagnostics/index.ts';
import { offsetOf } from '../html/offset.ts';
import type { RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';
import { ALERT_KINDS } from './alerts.ts';

/** A quotation that begins like a callout of a kind that does not exist stays one, and readers see the brackets. */
export const checkAlerts: RenderStep = (tree, draft) => {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'blockquote') return;
    const paragraph = element.children.find((child) => child.type === 'element');
    const text = paragraph?.children[0];
    const kind = text?.type === 'text' ? /^\[!([\p{L}\d_-]+)\]/u.exec(text.value)?.[1] : undefined;
    if (kind === undefined) return;
    const nearest = findNearest(kind.toLowerCase(), ALERT_KINDS);
    const kinds = ALERT_KINDS.map((each) => each.toUpperCase());
    draft.problems.push({
      code: 'markdown/unknown-alert',
      severity: 'warning',
      message: `There is no callout of the kind '${kind}', so readers see a quotation.`,
      hint:
        nearest === undefined
          ? `The kinds are ${kinds.join(', ')}.`
          : `Did you mean '[!${nearest.toUpperCase()}]'?`,
      offset: offsetOf(element),
    });
  });
};
