import type { Rendering } from '../markdown/index.ts';

/** A rendering from its JSON; undefined for anything that does not have the shape of one. */
export function parseRendering(json: Buffer): Rendering | undefined {
  try {
    const value: unknown = JSON.parse(json.toString('utf8'));
    return isRendering(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRendering(value: unknown): value is Rendering {
  if (!isFields(value)) return false;
  const { pieces, slots, headings, problems, text, platforms, tools, isOutline } = value;
  return (
    isList(pieces, isString) &&
    isList(slots, isSlot) &&
    pieces.length === slots.length + 1 &&
    isList(headings, isHeading) &&
    isList(problems, isProblem) &&
    isString(text) &&
    isList(platforms, isString) &&
    isList(tools, isString) &&
    (isOutline === undefined || isOutline === true)
  );
}

function isSlot(value: unknown): boolean {
  if (!isFields(value)) return false;
  if (value.kind === 'id') return isNumber(value.heading);
  if (value.kind === 'word')
    return isString(value.word) && (value.number === undefined || isString(value.number));
  if (value.kind === 'prompt') return isString(value.text);
  return isString(value.kind) && isString(value.url) && isNumber(value.offset);
}

function isHeading(value: unknown): boolean {
  return (
    isFields(value) &&
    isNumber(value.depth) &&
    isString(value.id) &&
    isString(value.text) &&
    isString(value.html) &&
    isNumber(value.offset) &&
    (value.variant === undefined || isString(value.variant)) &&
    (value.titled === undefined || isTitledWords(value.titled))
  );
}

function isTitledWords(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { urls, words, html, hasOwnId } = value;
  return (
    isList(urls, isString) &&
    isList(words, isString) &&
    isList(html, isString) &&
    words.length === urls.length + 1 &&
    html.length === urls.length + 1 &&
    typeof hasOwnId === 'boolean'
  );
}

function isProblem(value: unknown): boolean {
  return (
    isFields(value) &&
    isString(value.code) &&
    isString(value.severity) &&
    isString(value.message) &&
    (value.hint === undefined || isString(value.hint)) &&
    isNumber(value.offset) &&
    (value.end === undefined || isNumber(value.end))
  );
}

function isList(value: unknown, isMember: (member: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isMember);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
