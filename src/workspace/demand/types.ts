import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Page, PageHead } from '../../links/index.ts';
import type { RedirectTable } from '../../redirects/index.ts';
import type { Version } from '../../versions/index.ts';
import type { SitePart, Workspace } from '../types.ts';

/** An article in one language, in every built version that has it. */
export interface MadeArticle {
  /** With what their layouts need of the others. */
  readonly part: SitePart;
  /** What is said of the article in this language, in all versions. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The pages of a site, each made when somebody asks. What layouts ask of other pages is noted when it is not known yet, and
 * found out by `settle`: whoever composes a page does so again until there is nothing to settle.
 */
export interface PageMaker {
  readonly workspace: Workspace;
  makeArticle(language: string, path: string): Promise<MadeArticle>;
  /** The page at an address of the site, without its texts; its article may be broken. Undefined where there is none. */
  findHead(href: string): PageHead | undefined;
  listHomes(): readonly PageHead[];
  /** Old addresses; listed when somebody asks for the first time. */
  readonly redirects: Pick<RedirectTable, 'redirects' | 'aliases'>;
  /** Finds out what was asked for and is not known. False where there was nothing. */
  settle(): Promise<boolean>;
  /**
   * The maker of a workspace that came of this one's by `update`.
   *
   * @param changed names of the files that differ
   */
  update(workspace: Workspace, changed: ReadonlySet<string>): PageMaker;
}

/** What others see of a page, but for its place. */
export type HeadWords = Pick<
  Page,
  'title' | 'shortTitle' | 'description' | 'labels' | 'notes' | 'fallbacks' | 'isUntranslated'
>;

/** Finds the head of a page by where it stands. */
export type FindHead = (language: string, version: Version, path: string) => PageHead | undefined;
