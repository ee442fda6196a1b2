import type { Nodes, Root, RootContent } from 'mdast';
import type { Parser } from '../types.ts';
import { visitAll } from '../visit.ts';
import { parseNatively } from './native.ts';
import { hasDefinitions, hasOddCharacters, hasQuirks } from './native-quirks.ts';
import { parseByReference } from './reference.ts';
import { type Stretch, splitStretches } from './split-stretches.ts';

/**
 * Markdown to a tree, the same by either parser: the native one gets no more than what it surely reads as the
 * reference does, for it knows nothing of the older syntax.
 */
export function parseTree(markdown: string, parser: Parser): Root {
  if (parser === 'reference' || parseNatively === undefined || hasOddCharacters(markdown))
    return parseByReference(markdown);
  const stretches = splitStretches(markdown, hasQuirks(markdown) ? hasQuirks : () => false);
  const [first] = stretches;
  if (stretches.length > 1 && !hasDefinitions(markdown))
    return parseInParts(markdown, stretches, parseNatively);
  return stretches.length === 1 && first?.isOld === false
    ? parseNatively(markdown)
    : parseByReference(markdown);
}

function parseInParts(
  markdown: string,
  stretches: readonly Stretch[],
  parse: (markdown: string) => Root,
): Root {
  // With empty lines in their place, so that all offsets are right; the numbers of lines are not, and nobody asks.
  const rest = stretches
    .map(({ start, end, isOld }) => {
      const text = markdown.slice(start, end);
      return isOld ? '\n'.repeat(text.length) : text;
    })
    .join('');
  const tree = parse(rest);
  const old = stretches.filter(({ isOld }) => isOld).flatMap((stretch) => parseOld(markdown, stretch));
  return { ...tree, children: [...tree.children, ...old].sort((a, b) => offsetOf(a) - offsetOf(b)) };
}

function parseOld(markdown: string, { start, end }: Stretch): RootContent[] {
  const tree = parseByReference(markdown.slice(start, end));
  visitAll(tree, ({ position }) => {
    if (position === undefined) return;
    for (const point of [position.start, position.end]) point.offset = (point.offset ?? 0) + start;
  });
  return tree.children;
}

function offsetOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}
