import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

// Dangerous: nodes of the type `raw` as they are; none is left after parsing, so that is never used.
const processor = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

export function stringifyHtml(tree: Root): string {
  return processor.stringify(tree);
}
