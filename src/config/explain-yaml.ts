/** What an author is told of a fault in YAML. */
export interface YamlExplanation {
  readonly message: string;
  readonly hint?: string;
  /** Where the mistake is, which is often before the place where the library stumbles. */
  readonly offset: number;
}

/** A fault as the library tells it. */
interface LibraryFault {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

const QUOTE = 'Put the text in quotation marks';

/**
 * Says in plain words what is wrong with YAML, and what to do. The library names terms of the specification, and of a text that is never
 * closed the end of the file; authors look for the character that they typed.
 */
export function explainYaml(fault: LibraryFault, text: string): YamlExplanation {
  const line = findLine(text, fault.offset);
  const value = findValueStart(text, line);
  return explainCode(fault, text, value) ?? explainValue(fault, text, value, line) ?? describeAsIs(fault);
}

function explainCode(
  { code, message, offset }: LibraryFault,
  text: string,
  value: number,
): YamlExplanation | undefined {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: 'A line is indented with a tab', hint: 'Indent with spaces.', offset };
    case 'MULTIPLE_DOCS':
      return {
        message: "A line of '---' or '...' ends the keys, and more keys follow",
        hint: 'Remove the line.',
        offset,
      };
    case 'BAD_ALIAS':
      return {
        message: "'*' without quotation marks is the name of a part further up",
        hint: "Put it in quotation marks: '*'.",
        offset,
      };
    case 'TAG_RESOLVE_FAILED':
      return {
        message: `'${readWord(text, offset)}' is read as the name of a type, which does not exist`,
        hint: `${QUOTE}, or remove the word.`,
        offset,
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: `'${text.slice(offset, offset + 2)}' means nothing between double quotation marks`,
        hint: 'Use single quotation marks, or write two backslashes for one.',
        offset,
      };
    case 'MISSING_CHAR':
      return /closing ['"]quote/.test(message) ? explainQuote(message, text, offset) : undefined;
    case 'BAD_INDENT':
      if (!message.startsWith('Flow')) {
        return {
          message: 'The line is not aligned with the keys that it belongs to',
          hint: 'Give keys of the same level the same indentation.',
          offset,
        };
      }
      return /^\{[{%]/.test(text.slice(value)) ? undefined : explainBracket(text, value, offset);
    default:
      return undefined;
  }
}

/** The first value that a quotation mark begins and none ends on its line: the library goes on to the end of the file. */
function explainQuote(message: string, text: string, end: number): YamlExplanation {
  const mark = message.includes('"') ? '"' : "'";
  const closed = mark === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/;
  const begins = [...text.matchAll(/(?:^|[:[{,]|- )[ \t]*(?=["'])/gm)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at < end && text[at] === mark);
  const offset = begins.find((at) => !closed.test(readLine(text, at))) ?? end;
  return {
    message: `The quotation mark ${mark} that begins a text is never closed`,
    hint: 'Write the same mark at the end of the text.',
    offset,
  };
}

function explainBracket(text: string, value: number, offset: number): YamlExplanation {
  const opening = text[value] === '{' ? '{' : '[';
  const closing = opening === '{' ? '}' : ']';
  return {
    message: `The bracket '${opening}' is never closed`,
    hint: `Write '${closing}' where it ends, or put text that begins with it in quotation marks.`,
    offset: text[value] === opening ? value : offset,
  };
}

/** By the character that the value begins with. */
function explainValue(
  { code, message, offset }: LibraryFault,
  text: string,
  value: number,
  line: number,
): YamlExplanation | undefined {
  const rest = readLine(text, value);
  const [first = ''] = rest;
  if (/^\{[{%]/.test(rest)) {
    return {
      message: "A text that begins with Liquid is read as a mapping, because '{' begins one",
      hint: `${QUOTE}: '${rest.slice(0, 2)} … ${rest[1] === '%' ? '%}' : '}}'}'.`,
      offset: value,
    };
  }
  if (message.startsWith('Block scalar header')) {
    return {
      message: `'${first}' begins a text of several lines, and '${rest.slice(1).trim()}' follows it`,
      hint: `If it belongs to the text, put everything in quotation marks: '${rest.trim()}'.`,
      offset: value,
    };
  }
  if (code === 'UNEXPECTED_TOKEN' && (first === "'" || first === '"')) {
    const inside =
      first === "'" ? "Inside the text, write the mark twice ('')" : 'Inside the text, write \\"';
    return {
      message: `The text ends at its second quotation mark ${first}, and more follows`,
      hint: `${inside}, or put the other kind of quotation marks around it.`,
      offset,
    };
  }
  if (code === 'BAD_SCALAR_START' || (code === 'UNEXPECTED_TOKEN' && /[*&!]/.test(first))) {
    const sign = code === 'BAD_SCALAR_START' ? (text[offset] ?? first) : first;
    return {
      message: `A text cannot begin with '${sign}' unless it is in quotation marks`,
      hint: `${QUOTE}.`,
      offset: code === 'BAD_SCALAR_START' ? offset : value,
    };
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    return { message: 'The text contains a colon followed by a space', hint: `${QUOTE}.`, offset };
  }
  if (code === 'UNEXPECTED_TOKEN' && first === '-') {
    return {
      message: 'A list begins on the line of its key',
      hint: "Begin it on the next line: '- ' before each entry.",
      offset: value,
    };
  }
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR') {
    return {
      message: 'The line has no key',
      hint: "Write 'key: value', with a space after the colon, and indent text that continues on the next line.",
      offset: line,
    };
  }
  return undefined;
}

/** The library's sentence without its excerpt and final stop, to be put after a colon. */
function describeAsIs({ message, offset }: LibraryFault): YamlExplanation {
  return { message: (message.split('\n', 1)[0] ?? message).replace(/(?<![:.\s])[:.\s]+$/, ''), offset };
}

function findLine(text: string, offset: number): number {
  // An offset behind the last break belongs to the line before it.
  const at = offset > 0 && offset >= text.trimEnd().length ? text.trimEnd().length - 1 : offset;
  return text.lastIndexOf('\n', Math.max(at - 1, 0)) + 1;
}

/** Where the value of a line begins, behind indentation, the mark of a list and a key. */
function findValueStart(text: string, line: number): number {
  return (
    line + (/^[ \t]*(?:- +)*(?:[^\s:'"[\]{},#][^:\n]*:[ \t]+)?/.exec(readLine(text, line))?.[0].length ?? 0)
  );
}

function readLine(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

function readWord(text: string, start: number): string {
  return /^\S*/.exec(text.slice(start))?.[0] ?? '';
}
