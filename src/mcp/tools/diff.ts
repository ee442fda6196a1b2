import { z } from 'zod';
import { UsageError } from '../../usage-error.ts';
import { readListCursor, takeStretch } from '../text/cursor.ts';
import { findCut } from '../text/find-cut.ts';
import type { VersionChange } from '../types.ts';
import { chooseArticle, chooseTarget, chooseVersion } from './choose.ts';
import { ANSWERED, CURSOR, defineTool, LANGUAGE, NEXT_CURSOR, PAGE, VERSION } from './tool.ts';

export const diffTool = defineTool({
  name: 'diff',
  title: 'What differs between two versions',
  description:
    'Compares two versions of one page or of all pages: pages that were added or removed, and blocks of text that differ. A change that several pages share is listed once.',
  input: z.object({
    from: z.string().describe('The version to compare with, usually the older one.'),
    version: VERSION,
    page: PAGE.optional(),
    language: LANGUAGE,
    cursor: CURSOR,
  }),
  output: z.strictObject({
    ...ANSWERED,
    from: z.string(),
    total: z.number().describe('A long change is split into several.'),
    figures: z.strictObject({
      changed: z.number(),
      added: z.number(),
      removed: z.number(),
      moved: z.number(),
    }),
    changes: z.array(
      z.strictObject({
        kind: z.enum(['changed', 'added', 'removed', 'moved']),
        pages: z.array(z.string()).describe('Of a page that has moved, its old and its new path.'),
        morePages: z.number().optional(),
        section: z.string().optional(),
        added: z.array(z.string()),
        removed: z.array(z.string()),
      }),
    ),
    nextCursor: NEXT_CURSOR,
  }),
  async run(library, { from: name, page, cursor, ...wanted }) {
    const from = chooseVersion(library, name);
    const article = page === undefined ? undefined : await chooseArticle(library, page, wanted);
    const { version, language } = article ?? chooseTarget(library, wanted);
    if (from === version)
      throw new UsageError(
        `Both versions are ${version.name}: name the one to compare with, as 'from' or 'version'.`,
      );
    const question = { tool: 'diff', from: from.name, version: version.name, path: article?.path, language };
    const stretch = readListCursor(cursor, question, library.stamp);
    const all = await library.listChanges(from, { version, language }, article?.path);
    const parts = all.flatMap(splitChange);
    const { part, ...next } = await takeStretch(parts, stretch, 60, describeChange);
    const count = (kind: VersionChange['kind']) =>
      new Set(all.flatMap((each) => (each.kind === kind ? each.pages.slice(kind === 'moved' ? 1 : 0) : [])))
        .size;
    const figures = {
      changed: count('changed'),
      added: count('added'),
      removed: count('removed'),
      moved: count('moved'),
    };
    const head = `From ${from.name} to ${version.name}: ${figures.changed} ${figures.changed === 1 ? 'page' : 'pages'} changed, ${figures.added} added, ${figures.removed} removed, ${figures.moved} moved.`;
    return {
      answer: {
        version: version.name,
        language,
        from: from.name,
        total: parts.length,
        figures,
        changes: part,
        ...next,
      },
      text: [head, ...part.map(formatChange)].join('\n'),
    };
  },
});

/** Pages named of one change; the rest is counted. */
const MAX_PAGES = 20;
/** Of one block, in characters. */
const MAX_TEXT = 2000;
/** Of one change. */
const MAX_CHANGE = 4000;

function describeChange({ kind, pages, section, added, removed }: VersionChange) {
  return {
    kind,
    pages: pages.slice(0, MAX_PAGES),
    ...(pages.length > MAX_PAGES && { morePages: pages.length - MAX_PAGES }),
    ...(section !== '' && { section }),
    added: [...added],
    removed: [...removed],
  };
}

/** A page that says all in other words is one change, and longer than an answer: its blocks are told one after the other. */
function splitChange(change: VersionChange): readonly VersionChange[] {
  const pieces = (['removed', 'added'] as const).flatMap((side) =>
    change[side].flatMap((text) => cutBlock(text).map((piece) => ({ side, piece }))),
  );
  const parts: { added: string[]; removed: string[] }[] = [{ added: [], removed: [] }];
  let size = 0;
  for (const { side, piece } of pieces) {
    if (size > 0 && size + piece.length > MAX_CHANGE) {
      parts.push({ added: [], removed: [] });
      size = 0;
    }
    parts.at(-1)?.[side].push(piece);
    size += piece.length;
  }
  return parts.map((part) => ({ ...change, ...part }));
}

/** Between lines where there is one. */
function cutBlock(text: string): readonly string[] {
  if (text.length <= MAX_TEXT) return [text];
  const line = text.lastIndexOf('\n', MAX_TEXT - 1) + 1;
  const end = line > MAX_TEXT / 2 ? line : findCut(text, MAX_TEXT);
  return [text.slice(0, end), ...cutBlock(text.slice(end))];
}

function formatChange({
  kind,
  pages,
  morePages = 0,
  section,
  added,
  removed,
}: ReturnType<typeof describeChange>): string {
  const [first = '', ...others] = pages.map((path) => path || '/');
  if (kind === 'moved') return `moved: ${first} to ${others[0]}`;
  const count = others.length + morePages;
  const more = count === 0 ? '' : ` and ${count} more`;
  const lines = [...removed.map((text) => `- ${text}`), ...added.map((text) => `+ ${text}`)];
  return [`${kind}: ${first}${more}${section === undefined ? '' : ` › ${section}`}`, ...lines].join('\n');
}
