import type { Nodes } from 'mdast';
import { visitAll } from '../visit.ts';

/** Letters of Chinese, Japanese and Korean, and full-width ones. */
const LETTERS = '々-〇ぁ-ゖァ-ヺー-ヾ㐀-䶿一-鿿가-힣０-９Ａ-Ｚａ-ｚｦ-ﾝ';
/** Their punctuation, which the reference takes for letters where it stands beside marks of emphasis. */
const MARKS = '、。〈-】〔-〟・！-／：-＠［-｀｛-･';
/** Signs of other scripts that stand beside marks now and then, known to both parsers since long. */
const PLAIN = '\\u2010-\\u205e\\u2190-\\u22ff\\u2700-\\u27bf';
/** What else the reference takes for one or the other, a little more than that is, or what is too new for the native parser. */
const OTHERS = `(?![${LETTERS}${MARKS}${PLAIN}])[\\u1100-\\u{10ffff}]`;
const SIGNS = '[\\p{P}\\p{S}]';

/** Marks that the reference may pair in a way of its own, beside characters that are left to it. */
export const OTHER_WIDE_MARKS = new RegExp(
  [
    `[\\ufe00-\\ufe0f][*_]`,
    `${OTHERS}[*_]+${SIGNS}|${SIGNS}[*_]+${OTHERS}`,
    `(?=${OTHERS})${SIGNS}[*_]+\\S|\\S[*_]+(?=${OTHERS})${SIGNS}`,
    `~(?=${OTHERS})${SIGNS}|(?=${OTHERS})${SIGNS}~`,
  ].join('|'),
  'u',
);

const LETTER = new RegExp(`[${LETTERS}]`);
const MARK = new RegExp(`[${MARKS}]`);
const SIGN = new RegExp(SIGNS, 'u');
const HAS_RUN = new RegExp(`[${LETTERS}${MARKS}]\\*|\\*[${LETTERS}${MARKS}]`);
/** Underscores do the same for both parsers. */
const RUN = /(?<!\*)\*+/g;
/** An address that may begin behind a character. */
const ADDRESS = /^(?:https?:|www\.|[\w.+-]+@)/i;

/** What stands in for other characters, from here on: letters, and punctuation. A text that holds some of them is left as it is. */
const STAND_INS = { letter: 0xe000, sign: 0x2e00 } as const;
/** So many characters can be stood in for. */
const MOST = 0x40;
const HAS_STAND_IN = /[\u2e00-\u2e3f\ue000-\ue03f]/;

type Kind = keyof typeof STAND_INS;

/** A text with other characters beside some marks. */
export interface Disguised {
  readonly text: string;
  /** By what stands in for them. */
  readonly originals: ReadonlyMap<string, string>;
}

/**
 * A text in which CommonMark pairs asterisks as the reference does, which has a rule of its own beside characters of Chinese,
 * Japanese and Korean: where one of them and punctuation stand on both sides, asterisks may open as well as close. CommonMark has
 * it so between two letters, and between two signs. So one of the two gets a stand-in of the other kind. Undefined where that would
 * bear on something else.
 */
export function disguiseWideMarks(text: string): Disguised | undefined {
  if (!HAS_RUN.test(text)) return { text, originals: new Map() };
  if (HAS_STAND_IN.test(text)) return undefined;
  const swaps = findSwaps(text);
  if (swaps === undefined) return undefined;
  const originals = new Map<string, string>();
  const standIns = new Map<string, string>();
  const characters = text.split('');
  for (const [at, kind] of swaps) {
    const original = text.charAt(at);
    const name = kind + original;
    const standIn = standIns.get(name) ?? String.fromCharCode(STAND_INS[kind] + standIns.size);
    standIns.set(name, standIn);
    originals.set(standIn, original);
    characters[at] = standIn;
  }
  return originals.size > MOST ? undefined : { text: characters.join(''), originals };
}

/** Places of characters that something has to stand in for. */
function findSwaps(text: string): ReadonlyMap<number, Kind> | undefined {
  const swaps = new Map<number, Kind>();
  const kept = new Set<number>();
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const sides = [index - 1, index + run.length] as const;
    const swap = findSwap(text, ...sides);
    for (const at of sides) if (at !== swap?.at) kept.add(at);
    if (swap === undefined) continue;
    if (!isFree(text, swap.at) || (swaps.get(swap.at) ?? swap.kind) !== swap.kind) return undefined;
    // A backslash may or may not take the asterisk behind it.
    if (text.charAt(index - 1) === '\\') return undefined;
    swaps.set(swap.at, swap.kind);
  }
  return [...swaps.keys()].some((at) => kept.has(at)) ? undefined : swaps;
}

/** What has to stand in beside asterisks so that CommonMark takes them as the reference does. */
function findSwap(
  text: string,
  before: number,
  after: number,
): { readonly at: number; readonly kind: Kind } | undefined {
  const [left, right] = [text.charAt(before), text.charAt(after)];
  if (left.trim() === '' || right.trim() === '') return undefined;
  if (MARK.test(right) && !SIGN.test(left)) return { at: after, kind: 'letter' };
  if (MARK.test(left) && !SIGN.test(right)) return { at: before, kind: 'letter' };
  if (LETTER.test(left) && SIGN.test(right)) return { at: before, kind: 'sign' };
  if (LETTER.test(right) && SIGN.test(left)) return { at: after, kind: 'sign' };
  return undefined;
}

/** Whether a character bears on nothing but the asterisks beside it: other marks, addresses. */
function isFree(text: string, at: number): boolean {
  return !/[_~]/.test(text.charAt(at - 1) + text.charAt(at + 1)) && !ADDRESS.test(text.slice(at + 1));
}

/** Puts the characters of the author back. */
export function revealWideMarks(tree: Nodes, { originals }: Disguised): void {
  if (originals.size === 0) return;
  const standIns = new RegExp(`[${[...originals.keys()].join('')}]`, 'g');
  visitAll(tree, (node) => {
    for (const [name, value] of Object.entries(node))
      if (typeof value === 'string')
        Object.assign(node, { [name]: value.replace(standIns, (standIn) => originals.get(standIn) ?? '') });
  });
}
