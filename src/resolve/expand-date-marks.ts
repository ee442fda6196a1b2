/** Prints the date with marks that LiquidJS knows. */
export type PrintDate = (format: string) => string;

/** Marks that stand for others, as Ruby has them. LiquidJS prints `%c`, `%x` and `%X` as the machine's language does. */
const COMPOSITES: Readonly<Record<string, string>> = {
  c: '%a %b %e %H:%M:%S %Y',
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  r: '%I:%M:%S %p',
  R: '%H:%M',
  T: '%H:%M:%S',
  v: '%e-%^b-%4Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
  '+': '%a %b %e %H:%M:%S %Z %Y',
};

/** How wide a number is printed that LiquidJS does not know: ISO week, and the year that the week belongs to. */
const WEEK_WIDTHS: Readonly<Record<string, number>> = { G: 4, g: 2, V: 2 };

/** Content must not fill the memory; what is wider is left to the limits of LiquidJS. */
const WIDEST = 1024;

/** A whole mark, `%%` too, so that none begins inside another: flags, width, modifier, letter. */
const MARK = /%([-_0^#]*)(\d*)([EO]?)(.)/gsu;

/**
 * A format of Ruby's `strftime` with marks that LiquidJS knows, in the place of those that it prints as they stand or
 * prints in another way. Flags and widths mean what they mean in Ruby; what Ruby does not know either stays.
 * https://docs.ruby-lang.org/en/master/language/strftime_formatting_rdoc.html
 *
 * @example expandDateMarks('%F %R', print) // '2020-12-24 10:00'
 */
export function expandDateMarks(format: string, print: PrintDate): string {
  return format.replace(MARK, (mark, flags: string, width: string, modifier: string, letter: string) => {
    const isPlain = modifier === '' || (modifier === 'E' && /[cxX]/.test(letter));
    if (!isPlain || Number(width) > WIDEST) return mark;
    const text = printMark(letter, flags, Number(width), print);
    return text === undefined ? mark : text.replaceAll('%', '%%');
  });
}

function printMark(letter: string, flags: string, width: number, print: PrintDate): string | undefined {
  const composite = Object.hasOwn(COMPOSITES, letter) ? COMPOSITES[letter] : undefined;
  if (composite !== undefined) {
    const text = expandDateMarks(composite, print);
    return pad(flags.includes('^') ? print(text).toUpperCase() : print(text), flags, width, ' ');
  }
  if (letter === 'Z' && print('%z') === '+0000') return pad('UTC', flags, width, ' ');
  const least = Object.hasOwn(WEEK_WIDTHS, letter) ? WEEK_WIDTHS[letter] : undefined;
  if (least === undefined) return undefined;
  const { year, week } = readWeek(print);
  const figure = letter === 'V' ? week : letter === 'g' ? year % 100 : year;
  return flags.includes('-') && width === 0
    ? String(figure)
    : pad(String(figure), flags, width || least, '0');
}

/** Of several flags for the sign that fills up, the last one counts. */
function pad(text: string, flags: string, width: number, fill: ' ' | '0'): string {
  const flag = flags.replace(/[^-_0]/g, '').at(-1);
  return text.padStart(width, flag === '0' ? '0' : flag === '_' ? ' ' : fill);
}

/** Weeks begin on Monday, and the first one holds the year's first Thursday. */
function readWeek(print: PrintDate): { readonly year: number; readonly week: number } {
  const year = Number(print('%Y'));
  const week = Math.floor((Number(print('%j')) - Number(print('%u')) + 10) / 7);
  if (week < 1) return { year: year - 1, week: countWeeks(year - 1) };
  return week > countWeeks(year) ? { year: year + 1, week: 1 } : { year, week };
}

/** 53 where the year begins on a Thursday, or ends on one. */
function countWeeks(year: number): 52 | 53 {
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  const last = new Date(Date.UTC(year, 11, 31)).getUTCDay();
  return first === 4 || last === 4 ? 53 : 52;
}
