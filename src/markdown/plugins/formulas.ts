import type { ElementContent } from 'hast';
import { createElement } from '../html/create-element.ts';
import { offsetOf } from '../html/offset.ts';
import type { Formula } from '../math/formula.ts';
import { readDollars } from '../math/hide-formulas.ts';
import { renderTex } from '../math/render-tex.ts';
import type { RenderContext, RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/** Makes MathML of formulas; one that is broken shows its source. */
export const buildFormulas: RenderStep = (tree, draft) => {
  visit(tree, 'formula', (formula, index, parent) => {
    if (parent === undefined || index === undefined) return;
    parent.children[index] = buildFormula(formula, draft);
  });
};

function buildFormula(formula: Formula, { problems }: RenderContext): ElementContent {
  const { value, source } = formula;
  const dollars = readDollars(source);
  const built = renderTex(value, dollars === '$$');
  if ('tagName' in built) return built;
  const start = offsetOf(formula);
  const isAsWritten = source.slice(dollars.length, -dollars.length) === value;
  problems.push({
    code: 'markdown/formula',
    severity: 'warning',
    message: `The formula cannot be shown: ${built.message}.`,
    hint: 'Readers see its source. If it is not a formula, write \\$ for each dollar.',
    offset: start + (isAsWritten ? dollars.length + built.offset : 0),
    end: start + source.length,
  });
  return createElement('code', {}, [{ type: 'text', value: source }]);
}
