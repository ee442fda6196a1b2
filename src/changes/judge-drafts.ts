import type { SiteConfig } from '../config/index.ts';
import type { Page } from '../links/index.ts';
import type { Version } from '../versions/index.ts';
import { createTextJudges, FIELDS } from './judge-pages.ts';

/**
 * Whether two pages of an article differ in what a reader sees, where their texts may lack the HTML that only readers need.
 * Undefined where that has to be read to know.
 */
export type JudgeDrafts = (older: Page, newer: Page) => boolean | undefined;

export function createDraftJudge(
  config: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
): JudgeDrafts {
  const { differAtOnce } = createTextJudges(config, versions);
  return (older, newer) => {
    if (older.title !== newer.title) return true;
    const haveIds = haveSameIds(older, newer);
    const answers = FIELDS.map((field) => {
      // Without HTML, pieces of other texts are equal too.
      const mayBeSame = haveIds && haveSameMarkdown(older, newer, field);
      return differAtOnce(older, newer, older[field], newer[field], mayBeSame);
    });
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
  };
}

/** What those of translations are is told by the source language. */
function haveSameIds({ headings }: Page, other: Page): boolean {
  return (
    headings.length === other.headings.length && headings.every(({ id }, at) => id === other.headings[at]?.id)
  );
}

function haveSameMarkdown(older: Page, newer: Page, field: (typeof FIELDS)[number]): boolean {
  const [before, after] = [older, newer].map((page) => page.resolution.fields[field]?.text ?? '');
  return before === after || foldBlanks(before ?? '') === foldBlanks(after ?? '');
}

/**
 * Markdown in which one blank line stands for several: Liquid leaves them where a tag had a line of its own. In code they
 * count, and what is indented may be code.
 */
function foldBlanks(markdown: string): string {
  if (PREFORMATTED.test(markdown)) return markdown;
  const folded: string[] = [];
  let blanks: string[] = [];
  let fence = '';
  for (const line of markdown.trim().split('\n')) {
    if (line.trim() === '') {
      blanks.push(line);
      continue;
    }
    const isKept = fence !== '' || /^[ \t]/.test(line);
    folded.push(...(isKept ? blanks : blanks.slice(0, 1).map(() => '')), line);
    blanks = [];
    const mark = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
  }
  return folded.join('\n');
}

/** HTML in which blank lines count. */
const PREFORMATTED = /<(?:pre|textarea|script|style)\b/i;
