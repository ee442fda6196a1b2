import { type Html, trust } from '../html.ts';

/** Where an operation of an API begins, and where the last one of a group or of the text ends. */
const BOUNDARY = /^(?=<h[23] class="rest-operation"|<h2[ >]|<section [^<>]*class="footnotes")/m;
const OPERATION = /^<h[23] class="rest-operation"/;
const EXAMPLE = /^<h[34] id="[^"]*--example"/m;
const ANSWERS = /^<h[34] id="[^"]*--(?:responses|callbacks)"/m;

/** Whether a text is a reference of an API. */
export function hasOperations({ markup }: Html): boolean {
  return markup.includes(' class="rest-operation"');
}

/** Each operation in a box, and its examples in a box of their own, so that wide screens show them beside what they are examples of. */
export function boxOperations({ markup }: Html): Html {
  return trust(
    markup
      .split(BOUNDARY)
      .map((part) => (OPERATION.test(part) ? boxOperation(part) : part))
      .join(''),
  );
}

function boxOperation(operation: string): string {
  const begin = operation.search(EXAMPLE);
  const told = begin === -1 ? operation : operation.slice(0, begin);
  const rest = operation.slice(told.length);
  const end = rest.search(ANSWERS);
  const examples = end === -1 ? rest : rest.slice(0, end);
  const answers = rest.slice(examples.length);
  return `<div class="operation">${box('', told)}${box(' class="operation-example"', examples)}${box('', answers)}</div>\n`;
}

function box(attributes: string, text: string): string {
  return text === '' ? '' : `<div${attributes}>\n${text}</div>\n`;
}
