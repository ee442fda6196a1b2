import type { ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { stringifyHtml } from '../../src/markdown/html/stringify.ts';
import { fc } from '../property.ts';

const library = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

test('HTML is written as the library writes it, whatever elements and attributes there are', () => {
  fc.assert(
    fc.property(fc.array(nodes(), { maxLength: 4 }), (children) => {
      const tree: Root = { type: 'root', children };
      expect(stringifyHtml(tree)).toBe(library.stringify(tree));
    }),
    { numRuns: 400 },
  );
});

function nodes(): fc.Arbitrary<ElementContent> {
  const value = fc.constantFrom(
    'a',
    'a & b < c > "d" \'e\' `f`',
    '',
    '&#x0;',
    '\0',
    '\u00a0港\n',
    '</script>',
  );
  const anyValue = fc.oneof(
    value,
    fc.constantFrom(0, 3, -1, true, false, null, undefined),
    fc.array(fc.constantFrom('a', 'b"', ''), { maxLength: 3 }),
  );
  const properties = fc.dictionary(fc.constantFrom(...PROPERTIES), anyValue, { maxKeys: 3 });
  const text = value.map((text): ElementContent => ({ type: 'text', value: text }));
  const comment = value.map((text): ElementContent => ({ type: 'comment', value: text }));
  return fc.letrec<{ node: ElementContent }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      text,
      comment,
      fc.record({
        type: fc.constant('element' as const),
        tagName: fc.constantFrom(...NAMES),
        properties,
        children: fc.array(tie('node'), { maxLength: 3 }),
      }) as fc.Arbitrary<ElementContent>,
    ),
  })).node;
}

const NAMES = [
  ...[
    'a',
    'p',
    'td',
    'h2',
    'code',
    'li',
    'br',
    'hr',
    'img',
    'wbr',
    'input',
    'svg',
    'path',
    'video',
    'source',
  ],
  ...['script', 'style', 'iframe', 'title', 'foreignObject', 'col', 'x-y', 'DIV', '__proto__', 'constructor'],
];

const PROPERTIES = [
  ...[
    'alt',
    'ariaHidden',
    'ariaLabel',
    'ariaLabelledBy',
    'className',
    'dataFurniture',
    'dataSlot',
    'decoding',
  ],
  ...[
    'height',
    'href',
    'id',
    'loading',
    'name',
    'role',
    'scope',
    'src',
    'start',
    'style',
    'tabIndex',
    'title',
  ],
  ...['width', 'checked', 'disabled', 'hidden', 'download', 'open', 'dataDE', 'data-f', 'headers', 'srcSet'],
  ...['ariaDescribedBy', 'viewBox', 'strokeWidth', 'onClick', 'x"y', 'accept'],
];
