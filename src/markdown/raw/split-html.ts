/** A tag, a comment or a text between them, with its place in the HTML. */
export type HtmlPart = Tag | Words;

export interface Tag {
  readonly kind: 'start' | 'end';
  /** In lower case. */
  readonly name: string;
  /** As written, with the blanks before them. */
  readonly attributes: string;
  /** Ends with a slash. */
  readonly isClosed: boolean;
  readonly from: number;
  readonly to: number;
}

interface Words {
  readonly kind: 'text' | 'comment';
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

const ATTRIBUTE =
  /[ \t\n]+([a-zA-Z_:][\w:.-]*)(?:[ \t\n]*=[ \t\n]*(?:"([^"]*)"|'([^']*)'|([^ \t\n"'=<>`]+)))?/;
const PART = new RegExp(
  `<!--(?<comment>(?!-?>)(?:(?!--!?>)[^])*)-->|<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(?:${unnamed(ATTRIBUTE)})*)[ \\t\\n]*(?<closed>/?)>|[^<]+`,
  'y',
);

function unnamed({ source }: RegExp): string {
  return source.replace(/\((?!\?)/g, '(?:');
}

/** Parts HTML at its tags. Undefined where they are not written in the plain way, as halves of tags are not. */
export function splitHtml(html: string): readonly HtmlPart[] | undefined {
  const parts: HtmlPart[] = [];
  PART.lastIndex = 0;
  for (let from = 0; from < html.length; from = PART.lastIndex) {
    const match = PART.exec(html);
    if (match === null) return undefined;
    parts.push(createPart(match, from));
  }
  return parts;
}

function createPart(
  { 0: source, groups: { comment, end, name, attributes = '', closed } = {} }: RegExpExecArray,
  from: number,
): HtmlPart {
  const to = from + source.length;
  if (name === undefined)
    return { kind: comment === undefined ? 'text' : 'comment', value: comment ?? source, from, to };
  const kind = end === '' ? 'start' : 'end';
  return { kind, name: name.toLowerCase(), attributes, isClosed: closed !== '', from, to };
}

/** The attributes of a tag by their names in lower case; the first of a name counts. Undefined for names with signs. */
export function readAttributes({ attributes }: Tag): Readonly<Record<string, string>> | undefined {
  const values: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTES)) {
    const key = name.toLowerCase();
    if (!/^[a-z][a-z\d-]*$/.test(key) || key in Object.prototype) return undefined;
    values[key] ??= double ?? single ?? bare ?? '';
  }
  return values;
}

const ATTRIBUTES = new RegExp(ATTRIBUTE, 'g');
