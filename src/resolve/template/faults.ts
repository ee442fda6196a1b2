import { findNearest, type Severity } from '../../diagnostics/index.ts';
import type { LostTable } from '../repairs/find-lost-tables.ts';
import { decidesText } from './blocks.ts';

/** A mistake in a template; `offset` counts in the text that was parsed. */
export interface TemplateFault {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
  /** What to write in the tag at `offset` instead of its words, where that is sure. */
  readonly meant?: string;
  /** How many characters at `offset` are too many. */
  readonly surplus?: number;
  /**
   * Whether the page is left out because of it: where nobody can say which of its text holds for the version at hand, so
   * that showing some of it might tell readers something false. Of every other fault the page shows what is known.
   */
  readonly breaks: boolean;
}

/** `word` follows the opening. One that is shown as text is no harm, unless a condition goes on past it. */
export function unclosedDelimiter(
  offset: number,
  opening: string,
  closing: string,
  word: string,
): TemplateFault {
  return {
    code: 'resolve/unclosed-delimiter',
    severity: 'error',
    message: `The '${opening}' has no '${closing}'.`,
    hint: `Close it with '${closing}', or put the text between {% raw %} and {% endraw %}.`,
    offset,
    breaks: opening === '{%' && decidesText(word),
  };
}

export function unclosedRaw(offset: number): TemplateFault {
  return {
    code: 'resolve/unclosed-raw',
    severity: 'error',
    message: `The tag 'raw' is never closed, so all text after it is shown as written.`,
    hint: 'Put {% endraw %} where the raw text ends.',
    offset,
    breaks: false,
  };
}

export function rawInRaw(offset: number): TemplateFault {
  return {
    code: 'resolve/raw-in-raw',
    severity: 'warning',
    message: `A tag 'raw' is inside raw text, so it is shown as written: the 'raw' before it is not closed.`,
    hint: 'Put {% endraw %} where the raw text ends; perhaps this tag was meant to be it.',
    offset,
    breaks: false,
  };
}

export function unclosedTag(offset: number, name: string, end: string): TemplateFault {
  return {
    code: 'resolve/unclosed-tag',
    severity: 'error',
    message: `The tag '${name}' is never closed.`,
    hint: `Put {% ${end} %} where it ends, within the same file and the same enclosing tag.`,
    offset,
    breaks: decidesText(name),
  };
}

export function strayTag(offset: number, name: string, openings: readonly string[]): TemplateFault {
  const where = openings.map((opening) => `'${opening}'`).join(' or ');
  return {
    code: 'resolve/stray-tag',
    severity: 'error',
    message: `The tag '${name}' is outside the tag it belongs to.`,
    hint:
      where === ''
        ? 'Remove it.'
        : `Remove it, or open the ${where} it belongs to before it in the same file.`,
    offset,
    breaks: decidesText(name),
  };
}

export function unknownTag(offset: number, name: string, meant: string | undefined): TemplateFault {
  return {
    code: 'resolve/unknown-tag',
    severity: 'error',
    message: `There is no tag '${name}'.`,
    hint:
      meant === undefined
        ? 'If the braces are part of the text, put it between {% raw %} and {% endraw %}.'
        : `Did you mean '${meant}'?`,
    offset,
    breaks: false,
  };
}

export function unexpectedArguments(offset: number, name: string, args: string): TemplateFault {
  const condition = /^if(?:version)?\s+(.*)$/s.exec(args)?.[1];
  return {
    code: 'resolve/unexpected-arguments',
    severity: 'error',
    message: `The tag '${name}' takes nothing; '${args}' in it is ignored.`,
    hint:
      name === 'else' && condition !== undefined ? `Write {% elsif ${condition} %}.` : `Write {% ${name} %}.`,
    offset,
    // Behind `else` a condition may be meant.
    ...(name.startsWith('end') && { meant: name }),
    breaks: false,
  };
}

/**
 * `{% else if ghes %}`
 *
 * @param other the tag that asks in this way, where it is another one than that around: its condition cannot be that of an `elsif`
 */
export function misplacedCondition(
  offset: number,
  args: string,
  condition: string,
  other: string | undefined,
): TemplateFault {
  return {
    ...unexpectedArguments(offset, 'else', args),
    message: `The tag 'else' takes no condition; '${args}' in it is read as that of an 'elsif'.`,
    hint:
      other === undefined
        ? `Write {% elsif ${condition} %}.`
        : `Write {% else %}{% ${other} ${condition} %}, with an end of its own.`,
    ...(other === undefined && { meant: `elsif ${condition}` }),
  };
}

/** What stands behind a second `else` is for all others as well; whom that of an `elsif` behind it is for, nobody knows. */
export function repeatedElse(offset: number, name: string, again: string): TemplateFault {
  return {
    code: 'resolve/repeated-else',
    severity: 'error',
    message:
      again === 'else'
        ? `The tag '${name}' has an 'else' already; what follows is taken as part of it.`
        : `The tag '${name}' has an 'else' already, so no '${again}' may follow; all of it is left out.`,
    hint: 'Write {% elsif … %} for each branch but the last.',
    offset,
    breaks: false,
  };
}

/** `surplus` counts the blanks behind it, too. */
export function strayPercent(offset: number, surplus: number): TemplateFault {
  return {
    code: 'resolve/stray-percent',
    severity: 'warning',
    message: `There is an extra '%' before the end of the tag.`,
    hint: `Remove the '%' before '%}'.`,
    offset,
    surplus,
    breaks: false,
  };
}

/** `example` is how such a tag is written: `for NAME in LIST`. */
export function badSyntax(offset: number, what: string, reason: string, example?: string): TemplateFault {
  const text = 'If the braces are part of the text, put it between {% raw %} and {% endraw %}.';
  const operators = `Compare with '==', '!=', '<' or '>', join with 'and' or 'or', and put '|' before a filter.`;
  return {
    code: 'resolve/syntax',
    severity: 'error',
    message: `The ${what} cannot be read: ${reason}.`,
    hint: reason.includes('expected "|" before filter')
      ? what.startsWith('output')
        ? `${operators} ${text}`
        : operators
      : example === undefined
        ? text
        : `Write {% ${example} %}.`,
    offset,
    breaks: false,
  };
}

/** `{% %}` may have been meant to divide or to end the condition around it. */
export function namelessTag(offset: number, text: string): TemplateFault {
  return { ...badSyntax(offset, `tag '${text}'`, 'it has no name'), breaks: true };
}

export function unknownFilter(offset: number, name: string, names: Iterable<string>): TemplateFault {
  const nearest = findNearest(name, names);
  return {
    code: 'resolve/unknown-filter',
    severity: 'warning',
    message: `There is no filter '${name}', so it does nothing.`,
    hint: nearest === undefined ? 'Remove it.' : `Did you mean '${nearest}'?`,
    offset,
    breaks: false,
  };
}

export function tooDeep(offset: number, name: string, depth: number): TemplateFault {
  return {
    code: 'resolve/too-deep',
    severity: 'error',
    message: `The tag '${name}' is nested inside more than ${depth} others.`,
    hint: 'Reduce the nesting, for example by moving the inner part to a reusable.',
    offset,
    breaks: true,
  };
}

/** Only of translations: the source language is taken at its word. */
export function lostTable({ start, width, headWidth }: LostTable): TemplateFault {
  return {
    code: 'resolve/lost-table',
    severity: 'error',
    message: `The row of delimiters has ${width} cells, the row before it ${headWidth}, so this is not a table.`,
    hint: 'Give both rows as many cells as the table of the source language has columns.',
    offset: start,
    breaks: false,
  };
}
