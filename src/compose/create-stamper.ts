import { createHash } from 'node:crypto';
import type { PageHead } from '../links/index.ts';
import type { Article } from '../load/index.ts';
import type { Rendering } from '../markdown/index.ts';

/** Values that say the same have the same stamp, in this process and in any other; others have another one. */
export type Stamp = (...values: readonly unknown[]) => string;

/**
 * Stamps plain data. Of an article that is what it says beside its texts, of a page what others see of it; functions count for
 * nothing. What many files are made of is looked through once, so nobody may change it.
 */
export function createStamper(): Stamp {
  const known = new Map<object, string>();
  return (...values) => sum(wordList(values));

  function word(value: unknown): string {
    if (typeof value === 'string') return `${value.length}:${value}`;
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? 'f' : `${value} `;
    if (Array.isArray(value)) return wordList(value);
    return isShared(value) ? (known.get(value) ?? remember(value)) : wordParts(value);
  }

  function remember(value: object): string {
    const stamp = `#${sum(wordParts(value))}`;
    known.set(value, stamp);
    return stamp;
  }

  function wordParts(value: object): string {
    if (value instanceof Map || value instanceof Set) return `m${wordList([...value])}`;
    const parts = pickParts(value);
    let text = '{';
    for (const key in parts) text += `${key.length}:${key}${word(parts[key])}`;
    return `${text}}`;
  }

  function wordList(values: readonly unknown[]): string {
    let text = '[';
    for (const value of values) text += word(value);
    return `${text}]`;
  }
}

function sum(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** Pages, articles, versions, plans, renderings, nodes of a tree. */
function isShared(value: object): boolean {
  // Asked of millions of values: a list of keys to go through takes several times as long.
  return (
    'article' in value ||
    'keyPlaces' in value ||
    'plan' in value ||
    'releases' in value ||
    'pieces' in value ||
    'children' in value
  );
}

type PlainParts = Readonly<Record<string, unknown>>;

/** The parts of plain data that count. */
function pickParts(value: object): PlainParts {
  if (isHead(value)) return pickHead(value);
  if (isArticle(value)) return pickArticle(value);
  return isRendering(value) ? pickRendering(value) : (value as PlainParts);
}

function isHead(value: object): value is PageHead {
  return 'isUntranslated' in value && 'output' in value;
}

/** Headings and texts only the page itself shows. */
function pickHead(page: PageHead): Omit<PageHead, 'headings'> {
  const { article, language, version, href, output, title, shortTitle, description } = page;
  const { labels, notes, fallbacks, isUntranslated } = page;
  const words = { title, shortTitle, description, labels, ...(notes && { notes }) };
  return { article, language, version, href, output, ...words, fallbacks, isUntranslated };
}

function isArticle(value: object): value is Article {
  return 'keyPlaces' in value && 'texts' in value;
}

/** Of the tree and of old addresses pages show what navigation finds, not what an article says. */
function pickArticle(article: Article): PlainParts {
  const { texts: _, keyPlaces: __, children: ___, redirectFrom: ____, frontmatter, ...rest } = article;
  const shown = Object.entries(frontmatter).filter(([key]) => key !== 'children' && key !== 'redirect_from');
  return { ...rest, frontmatter: Object.fromEntries(shown) };
}

function isRendering(value: object): value is Rendering {
  return 'pieces' in value && 'problems' in value;
}

/** What is wrong with a text is said elsewhere. */
function pickRendering({ problems: _, ...rest }: Rendering): PlainParts {
  return rest;
}
