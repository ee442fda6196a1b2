import { isElement, isHeading, type Node, PHRASE } from './node.ts';
import type { SplitWords } from './split-words.ts';

/** How much of their words two nodes share, to 1; 0 where it is too little for one to be the other, changed. */
export type Similarity = (before: Node, after: Node) => number;

/** A function that remembers the words of the nodes it has seen. */
export function createSimilarity(splitWords: SplitWords): Similarity {
  const known = new WeakMap<Node, WordBag>();
  return (before, after) => {
    if (kindOf(before) !== kindOf(after)) return 0;
    const shared = compareBags(bagOf(before), bagOf(after));
    return shared >= (isElement(after) && HOLDERS.has(after.name) ? 0.2 : 0.4) ? shared : 0;
  };

  function bagOf(node: Node): WordBag {
    const found = known.get(node);
    if (found !== undefined) return found;
    const counts = new Map<string, number>();
    countWords(node, counts);
    const bag = { counts, weight: weigh(counts) };
    known.set(node, bag);
    return bag;
  }

  /** Texts one by one: words of two cells are not one word. */
  function countWords(node: Node, counts: Map<string, number>): void {
    if (isElement(node)) for (const child of node.children) countWords(child, counts);
    else
      for (const word of splitWords(node.text))
        if (/[\p{L}\p{N}]/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

/** How often a text has each word, and the weight of all. */
interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly weight: number;
}

/** Dice's coefficient of two bags of words, each word weighed by its length: names say more than articles. */
function compareBags(before: WordBag, after: WordBag): number {
  let shared = 0;
  for (const [word, count] of before.counts)
    shared += Math.min(count, after.counts.get(word) ?? 0) * word.length;
  const sum = before.weight + after.weight;
  return sum === 0 ? 0 : (2 * shared) / sum;
}

function weigh(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, count] of counts) sum += count * word.length;
  return sum;
}

/** Headings of two depths are of one kind; so are the cells of head and body. */
function kindOf(node: Node): string {
  if (!isElement(node)) return 'text';
  if (isHeading(node)) return 'heading';
  return KINDS[node.name] ?? node.name;
}

/** Their parts are compared by themselves, so that less in common is enough. */
const HOLDERS = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'div',
  'section',
  'details',
  'blockquote',
  'li',
  'tr',
]);

const KINDS: Readonly<Record<string, string>> = {
  th: 'cell',
  td: 'cell',
  ol: 'list',
  ul: 'list',
  [PHRASE]: 'p',
};
