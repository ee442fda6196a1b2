import type { ProblemDifference } from '../compare-problems.ts';
import type { SiteDifference } from '../difference/types.ts';

/** What a report shows. */
export interface DifferenceReport {
  /** Heading: `What this edit changes`. */
  readonly title: string;
  /** What the opening sentence speaks of: `This edit`. */
  readonly subject: string;
  /** What was compared with what, and what is to say of that. */
  readonly notes: readonly string[];
  readonly difference: SiteDifference;
  /** What is said of the sources now and was not, and the other way round; nothing is told if absent. */
  readonly problems?: ProblemDifference | undefined;
  /** Lost addresses; nothing is told if absent. */
  readonly lost?: readonly LostReport[] | undefined;
  /** Where a page can be seen. */
  readonly findPreview?: ((href: string) => string) | undefined;
  /** Where a file can be read. */
  readonly findSource?: ((file: string) => string) | undefined;
}

/** Lost addresses of one path, and what would resolve them. */
export interface LostReport {
  readonly addresses: readonly string[];
  /** The file of the page that takes its place; undefined where none does for sure. */
  readonly file: string | undefined;
  /** What to write into its frontmatter: `redirect_from: /packages/x`. */
  readonly written: string;
  /** In a few words, why there, or why nowhere. */
  readonly reason: string;
}
