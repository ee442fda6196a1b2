import fc from 'fast-check';
import type { Element, Nodes, Properties, Root } from 'hast';
import { html, svg } from 'property-information';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { stringifyHtml } from '../../src/markdown/html/stringify.ts';

const library = unified()
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze();

function expectEqual(children: readonly Nodes[]): void {
  const tree = { type: 'root', children } as Root;
  expect(stringifyHtml(tree)).toBe(library.stringify(tree));
}

const VALUES = [true, false, null, undefined, 0, -1.5, Number.NaN, '', 'a', 'a b', `<"'&\`=\0>`, '日本'];
const LISTS = [[], [''], ['a'], ['a', 1], ['a', ''], ['', 'a b']];

test('every attribute that is known is written as by the library, whatever its value', () => {
  const names = [
    ...Object.keys(html.property),
    ...Object.keys(svg.property),
    'dataFoo',
    'dataFooBar1',
    'data-a',
    'x"y',
    'xLang',
  ];
  for (const tagName of ['div', 'svg']) {
    for (const name of names) {
      for (const value of [...VALUES, ...LISTS, name.toLowerCase()])
        expectEqual([{ type: 'element', tagName, properties: { [name]: value }, children: [] }]);
    }
  }
});

test('trees are written as by the library', () => {
  const tagNames = [
    'p',
    'br',
    'IMG',
    'svg',
    'path',
    'title',
    'foreignObject',
    'script',
    'style',
    'template',
    'textarea',
  ];
  const words = fc
    .array(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '<',
        '>',
        '&',
        '-',
        '!',
        '<!--',
        '-->',
        '"',
        "'",
        '&amp;',
        '日',
        '\u00a0',
        '\0',
      ),
    )
    .map((parts) => parts.join(''));
  const { node } = fc.letrec<{ node: Nodes }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      words.map((value): Nodes => ({ type: 'text', value })),
      words.map((value): Nodes => ({ type: 'comment', value })),
      fc
        .record({
          tagName: fc.constantFrom(...tagNames),
          properties: fc.dictionary(
            fc.constantFrom('className', 'href', 'viewBox', 'strokeWidth', 'hidden', 'download', 'dataA'),
            fc.constantFrom<Properties[string]>(...VALUES, ...LISTS),
          ),
          children: fc.array(tie('node'), { maxLength: 3 }),
        })
        .map(createElement),
    ),
  }));
  fc.assert(fc.property(fc.array(node, { maxLength: 3 }), expectEqual), { numRuns: 500, seed: 1 });
});

/** The children of a template are its content. */
function createElement({
  tagName,
  properties,
  children,
}: Pick<Element, 'tagName' | 'properties'> & { children: Nodes[] }): Nodes {
  const inside = children as Element['children'];
  const element: Element = { type: 'element', tagName, properties, children: inside };
  return tagName === 'template'
    ? { ...element, children: [], content: { type: 'root', children: inside } }
    : element;
}
