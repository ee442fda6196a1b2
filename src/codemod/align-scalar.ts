/**
 * Where each character of a scalar's value, and its end, stands in what is written for it, quotes and header of a block included:
 * folded lines and doubled quotes are followed. Undefined where an escape has no character of its own.
 *
 * @example alignScalar("'it''s'", "it's") // [1, 2, 3, 5, 6]
 */
export function alignScalar(written: string, value: string): readonly number[] | undefined {
  const style = written.charAt(0);
  const isBlock = style === '|' || style === '>';
  let at = isBlock ? written.indexOf('\n') + 1 : style === "'" || style === '"' ? 1 : 0;
  const offsets: number[] = [];
  // Lines of a block begin with blanks that are no part of the value; those of other scalars are folded.
  const skipBlanks = () => {
    while (at < written.length && isBlank(written, at)) at += 1;
  };
  if (isBlock) skipBlanks();
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (/\s/.test(character)) {
      offsets.push(at);
      if (/\s/.test(value.charAt(index + 1))) continue;
      const from = at;
      skipBlanks();
      while (style === '"' && /^\\[nt\n]/.test(written.slice(at, at + 2))) {
        at += 2;
        skipBlanks();
      }
      if (at === from && index + 1 < value.length) return undefined;
      continue;
    }
    offsets.push(at);
    if (style === '"' && written.charAt(at) === '\\') {
      if (written.charAt(at + 1) !== character) return undefined;
      at += 2;
    } else if (written.charAt(at) !== character) return undefined;
    else at += style === "'" && character === "'" ? 2 : 1;
  }
  offsets.push(at);
  return offsets;
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
