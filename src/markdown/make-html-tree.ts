import type { Root as HtmlRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import { defaultHandlers, type Handler, type Options, toHast } from 'mdast-util-to-hast';
import { visitAll } from './visit.ts';

/**
 * A Markdown tree to an HTML tree, by mdast-util-to-hast. That looks for definitions in all that it is given, at half the
 * price of the rest. So it is given a root that holds nothing else, and the root itself when it asks what to make of that.
 */
export function makeHtmlTree(tree: Root, options: Options): HtmlRoot {
  const root = ((state) => defaultHandlers.root(state, tree)) as Handler;
  const definitions: Root = { type: 'root', children: findDefinitions(tree) };
  return toHast(definitions, { ...options, handlers: { ...options.handlers, root } }) as HtmlRoot;
}

function findDefinitions(tree: Root): RootContent[] {
  const definitions: RootContent[] = [];
  visitAll(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
  });
  return definitions;
}
