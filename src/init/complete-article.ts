import { outlineYaml } from '../config/index.ts';
import { findFrontmatterEnd } from '../load/index.ts';
import { quote } from './quote.ts';

/** What an article lacks may be taken from. */
export interface ArticleDefaults {
  /** Where neither frontmatter nor a first heading says one. */
  readonly title: string;
  /** Of an index page: what `children` names. */
  readonly children?: readonly string[];
}

/**
 * A Markdown file with the frontmatter that Decant asks for; all that is there stays as it is written. A first heading becomes
 * the title, which pages show above their text. Undefined where the frontmatter cannot be read.
 */
export function completeArticle(text: string, { title, children }: ArticleDefaults): string | undefined {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const parts = splitArticle(lines);
  if (parts === undefined) return undefined;
  const { yaml, body, keys } = parts;
  const heading = keys.has('title') ? undefined : findHeading(body);
  const added = [
    ...(keys.has('title') ? [] : [`title: ${quote(heading?.title ?? title)}`]),
    ...(keys.has('versions') ? [] : ["versions: '*'"]),
    ...(children === undefined || children.length === 0 || keys.has('children')
      ? []
      : ['children:', ...children.map((child) => `  - ${formatChild(child)}`)]),
  ];
  if (added.length === 0) return text;
  const rest = heading === undefined ? body : body.slice(0, heading.start) + body.slice(heading.end);
  const [first = '', ...others] = added;
  // A title comes first, as writers have it.
  const head = first.startsWith('title:')
    ? `${first}\n${yaml}${others.map((line) => `${line}\n`).join('')}`
    : `${yaml}${added.map((line) => `${line}\n`).join('')}`;
  const gap = rest === '' || rest.startsWith('\n') || keys.size > 0 ? '' : '\n';
  return `---\n${head}---\n${gap}${rest}`.replaceAll('\n', newline);
}

interface ArticleParts {
  /** Whole lines. */
  readonly yaml: string;
  readonly body: string;
  readonly keys: ReadonlySet<string>;
}

function splitArticle(text: string): ArticleParts | undefined {
  const end = findFrontmatterEnd(text);
  if (end === 0)
    return /^\+\+\+\s*$/m.exec(text)?.index === 0 ? undefined : { yaml: '', body: text, keys: new Set() };
  const head = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(text);
  if (head === null) return undefined;
  const [whole, yaml = ''] = head;
  const outline = outlineYaml({ text: yaml, place: { file: '', line: 1, column: 1 }, verbatim: true });
  const body = text.slice(whole.length);
  if (yaml.trim() === '') return { yaml, body, keys: new Set() };
  if (outline?.kind !== 'map' || outline.isFlow) return undefined;
  return { yaml, body, keys: new Set(outline.pairs.map(({ key }) => key)) };
}

/** A heading of the first level that the text begins with, with its lines. */
function findHeading(
  body: string,
): { readonly title: string; readonly start: number; readonly end: number } | undefined {
  const start = body.length - body.trimStart().length;
  const found = /(?:# (?=.*\S)(.+)|([^\s#>|`~*+<[{-].*)\n=+[ \t]*)(?:\n+|$)/y;
  found.lastIndex = start;
  const [, marked, underlined = ''] = found.exec(body) ?? [];
  const title = marked === undefined ? underlined.trim() : marked.trim().replace(CLOSING, '');
  return title === '' || /\{[{%]/.test(title) ? undefined : { title, start, end: found.lastIndex };
}

/** The signs that may close a heading. */
const CLOSING = /(?<! ) +#+$/;

function formatChild(child: string): string {
  return /^[\w/.-]+$/.test(child) ? child : quote(child);
}
