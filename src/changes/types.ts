import type { PageHead } from '../links/index.ts';
import type { Version } from '../versions/index.ts';
import type { Comparison } from './compare/types.ts';

export type { BlockChange, ChangeKind, CompareWords, Comparison } from './compare/types.ts';

/** From a release of a plan to the next one that is built. */
export interface ReleaseStep {
  readonly older: Version;
  readonly newer: Version;
  /** Path segment of the pages about it, in the place of that of a version: `enterprise-server@3.1-to-3.2`. */
  readonly segment: string;
}

/** An article whose pages in the two releases of a step differ in what a reader sees, and the page that shows how. */
export interface ChangedPage {
  readonly step: ReleaseStep;
  readonly older: PageHead;
  readonly newer: PageHead;
  /** Within the host: `/ja/enterprise-server@3.1-to-3.2/packages/x/`. */
  readonly href: string;
  /** Relative to the output folder. */
  readonly output: string;
}

/** An article that has another file, and so another address, since a release; the old address leads to the new one. */
export interface MovedPage {
  readonly older: PageHead;
  readonly newer: PageHead;
  /** Undefined where a reader sees no difference but the address. */
  readonly change: ChangedPage | undefined;
}

/** All that a step changes in one language, and the page that lists it. Hidden pages are not named. */
export interface ReleaseChanges {
  readonly step: ReleaseStep;
  readonly language: string;
  readonly href: string;
  readonly output: string;
  readonly changed: readonly ChangedPage[];
  readonly moved: readonly MovedPage[];
  /** Pages that only the newer release has, and those that only the older one has. */
  readonly added: readonly PageHead[];
  readonly removed: readonly PageHead[];
}

/** What differs between neighbouring releases. Texts are compared when their page is written. */
export interface Changes {
  /** Steps that change something, by language, in the order of the versions. */
  readonly releases: readonly ReleaseChanges[];
  /** Every pair of pages that differ, hidden ones too. */
  readonly pages: readonly ChangedPage[];
  /** All steps that changed an article in a language, in the order of the versions. */
  listSteps({ newer }: ChangedPage): readonly ChangedPage[];
  /** How a page differs from the release before it. */
  findChange(newer: PageHead): ChangedPage | undefined;
  /** What came with a release. */
  findRelease(language: string, newer: Version): ReleaseChanges | undefined;
}

/** The texts of two pages, each two made one. Absent where neither page has the field. */
export interface PageComparison {
  readonly title: Comparison;
  readonly intro: Comparison | undefined;
  readonly product: Comparison | undefined;
  readonly permissions: Comparison | undefined;
  readonly body: Comparison;
}
