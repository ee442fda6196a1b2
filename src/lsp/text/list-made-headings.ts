import type { ArticleText } from '../../load/index.ts';

/** A heading of what was made of data for an article. */
export interface MadeHeading {
  readonly name: string;
  readonly level: number;
}

const DATA = /\{% data ([\w.-]+) %\}/g;
const HEADING = /^(#{2,6}) (.+)$|<h([2-6])\b([^<>]*)>((?:(?!<h[2-6]\b).)*?)<\/h\3>/gm;

/**
 * The headings that an article gets beside its own: of the operations of an API, and of release notes. What versions have each in
 * a way of their own is listed once.
 */
export function listMadeHeadings({ fields, passages }: ArticleText): readonly MadeHeading[] {
  const { text = '', ownLength } = fields.body ?? {};
  if (ownLength === undefined) return [];
  const made = text
    .slice(ownLength)
    .replace(DATA, (tag, reference: string) => passages?.get(reference)?.text ?? tag);
  const found = new Map<string, MadeHeading>();
  for (const { 1: signs, 2: words, 3: digit, 4: attributes = '', 5: html = '' } of made.matchAll(HEADING)) {
    const name = words ?? toWords(html);
    const id = /\bid="([^"]*)"/.exec(attributes)?.[1] ?? name;
    if (name !== '' && !found.has(id)) found.set(id, { name, level: signs?.length ?? Number(digit) });
  }
  return [...found.values()];
}

function toWords(html: string): string {
  return html
    .replace(/<[^<>]*>|\{%-? *(?:end)?raw *-?%\}/g, '')
    .replace(/&(lt|gt|quot|amp|#39);/g, (_, name: keyof typeof CHARACTERS) => CHARACTERS[name])
    .trim();
}

const CHARACTERS = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
