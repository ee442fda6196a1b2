import { formatPlace, type Place } from '../diagnostics/index.ts';
import type { ReportFault } from './faults.ts';

/** A text with where it stands. */
export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

/** Reports every text that already stands further up, whatever its case; `what` reads after "two": `plans with the id`. */
export function reportDuplicates(texts: readonly PlacedText[], what: string, report: ReportFault): void {
  const seen = new Map<string, Place>();
  for (const { text, place } of texts) {
    const key = text.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, place);
    else {
      report({
        code: 'config/duplicate',
        severity: 'error',
        message: `There are two ${what} '${text}'.`,
        hint: `The first one is at ${formatPlace(first)}.`,
        place,
      });
    }
  }
}
