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
  /** Where a page can be seen. */
  readonly findPreview?: ((href: string) => string) | undefined;
  /** Where a file can be read. */
  readonly findSource?: ((file: string) => string) | undefined;
}
