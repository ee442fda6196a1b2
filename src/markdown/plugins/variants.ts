import type { Element, Root } from 'hast';
import type { RenderStep } from '../render-context.ts';

const VARIANT = /^(platform|tool)-(.+)$/;

/** Collects the platforms and tools that have a block (`div.platform-mac`, `div.tool-cli`) in the text. */
export const collectVariants: RenderStep = (tree, draft) => {
  visitWithVariant(tree, (element) => {
    const match = matchVariant(element);
    if (match !== undefined) (match.axis === 'platform' ? draft.platforms : draft.tools).add(match.name);
  });
};

/** Visits every element, outer ones first, with the name of the innermost platform or tool block around it. */
export function visitWithVariant(
  node: Root | Element,
  enter: (element: Element, variant: string | undefined) => void,
  variant?: string,
): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    enter(child, variant);
    visitWithVariant(child, enter, matchVariant(child)?.name ?? variant);
  }
}

function matchVariant({ tagName, properties }: Element): { axis: string; name: string } | undefined {
  if (tagName !== 'div' || !Array.isArray(properties.className)) return undefined;
  for (const name of properties.className) {
    const match = VARIANT.exec(String(name));
    if (match?.[1] !== undefined && match[2] !== undefined) return { axis: match[1], name: match[2] };
  }
  return undefined;
}
