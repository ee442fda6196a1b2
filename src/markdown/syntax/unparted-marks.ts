const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}、-〟！-｠]/u;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
/** Code, addresses and tags, which hold no marks, stand at odd places of what this splits. */
const OPAQUE = /(`+[^`]+`+|\]\([^()\s]*\)|<[^<>]*>|\\.|https?:\S+)/;
/** Runs of one mark, longest first. Runs of the other may stand beside them. */
const LOOSE = [
  /(?<!\*)\*{3}(?!\*)/g,
  /(?<!\*)\*{2}(?!\*)/g,
  /(?<!_)_{2}(?!_)/g,
  /(?<!\*)\*(?!\*)/g,
  // Not within a name (`_snake_case_`).
  /(?<!_|\w(?=_\w))_(?!_)/g,
];
/** What words that name others end with (`**Port: **8080`). */
const LABEL_END = /[:：。．」』）】)]\s*$/;

/**
 * Markdown in which marks of emphasis are where CommonMark sees them, in lines of Chinese, Japanese and Korean. Words
 * have no blanks between them there, and translators set some beside the marks (`設定 **を`): parsers older than
 * CommonMark pair marks by their order, and so does this. Every other character keeps its offset.
 */
export function tightenMarks(markdown: string): string {
  if (!UNPARTED.test(markdown)) return markdown;
  let fence: string | undefined;
  const lines = markdown.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return line;
    }
    fence = mark;
    return mark === undefined && UNPARTED.test(line) ? tightenLine(line) : line;
  });
  return lines.join('\n');
}

function tightenLine(line: string): string {
  if (!/[*_]/.test(line)) return line;
  // A bullet, or the rest of a line that is nothing but marks, is no emphasis.
  const start = /^[\s>]*(?:[*+-](?:\s+|$)|\d+\.\s+)*/.exec(line)?.[0] ?? '';
  const rest = line.slice(start.length);
  return start + LOOSE.reduce(tighten, rest);
}

function tighten(text: string, marks: RegExp): string {
  if (text.search(marks) === -1) return text;
  const visible = text
    .split(OPAQUE)
    .map((part, at) => (at % 2 === 0 ? part : '\u0000'.repeat(part.length)))
    .join('');
  const found = [...visible.matchAll(marks)];
  const characters = text.split('');
  for (let at = 0; at + 1 < found.length; at += 1) {
    const [open, close] = [found[at], found[at + 1]];
    if (open === undefined || close === undefined) continue;
    const isMoved = isLoose(visible, open, close);
    if (isMoved) moveMarks(characters, open, close);
    if (isMoved || isSound(visible, open, close)) at += 1;
  }
  return characters.join('');
}

function isLoose(text: string, open: RegExpMatchArray, close: RegExpMatchArray): boolean {
  const [from, to] = [open.index ?? 0, close.index ?? 0];
  const { length } = open[0];
  const inside = text.slice(from + length, to);
  const [before, after] = [text.charAt(from - 1), text.charAt(to + length)];
  if (inside.trim() === '' || (open[0].startsWith('_') && /\w/.test(before))) return false;
  if (/\w/.test(after)) return endsBefore(inside, length);
  const isParted = /^\s/.test(inside) || /\s$/.test(inside);
  // `2 * 3 * 4` is a formula.
  if (length === 1 && /^\s.*\s$/.test(inside) && /\s/.test(before)) return false;
  return UNPARTED.test(before + after + inside.at(0) + inside.at(-1)) || (isParted && UNPARTED.test(inside));
}

/** Whether marks are a pair for every parser: the second of them opens nothing. */
function isSound(text: string, open: RegExpMatchArray, close: RegExpMatchArray): boolean {
  const [from, to] = [open.index ?? 0, close.index ?? 0];
  const { length } = open[0];
  const opens = !/\w/.test(text.charAt(from - 1)) && /\S/.test(text.charAt(from + length));
  return opens && /\S/.test(text.charAt(to - 1)) && !/\w/.test(text.charAt(to + length));
}

/** Whether emphasis ends although a Latin word is right behind it, where a name (`_config.yml`) or another mark may begin. */
function endsBefore(inside: string, length: number): boolean {
  const isWide = UNPARTED.test(inside.charAt(0)) && UNPARTED.test(inside.at(-1) ?? '');
  return isWide || (length > 1 && LABEL_END.test(inside));
}

/** Blanks inside go outside, and underscores, which CommonMark wants blanks beside, become asterisks. */
function moveMarks(characters: string[], open: RegExpMatchArray, close: RegExpMatchArray): void {
  const mark = '*'.repeat(open[0].length);
  const [from, to] = [open.index ?? 0, close.index ?? 0];
  const inside = characters.slice(from + mark.length, to).join('');
  const lead = inside.length - inside.trimStart().length;
  const trail = inside.length - inside.trimEnd().length;
  const moved = ' '.repeat(lead) + mark + inside.trim() + mark + ' '.repeat(trail);
  characters.splice(from, moved.length, ...moved.split(''));
}
