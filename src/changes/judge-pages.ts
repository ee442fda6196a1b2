import type { SiteConfig } from '../config/index.ts';
import type { FilledText, Page } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import { joinPieces, type Rendering } from '../markdown/index.ts';
import type { Version } from '../versions/index.ts';
import { haveSameWords } from './compare/have-same-words.ts';
import { listLinkNames } from './list-names.ts';
import { createAddressReader, followMove } from './read-address.ts';

/** Whether two pages of an article differ in what a reader sees. */
export type JudgePages = (older: Page, newer: Page) => boolean;

type JudgeTexts<Answer, More extends readonly unknown[] = []> = (
  older: Page,
  newer: Page,
  before: FilledText | undefined,
  after: FilledText | undefined,
  ...more: More
) => Answer;

/** Texts of most pages are of one rendering, so little is read: only those of different ones are compared word by word. */
export function createPageJudge(
  config: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
): JudgePages {
  const { differ } = createTextJudges(config, versions);
  return (older, newer) =>
    older.title !== newer.title || FIELDS.some((field) => differ(older, newer, older[field], newer[field]));
}

export function createTextJudges(
  config: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
): {
  readonly differ: JudgeTexts<boolean>;
  /** Undefined where words have to be compared. */
  readonly differAtOnce: JudgeTexts<boolean | undefined, [mayBeSame: boolean]>;
} {
  const readAddress = createAddressReader(config, versions);
  return { differ, differAtOnce };

  function differAtOnce(
    older: Page,
    newer: Page,
    before: FilledText | undefined,
    after: FilledText | undefined,
    mayBeSame: boolean,
  ): boolean | undefined {
    if (before === undefined || after === undefined) return before !== after;
    if (mayBeSame && haveSamePieces(before.rendering, after.rendering)) {
      const [ownBefore, ownAfter] = [findHome(older), findHome(newer)];
      if (before.fills.every((fill, at) => isSame(fill, after.fills[at], ownBefore, ownAfter))) return false;
    }
    const names = listLinkNames(older.version, newer.version);
    const [text, other] = [before.rendering.text, after.rendering.text];
    return foldNames(text, names) === foldNames(other, names) ? undefined : true;
  }

  function differ(
    older: Page,
    newer: Page,
    before: FilledText | undefined,
    after: FilledText | undefined,
  ): boolean {
    const known = differAtOnce(older, newer, before, after, true);
    if (known !== undefined || before === undefined || after === undefined) return known ?? before !== after;
    const names = listLinkNames(older.version, newer.version);
    return !haveSameWords(joinText(before), joinText(after), {
      language: newer.language,
      names,
      addresses: [older.href, newer.href],
      readAddress: followMove(readAddress, older.href, newer.href),
    });
  }

  function findHome({ language, version }: Page): string {
    return createPermalink(config, language, version, '').href;
  }

  function isSame(before: string, after: string | undefined, ownBefore: string, ownAfter: string): boolean {
    if (before === after) return true;
    if (after === undefined) return false;
    // Nearly all are links within the own version, so the costly question is hardly asked.
    const length = before.length - ownBefore.length;
    if (
      length === after.length - ownAfter.length &&
      before.startsWith(ownBefore) &&
      after.startsWith(ownAfter)
    ) {
      if (before.endsWith(after.slice(ownAfter.length))) return true;
    }
    return readAddress(before) === readAddress(after);
  }
}

/** Texts that say other things to Liquid alone, or to different pages, come to the same: most that are not one rendering. */
function haveSamePieces(one: Rendering, other: Rendering): boolean {
  if (one === other) return true;
  const { pieces } = one;
  return pieces.length === other.pieces.length && pieces.every((piece, at) => piece === other.pieces[at]);
}

/** What a page prints of its own version is no change. */
function foldNames(text: string, names: ReturnType<typeof listLinkNames>): string {
  return names.reduce((folded, [older, newer]) => folded.replaceAll(older, newer), text);
}

export const FIELDS = ['intro', 'product', 'permissions', 'body'] as const;

export function joinText({ rendering, fills }: FilledText): string {
  return joinPieces(rendering, fills);
}
