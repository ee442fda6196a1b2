import type { Place } from '../diagnostics/index.ts';
import type { ReportFault } from './faults.ts';

/** A text with where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

/** Reports every text that already stands further up, whatever its case; `what` reads after "two": `plans with the id`. */
export function reportDuplicates(texts: readonly PlacedText[], what: string, report: ReportFault): void {
  const seen = new Set<string>();
  for (const { text, place } of texts) {
    const key = text.toLowerCase();
    if (seen.has(key)) {
      report({
        code: 'config/duplicate',
        severity: 'error',
        message: `There are two ${what} '${text}'.`,
        place,
      });
    }
    seen.add(key);
  }
}
