import { type Element, hasClass, isBlank, isElement, type Node } from './node.ts';

/** A line of words of one text that is not in the other. */
export interface DiffLine {
  readonly kind: 'removed' | 'added';
  /** Plain text. */
  readonly text: string;
}

/** Which of the two texts is read. */
type Side = DiffLine['kind'];

/** The words of a marked block as lines that went and came: of a list its items, of a table its rows, of code its lines. */
export function listLines(node: Node): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  walk(node, undefined, '');
  return lines;

  function walk(each: Node, inside: Side | undefined, lead: string): void {
    if (!isElement(each)) {
      addWords([each], inside, lead);
      return;
    }
    const side = readMark(each) ?? inside;
    if (each.name === 'pre') addCode(each, side);
    else if (each.name === 'tr') addRow(each, side);
    else if (hasClass(each, 'unchanged')) return;
    else if (each.isBlock && each.children.some(isBlockNode)) addChildren(each, side, lead);
    else addWords([each], side, `${lead}${findLead(each)}`);
  }

  /** Words that stand between blocks are lines of their own. */
  function addChildren(element: Element, side: Side | undefined, lead: string): void {
    let words: Node[] = [];
    let first = `${lead}${findLead(element)}`;
    const flush = () => {
      if (words.some((each) => !isBlank(each))) {
        addWords(words, side, first);
        first = lead;
      }
      words = [];
    };
    for (const child of element.children) {
      if (!isBlockNode(child)) {
        words.push(child);
        continue;
      }
      flush();
      walk(child, side, first);
      if (isElement(child) && !['ul', 'ol', 'table'].includes(child.name)) first = lead;
    }
    flush();
  }

  function addWords(nodes: readonly Node[], side: Side | undefined, lead: string): void {
    const [before, after] = (['removed', 'added'] as const).map((of) =>
      side === undefined || side === of ? tidy(nodes.map((each) => readWords(each, of)).join('')) : '',
    );
    if (before === after && side === undefined) return;
    addLine('removed', before ?? '', lead);
    addLine('added', after ?? '', lead);
  }

  function addRow(row: Element, side: Side | undefined): void {
    const cells = row.children.filter(isElement);
    const read = (of: Side) =>
      cells
        .filter((cell) => (readMark(cell) ?? side ?? of) === of)
        .map((cell) => tidy(readWords(cell, of)))
        .join(' | ');
    const [before, after] = [
      side === 'added' ? '' : read('removed'),
      side === 'removed' ? '' : read('added'),
    ];
    if (before === after) return;
    addLine('removed', before.trim(), '');
    addLine('added', after.trim(), '');
  }

  function addCode(element: Element, side: Side | undefined): void {
    const found: { side: Side | undefined; text: string }[] = [];
    const collect = (each: Node, inside: Side | undefined): void => {
      if (!isElement(each)) found.push({ side: inside, text: each.text });
      else if (!hasClass(each, 'sr-only') && !hasClass(each, 'unchanged'))
        for (const child of each.children) collect(child, readMark(each) ?? inside);
    };
    collect(element, side);
    for (let at = 0; at < found.length; ) {
      const own = found[at]?.side;
      let text = '';
      for (; at < found.length && found[at]?.side === own; at += 1) text += found[at]?.text;
      if (own === undefined) continue;
      for (const line of text.replace(/\n$/, '').split('\n'))
        lines.push({ kind: own, text: decodeEntities(line) });
    }
  }

  function addLine(kind: Side, text: string, lead: string): void {
    if (text !== '') lines.push({ kind, text: `${lead}${text}` });
  }
}

function isBlockNode(node: Node): boolean {
  return isElement(node) && node.isBlock;
}

function readMark({ name, attributes }: Element): Side | undefined {
  if (name === 'ins' || attributes.get('class') === 'is-added') return 'added';
  if (name === 'del' || attributes.get('class') === 'is-removed') return 'removed';
  return undefined;
}

/** What stands before the words of an item or a heading in Markdown. */
function findLead({ name }: Element): string {
  if (name === 'li') return '* ';
  return /^h[1-6]$/.test(name) ? `${'#'.repeat(Number(name[1]))} ` : '';
}

/** The words of one of the texts. Of a link that leads elsewhere now, where to. */
function readWords(node: Node, side: Side): string {
  if (!isElement(node)) return decodeEntities(node.text);
  const mark = readMark(node);
  if ((mark !== undefined && mark !== side) || hasClass(node, 'sr-only') || hasClass(node, 'link-changed'))
    return '';
  if (node.name === 'br') return ' ';
  if (node.name === 'img') return `![${read(node, 'alt')}](${read(node, 'src')})`;
  const words = node.children.map((child) => readWords(child, side)).join('');
  const isMoved = node.children.some((child) => isElement(child) && hasClass(child, 'link-changed'));
  if (isMoved && side === 'added') return `[${words}](${read(node, 'href')})`;
  if (node.name === 'code') return words === '' ? '' : `\`${words}\``;
  return node.isBlock ? `${words} ` : words;
}

function read({ attributes }: Element, name: string): string {
  return decodeEntities(attributes.get(name) ?? '');
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text of rendered HTML as it is read: names and numbers of characters are what the renderer writes. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
