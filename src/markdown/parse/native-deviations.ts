import { BOUNDED_ADDRESS } from '../syntax/bare-addresses.ts';
import { LONE_TAG } from '../syntax/lone-tags.ts';
import { hideCode } from './hide-code.ts';
import { OTHER_WIDE_MARKS } from './wide-marks.ts';

/** Control characters, line endings of other systems and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: just those
const ODD_CHARACTERS = /[\0-\x08\x0b-\x1f\x7f\ufeff\p{Cs}]/u;
/** What can be used before or behind the place where it is defined. */
const DEFINITION = /\[\^|^(?:[^\S\n]|>)*(?:(?:[-+*]|\d{1,9}[.)])[^\S\n]+)*\[[^\]]{0,999}\]:/m;

/** Whether a text must be read as a whole by the reference, if any part of it must. */
export function hasDefinitions(markdown: string): boolean {
  return DEFINITION.test(markdown);
}

/** Whether a text holds characters that the native parser reads otherwise, wherever they stand. */
export function hasOddCharacters(markdown: string): boolean {
  return ODD_CHARACTERS.test(markdown);
}

/** Characters of Chinese, Japanese, Korean, and all that stands behind or between them in Unicode. */
const WIDE = /[^\0-\u10ff]/u;

/** What the native parser reads otherwise than the reference, each a little wider than it needs to be. */
const QUIRKS: readonly RegExp[] = [
  // Long or mixed runs of marks, or such behind an escaped one.
  /[*_]{4}|_\*|\*_|\\[*_~][*_~]/,
  // Strikethrough with one tilde, which is off in the reference.
  /[^\s~]~(?!~)/,
  // Where the address of a bare link begins and ends. The version behind an `@` in a path (`/server@2.22/`) is none.
  /[^\s\w.+("'`*<>,=/-][\w.+-]+@|[/][\w.+-]+@(?!v?\d+(?:\.\d+)*(?![\w@+.-]))|\[(?:[^[\]\n\\]|\\[[\]\\]|\\(?![[\]\\])|\n(?!\n))*(?:[^\s`[\]]@|https?:|www\.)/i,
  /(?<!(?:^|[\s("'>])https?:[/][/])www\.|www(?:[^\w.-]|\.(?!\w)|$)|https?:[/][/](?![\w\s<[{$"'`*)]|$)/im,
  /(?:https?:[/][/]|www\.)(?:[^\s/]*_|[^\s|]*\|)/i,
  // A box of a task with nothing behind it, and one in a heading.
  /\[[ xX]\](?:[ \t]*$|[^\n]*\n[ \t>]*(?:=+|-+)[ \t]*$)/m,
  // An item that looks like the line below the head of a table.
  /^[ \t>]*-[ \t](?=[-:| \t]*$)[^\n]*\|/m,
  // The head of a table that belongs to the block around it only since it goes on with a paragraph.
  /^([ \t>]*)[^\s>][^\n]*\n(?!\1[-:|])[ \t>]+(?=[-:| \t]*[|:])[-:|][-:| \t]*$/m,
  // A definition above what looks like the line below the head of a table: the head, to the reference.
  /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\[[^\]\n]*\]:[^\n]*\n[ \t>]*(?=[-:| \t]*[|:])[-:|][-:| \t]*$/m,
  // Indented code right below a heading, a rule, a fence, a comment or a table: behind an item or a quotation it falls apart.
  /^(?:[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:#{1,6}[ \t][^\n]*|(?:[-_*=][ \t]*)+|`{3,}[ \t]*|~{3,}[ \t]*)|[^\n]*(?:-->|\|)[ \t]*)\n(?: {4}| {0,3}\t)[ \t]*\S/m,
  // A line broken at the very end of a link's words.
  /\\\n[ \t>]*\]/,
  // A line of inline HTML right behind a table, or behind rows without bars.
  /\|[^|\n]*\n(?:[^\S\n]*[^|\s][^|\n]*\n)*[ \t]*<[/]?(?!(?:div|section|details|summary|p|[uo]l|li|table|t[dhr]|tbody|thead|h[1-6r])\b)/i,
  LONE_TAG,
  // An indented tag right below a quotation: the reference keeps its blanks.
  /^[ \t>]*>[^\n]*\n[ \t]+<[/a-z]/im,
  // Comments that end before they begin.
  /<!--?-?>/,
];

/** Whether the native parser may read a text otherwise, in which code blocks may have been left out. */
export function hasDeviations(prose: string): boolean {
  if (!hasQuirk(prose)) return false;
  const visible = hideCode(prose);
  return visible === prose || hasQuirk(visible);
}

function hasQuirk(text: string): boolean {
  if (QUIRKS.some((quirk) => quirk.test(text))) return true;
  return (
    WIDE.test(text) && (OTHER_WIDE_MARKS.test(text) || BOUNDED_ADDRESS.test(text.replace(LINK, '[$1]()')))
  );
}

/** A link whose address is surely none that stands in words. */
const LINK = /(?<!\\)\[((?:[^[\]\n\\<`]|`x`)*)\]\((?:https?:[/][/]|[/])[^\s<>()\\`]*\)/g;
