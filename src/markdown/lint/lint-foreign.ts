import type { Heading, Nodes, Paragraph, Text } from 'mdast';
import { visitAll } from '../visit.ts';
import type { Lint } from './types.ts';

/**
 * What authors of other tools type and readers here see as it is typed: containers of `:::` and `!!!`, tabs of `===`, imports, lists of
 * contents and of definitions, a title in the text, ids of headings, attributes in braces, links of wikis, marks of `==`, and formulas.
 * Nothing is said of code, nor of text beside raw HTML.
 */
export const lintForeign: Lint = (tree, { markdown, problems }) => {
  if (!SIGNS.test(markdown)) return;
  visitAll(tree, (node) => {
    if (node.type === 'paragraph') for (const find of BLOCKS) report(find(node, markdown));
    if (node.type === 'heading')
      report(findTitle(node, markdown) ?? findHeadingId(node, markdown) ?? findAttributes(node, markdown));
    if (!('children' in node) || node.children.some(({ type }) => type === 'html')) return;
    for (const child of node.children as readonly Nodes[]) {
      if (child.type !== 'text') continue;
      report(findMark(child, markdown));
      report(findWikiLink(child, markdown));
      report(findFormula(child, markdown));
    }
  });

  function report(slip: Slip | undefined): void {
    if (slip === undefined) return;
    const { text, offset, what, hint } = slip;
    problems.push({
      code: 'markdown/foreign-syntax',
      severity: 'warning',
      message: `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}' ${what}.`,
      hint,
      offset,
      end: offset + text.length,
    });
  }
};

/** What each begins with; a title also where `=` stands below it. */
const SIGNS = /:::|=|\$|\{[:#]|^[^#\n]*#[^#]|!!!|\?\?\?|\bimport\b|\[\[|\[toc\]|^[ \t>]*:[ \t]/im;

const BLOCKS: readonly ((node: Paragraph, markdown: string) => Slip | undefined)[] = [
  findContainer,
  findAdmonition,
  findTab,
  findImport,
  findContents,
  findDefinition,
  findAttributes,
  findDisplayedFormula,
];

interface Slip {
  readonly text: string;
  readonly offset: number;
  /** Behind the text, as a sentence. */
  readonly what: string;
  readonly hint: string;
}

/** Names of other tools for kinds of callouts. */
const KINDS: Readonly<Record<string, string>> = {
  note: 'NOTE',
  info: 'NOTE',
  tip: 'TIP',
  success: 'TIP',
  important: 'IMPORTANT',
  warning: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
};

function findContainer({ position }: Paragraph, markdown: string): Slip | undefined {
  const start = position?.start.offset ?? 0;
  const found = /^[ \t>]*(:{3,}[ \t]*\{?\.?([a-z][\w-]*)[^\n]*)/im.exec(
    markdown.slice(start, position?.end.offset),
  );
  const [line = '', text = '', name = ''] = found ?? [];
  if (found === null) return undefined;
  const kind = KINDS[name.toLowerCase()];
  return {
    text: text.trimEnd(),
    offset: start + found.index + line.length - text.length,
    what: 'does not start a block here, so readers see it as text',
    hint: kind === undefined ? 'Write a callout: > [!NOTE]' : `Write > [!${kind}], and > before each line.`,
  };
}

/** Of MkDocs: a kind behind `!!!`, or `???` where it folds, and the text indented below. */
function findAdmonition(node: Paragraph, markdown: string): Slip | undefined {
  const found = find(node, markdown, /^(?:!!!|\?\?\?\+?)[ \t]+([a-z]+)[^\n]*/);
  const kind = KINDS[found?.groups[0] ?? ''] ?? 'NOTE';
  return (
    found && {
      ...found,
      what: 'does not start a block here, so readers see it as text',
      hint: `Write > [!${kind}], and > in the place of the blanks before each line.`,
    }
  );
}

/** Of MkDocs: the name of a tab, and the text indented below. */
function findTab(node: Paragraph, markdown: string): Slip | undefined {
  const found = find(node, markdown, /^===[!+]?[ \t]+"[^"\n]*"/);
  return (
    found && {
      ...found,
      what: 'starts no tab here, so readers see it as text',
      hint: 'Write a heading. Blocks of code in several languages become tabs between {% codetabs %} and {% endcodetabs %}.',
    }
  );
}

/** Of Python-Markdown, kramdown, and others. */
function findContents(node: Paragraph, markdown: string): Slip | undefined {
  const found = findInWords(node, markdown, /^\[?\[toc\]\]?(?=[ \t]*$)|^\{:[ \t]*toc[ \t]*\}(?=[ \t]*$)/i);
  return (
    found && {
      ...found,
      what: 'makes no list of contents here, so readers see it as text',
      hint: 'Remove it: every page lists its headings.',
    }
  );
}

function findDefinition(node: Paragraph, markdown: string): Slip | undefined {
  const found = findInWords(node, markdown, /(?<=^|\n[ \t>]*):[ \t]+[^\s:][^\n]*/);
  return (
    found && {
      ...found,
      what: 'defines no term here, so readers see the colon as text',
      hint: 'Write a list: - **Term**: what it means.',
    }
  );
}

/** Of kramdown: attributes of the block that they stand in, at the end of a line. */
function findAttributes(node: Paragraph | Heading, markdown: string): Slip | undefined {
  const found = findInWords(node, markdown, /\{:[ \t]*[.#]?[a-z][^{}\n]*\}(?=[ \t#]*(?:\n|$))/i);
  return (
    found && {
      ...found,
      what: 'sets no attributes here, so readers see it as text',
      hint: 'Remove it, or write HTML with that class.',
    }
  );
}

/** Of MDX. */
function findImport(node: Paragraph, markdown: string): Slip | undefined {
  const found = find(node, markdown, /^import [^\n]*['"][\w@./~-]+['"];?(?![^\n])/);
  return (
    found && {
      ...found,
      what: 'imports nothing here, so readers see it as text',
      hint: 'Remove it. Text that several articles share is a reusable: {% data reusables.name %}',
    }
  );
}

function findDisplayedFormula(node: Paragraph, markdown: string): Slip | undefined {
  // Where formulas are switched on, a node of its own is there.
  if (node.children[0]?.type !== 'text') return undefined;
  const found = find(node, markdown, /^\$\$(?=[ \t]*\n)/);
  return found && { ...found, ...FORMULA };
}

function findHeadingId(node: Heading, markdown: string): Slip | undefined {
  const found = find(node, markdown, /\{:?[ \t]*#([\w-]+)[ \t]*\}(?=[ \t#]*(?:\n|$))/);
  return (
    found && {
      ...found,
      what: 'gives the heading no id here, so readers see it as text',
      hint: `Write <a name="${found.groups[0]}"></a> above the heading.`,
    }
  );
}

function findTitle({ depth, position }: Heading, markdown: string): Slip | undefined {
  if (depth !== 1) return undefined;
  const offset = position?.start.offset ?? 0;
  const [text = ''] = markdown.slice(offset, position?.end.offset).split('\n');
  return {
    text,
    offset,
    what: 'is a second title: the page has that of the frontmatter',
    hint: 'Remove it, or write ## for a section.',
  };
}

function findMark(node: Text, markdown: string): Slip | undefined {
  const found = find(node, markdown, /(?<![=\\\w])==(?![\s=])([^=\n]*[^\s=])==(?![=\w])/);
  return (
    found && {
      ...found,
      what: 'is shown with its equals signs',
      hint: `Write <mark>${found.text.slice(2, -2)}</mark>.`,
    }
  );
}

function findWikiLink(node: Text, markdown: string): Slip | undefined {
  const found = find(node, markdown, /(?<!\\)\[\[([^[\]\n|]*[^[\]\s|])(?:\|([^[\]\n]+))?\]\]/);
  return (
    found && {
      ...found,
      what: 'is not a link here, so readers see the brackets',
      hint: 'Write [words](/path/of/article).',
    }
  );
}

/** Dollars of prices and of shells stand around no sign of TeX. */
function findFormula(node: Text, markdown: string): Slip | undefined {
  const found = find(node, markdown, /(?<![\\$\w])(\$\$?)(?![\s$])([^$\n]*[^\s$])\1(?![$\w])/);
  if (found === undefined || !/\\[a-z]{2,}|[\w)}][\^_][\w{(]|^\$+[a-z]\$+$/i.test(found.text))
    return undefined;
  return { ...found, ...FORMULA };
}

const FORMULA: Pick<Slip, 'what' | 'hint'> = {
  what: 'is not a formula here, so readers see its source',
  hint: 'Write math: true in the site file, or the formula in words, with <sup> and <sub>.',
};

function find(
  { position }: Text | Paragraph | Heading,
  markdown: string,
  pattern: RegExp,
): (Pick<Slip, 'text' | 'offset'> & { readonly groups: readonly string[] }) | undefined {
  const start = position?.start.offset ?? 0;
  const found = pattern.exec(markdown.slice(start, position?.end.offset));
  if (found === null) return undefined;
  const [text, ...groups] = found;
  return { text, groups, offset: start + found.index };
}

/** The same, where it begins in words: not in code, nor in a link. */
function findInWords(node: Paragraph | Heading, markdown: string, pattern: RegExp): ReturnType<typeof find> {
  const found = find(node, markdown, pattern);
  const isAround = ({ type, position }: Nodes) =>
    type === 'text' &&
    (position?.start.offset ?? 0) <= (found?.offset ?? 0) &&
    (found?.offset ?? 0) < (position?.end.offset ?? Number.POSITIVE_INFINITY);
  return node.children.some(isAround) ? found : undefined;
}
