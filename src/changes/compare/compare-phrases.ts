import { type DiffStretch, diffKeys } from './diff-keys.ts';
import { describeElement } from './fingerprint.ts';
import { createCompareNode, type Element, isElement, type Node } from './node.ts';
import type { SplitWords } from './split-words.ts';
import type { CompareOptions } from './types.ts';

/** Two runs of words made one; undefined where they have too little in common to be read as one. */
export type ComparePhrases = (before: readonly Node[], after: readonly Node[]) => readonly Node[] | undefined;

/** A word, or something that stands in a line like one, with the elements around it, outermost first. */
interface Word {
  readonly node: Node;
  readonly text: string;
  readonly around: readonly Element[];
  readonly key: string;
}

/** A stretch of words with what became of them. */
interface Run {
  readonly kind: DiffStretch['kind'];
  readonly words: readonly Word[];
}

/** Share of the longer text that has to stay. */
const SHARED = 0.25;

export function createPhraseComparer(options: CompareOptions, splitWords: SplitWords): ComparePhrases {
  const { readAddress, names, words } = options;
  return (before, after) => {
    const [older, newer] = [listWords(before, [], []), listWords(after, [], [])];
    const stretches = diffKeys(listKeys(older), listKeys(newer));
    const runs = findRuns(stretches, older, newer);
    const pairs = pairWords(stretches, older, newer);
    const moved = findMovedLinks(pairs);
    if (moved.size === 0 && runs.every(({ kind }) => kind === 'equal')) return after;
    const kept = measure(runs.filter(({ kind }) => kind === 'equal').flatMap((run) => run.words));
    if (kept < SHARED * Math.max(measure(older), measure(newer))) return undefined;
    return nest(joinTorn(runs), pairAround(pairs), moved, words);
  };

  function listWords(nodes: readonly Node[], around: readonly Element[], list: Word[]): readonly Word[] {
    for (const node of nodes) {
      if (!isElement(node)) addText(node.text, around, list);
      else if (node.children.length > 0 && !WHOLE.has(node.name)) {
        listWords(node.children, [...around, node], list);
      } else
        list.push({ node, text: '', around, key: `${keyOf(around)}\0${describeElement(node, readAddress)}` });
    }
    return list;
  }

  function addText(text: string, around: readonly Element[], list: Word[]): void {
    const key = keyOf(around);
    for (const word of splitWords(text)) {
      list.push({
        node: { text: word },
        text: word,
        around,
        key: `${key}\0${word.trim() === '' ? ' ' : word}`,
      });
    }
  }

  function keyOf(around: readonly Element[]): string {
    return around
      .filter(({ name }) => name !== 'span')
      .map((element) => describeElement(element, forgetAddress))
      .join('\0');
  }

  /** Links of the new text around words that another address stood behind in the old one. */
  function findMovedLinks(pairs: readonly WordPair[]): ReadonlySet<Element> {
    const links = pairs.flatMap(([before, after]) => {
      const [older, newer] = [before, after].map(({ around }) => around.find(({ name }) => name === 'a'));
      return older && newer && !leadAlike(older, newer, readAddress) ? [newer] : [];
    });
    return new Set(links);
  }

  function findRuns(
    stretches: readonly DiffStretch[],
    older: readonly Word[],
    newer: readonly Word[],
  ): readonly Run[] {
    const runs: Run[] = [];
    for (const { kind, start, end } of stretches) {
      const run = { kind, words: (kind === 'removed' ? older : newer).slice(start, end) };
      const last = runs.at(-1);
      // The name of the own version in the place of that of the other: the pages say the same.
      if (kind === 'added' && last?.kind === 'removed' && isNamePair(last, run)) {
        runs.pop();
        runs.push({ kind: 'equal', words: run.words });
      } else runs.push(run);
    }
    return runs;
  }

  function isNamePair(removed: Run, added: Run): boolean {
    const [older, newer] = [removed, added].map((run) => run.words.map(({ text }) => text).join(''));
    return names.some((pair) => pair[0] === older && pair[1] === newer);
  }
}

/** The words of a link stay the same words where it leads elsewhere. */
function forgetAddress(): string {
  return '';
}

/** Whether two links lead to one place, in whatever version. */
export function leadAlike(
  before: Element,
  after: Element,
  readAddress: CompareOptions['readAddress'],
): boolean {
  const [older, newer] = [before, after].map(({ attributes }) => attributes.get('href'));
  return (
    older === newer ||
    (older !== undefined && newer !== undefined && readAddress(older) === readAddress(newer))
  );
}

/** Taken as one: what is in them is not read as words. */
const WHOLE = new Set(['svg', 'picture', 'select', 'button', 'math', 'ruby', 'video', 'audio', 'object']);

function listKeys(words: readonly Word[]): readonly string[] {
  return words.map(({ key }) => key);
}

function measure(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + text.trim().length, 0);
}

/**
 * Words that stayed between two changes by chance, blanks and signs and lone syllables, go with the changes: a reader
 * wants to see phrases, not confetti.
 */
function joinTorn(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  let removed: Word[] = [];
  let added: Word[] = [];
  const endChange = () => {
    if (removed.length > 0) joined.push({ kind: 'removed', words: removed });
    if (added.length > 0) joined.push({ kind: 'added', words: added });
    removed = [];
    added = [];
  };
  for (const [at, { kind, words }] of runs.entries()) {
    if (kind === 'removed') removed = [...removed, ...words];
    else if (kind === 'added') added = [...added, ...words];
    else if (at > 0 && at < runs.length - 1 && removed.length > 0 && added.length > 0 && isSlight(words)) {
      removed = [...removed, ...words];
      added = [...added, ...words];
    } else {
      endChange();
      joined.push({ kind, words });
    }
  }
  endChange();
  return joined;
}

function isSlight(words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join('');
  return (
    words.every(({ node }) => !isElement(node)) &&
    (/^[\s\p{P}]*$/u.test(text) || /^\p{Script=Hiragana}$/u.test(text))
  );
}

/** A word that stayed, as it stands in either text. */
type WordPair = readonly [before: Word, after: Word];

function pairWords(
  stretches: readonly DiffStretch[],
  older: readonly Word[],
  newer: readonly Word[],
): readonly WordPair[] {
  const pairs: WordPair[] = [];
  let x = 0;
  for (const { kind, start, end } of stretches) {
    if (kind === 'removed') x = end;
    if (kind !== 'equal') continue;
    for (let y = start; y < end; y += 1, x += 1) {
      const [before, after] = [older[x], newer[y]];
      if (before && after) pairs.push([before, after]);
    }
  }
  return pairs;
}

/** For elements around words of the old text, those of the new one that equal words stand in. */
function pairAround(pairs: readonly WordPair[]): ReadonlyMap<Element, Element> {
  const twins = new Map<Element, Element>();
  for (const [before, after] of pairs) {
    if (before.around.length !== after.around.length) continue;
    before.around.forEach((element, depth) => {
      const twin = after.around[depth];
      if (twin?.name === element.name && !twins.has(element)) twins.set(element, twin);
    });
  }
  return twins;
}

/** Runs as nodes: each element around words once, marks innermost, so that a link with one new word stays one link. */
function nest(
  runs: readonly Run[],
  twins: ReadonlyMap<Element, Element>,
  moved: ReadonlySet<Element>,
  words: CompareOptions['words'],
): readonly Node[] {
  const root: Open = { element: undefined, children: [] };
  const open: Open[] = [root];
  const close = (element: Element, children: readonly Node[]) => {
    const isMoved = moved.has(element);
    return createCompareNode(
      element.name,
      isMoved ? [...children, markLink(words)] : children,
      element.attributes,
    );
  };
  for (const { kind, words: run } of runs) {
    let isFirst = true;
    for (const [around, stretch] of groupByAround(run, twins)) {
      enter(open, around, close);
      const nodes = stretch.map(({ node }) => node);
      open
        .at(-1)
        ?.children.push(...(kind === 'equal' ? nodes : [mark(kind, nodes, isFirst ? words : undefined)]));
      isFirst = false;
    }
  }
  enter(open, [], close);
  return root.children;
}

interface Open {
  readonly element: Element | undefined;
  readonly children: Node[];
}

/** Closes what does not stand around the next words, and opens what does. */
function enter(
  open: Open[],
  around: readonly Element[],
  close: (element: Element, children: readonly Node[]) => Element,
): void {
  let shared = 0;
  while (shared < around.length && open[shared + 1]?.element === around[shared]) shared += 1;
  while (open.length > shared + 1) {
    const { element, children } = open.pop() ?? {};
    if (element && children) open.at(-1)?.children.push(close(element, children));
  }
  for (const element of around.slice(shared)) open.push({ element, children: [] });
}

function* groupByAround(
  words: readonly Word[],
  twins: ReadonlyMap<Element, Element>,
): Generator<readonly [readonly Element[], readonly Word[]]> {
  let group: Word[] = [];
  let around: readonly Element[] = [];
  for (const word of words) {
    const next = word.around.map((element) => twins.get(element) ?? element);
    if (group.length > 0 && !isSame(around, next)) {
      yield [around, group];
      group = [];
    }
    around = next;
    group.push(word);
  }
  if (group.length > 0) yield [around, group];
}

function isSame(one: readonly Element[], other: readonly Element[]): boolean {
  return one.length === other.length && one.every((element, at) => element === other[at]);
}

/** `ins` or `del` around nodes, with its word for those who hear the page. */
export function mark(
  kind: 'added' | 'removed',
  nodes: readonly Node[],
  words: CompareOptions['words'] | undefined,
): Element {
  const label = words && createCompareNode('span', [{ text: `${words[kind]} ` }], { class: 'sr-only' });
  return createCompareNode(kind === 'added' ? 'ins' : 'del', label ? [label, ...nodes] : nodes);
}

/** Says of the link it stands at the end of that it leads elsewhere now. */
export function markLink(words: CompareOptions['words']): Element {
  return createCompareNode('small', [{ text: ` ${words.linkChanged}` }], { class: 'link-changed' });
}
