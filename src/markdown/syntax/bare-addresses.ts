import type { Link, PhrasingContent, Root, Text } from 'mdast';
import type { Code, Effects, Event, Extension, State, TokenizeContext } from 'micromark-util-types';
import { visit } from '../visit.ts';
import { peek } from './peek.ts';
import { WIDE_MARK } from './wide-characters.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    literalAutolink: 'literalAutolink';
    literalAutolinkHttp: 'literalAutolinkHttp';
    literalAutolinkWww: 'literalAutolinkWww';
  }
}

/**
 * Whether a bare address ends before a character, by what of it stands before. A full-width mark ends it, for an address has such
 * marks in their encoded form only. Letters may be part of it (`/wiki/港`), but not those of a particle in the sentence around it:
 * hiragana right behind a Latin letter, a digit or the slash after the host, and `を`, which begins no word.
 */
function endsAddress(before: string, character: string): boolean {
  if (WIDE_MARK.test(character) || character === 'を') return true;
  return /\p{Script=Hiragana}/u.test(character) && /[a-z\d]$|^(?:https?:\/\/|www\.)[^/]*\/$/i.test(before);
}

/** A text that holds an address and, within what CommonMark takes for it, a character that may end it. */
export const BOUNDED_ADDRESS = new RegExp(
  `(?:https?://|www\\.)[^\\s<]*(?:${WIDE_MARK.source}|\\p{Script=Hiragana})`,
  'iu',
);

/** Syntax extension: bare addresses of GFM, which go on to the next blank there, end where `endsAddress` says. */
export const boundedAddresses: Extension = {
  text: Object.fromEntries(
    ['H', 'h', 'W', 'w'].map((letter) => [
      letter.charCodeAt(0),
      { name: 'boundedAddress', tokenize: tokenizeBounded },
    ]),
  ),
};

/** All other addresses are left to GFM. */
function tokenizeBounded(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const { previous, events } = this;
  return peekAddress(effects, (text) => {
    const end = findEnd(text);
    if (end === text.length || !mayBegin(text, previous) || isInBrackets(events)) return nok;
    const address = trim(text.slice(0, end));
    if (!HOST.test(address)) return nok;
    const type = /^h/i.test(text) ? 'literalAutolinkHttp' : 'literalAutolinkWww';
    effects.enter('literalAutolink');
    effects.enter(type);
    return take(address.length);

    function take(length: number): State {
      return (code) => {
        if (length > 0) {
          effects.consume(code);
          return take(length - 1);
        }
        effects.exit(type);
        effects.exit('literalAutolink');
        return ok(code);
      };
    }
  });
}

/** No underscore stands in the last two parts of a host. */
const HOST =
  /^(?:https?:\/\/(?=[\p{L}\p{N}])|www\.)(?:[\p{L}\p{N}_-]+\.)*?(?:[\p{L}\p{N}-]+\.)?[\p{L}\p{N}-]+(?![\p{L}\p{N}_-])/iu;

function mayBegin(text: string, previous: Code): boolean {
  const before = previous === null || previous < 0 ? ' ' : String.fromCharCode(previous);
  return /^h/i.test(text) ? !/[a-z]/i.test(before) : /[\s(*_[\]~]/.test(before) && !text.includes('@');
}

/** Such an address may be the words of a link. */
function isInBrackets(events: readonly Event[]): boolean {
  return events.some(
    ([, token]) => (token.type === 'labelLink' || token.type === 'labelImage') && !token._balanced,
  );
}

/** Looks at what GFM may take for an address without consuming it. */
function peekAddress(effects: Effects, decide: (text: string) => State): State {
  return peek(effects, goesOn, decide);
}

/** A text that is as long as each beginning has one of them: it is not looked through for every character behind it. */
function goesOn(text: string, next: string): boolean {
  return /[^\s<]/.test(next) && (text.length >= LONGEST_START || mayGoOn(text + next));
}

function mayGoOn(text: string): boolean {
  return STARTS.some((start) =>
    text.length < start.length ? start.startsWith(text.toLowerCase()) : text.toLowerCase().startsWith(start),
  );
}

const STARTS = ['https://', 'http://', 'www.'];
const LONGEST_START = Math.max(...STARTS.map(({ length }) => length));

/**
 * Ends addresses that were found in words only after these had been parsed (`（www.example.com）`): such a link has no place of
 * its own. Behind its end the next one may begin.
 */
export function boundLinks(tree: Root): void {
  visit(tree, 'link', (link, index, parent) => {
    const [text] = link.children;
    if (link.position !== undefined || text?.type !== 'text' || parent === undefined || index === undefined)
      return;
    if (findEnd(text.value) === text.value.length) return;
    const parts = splitAddresses(text.value);
    (parent.children as PhrasingContent[]).splice(index, 1, ...parts);
    return index + parts.length;
  });
}

const ADDRESS = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[-.\w]+\S*/iu;
/** What GFM takes for the sentence around an address, but for brackets that were opened in it. */
function trim(address: string): string {
  const trimmed = address.replace(/(?:[!"'*,.:;<>?\]_~]|&[a-z]+;)+$/i, '');
  const isClosed = trimmed.split(')').length <= trimmed.split('(').length;
  if (trimmed.endsWith(')') && !isClosed) return trim(trimmed.slice(0, -1));
  return trimmed;
}

function splitAddresses(words: string): readonly (Link | Text)[] {
  const match = ADDRESS.exec(words);
  if (match === null) return words === '' ? [] : [createText(words)];
  const address = trim(match[0].slice(0, findEnd(match[0])));
  const before = words.slice(0, match.index);
  return [
    ...(before === '' ? [] : [createText(before)]),
    createLink(address),
    ...splitAddresses(words.slice(match.index + address.length)),
  ];
}

function findEnd(address: string): number {
  for (let at = 0; at < address.length; at += 1)
    if (endsAddress(address.slice(0, at), address.charAt(at))) return at;
  return address.length;
}

function createText(value: string): Text {
  return { type: 'text', value };
}

function createLink(address: string): Link {
  const url = /^www/i.test(address) ? `http://${address}` : address;
  return { type: 'link', title: null, url, children: [createText(address)] };
}
