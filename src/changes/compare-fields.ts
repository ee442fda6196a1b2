import { compareTexts } from './compare/compare-texts.ts';
import type { CompareOptions, Comparison } from './compare/types.ts';
import { followMove } from './read-address.ts';
import type { PageComparison } from './types.ts';

/** What a reader sees of a page, as HTML. */
export interface PageTexts {
  readonly href: string;
  readonly title: string;
  readonly intro: string | undefined;
  readonly product: string | undefined;
  readonly permissions: string | undefined;
  readonly body: string;
}

/** Compares two pages field by field. Browsers run it too, so it knows nothing but texts. */
export function compareFields(
  older: PageTexts,
  newer: PageTexts,
  options: Pick<CompareOptions, 'language' | 'names' | 'readAddress' | 'words'>,
): PageComparison {
  const addresses = [older.href, newer.href] as const;
  const readAddress = followMove(options.readAddress, ...addresses);
  const compare = (name: string, before: string, after: string, folds = false): Comparison =>
    compareTexts(before, after, { ...options, readAddress, addresses, folds, name });
  const compareBoxes = (name: 'intro' | 'product' | 'permissions'): Comparison | undefined =>
    older[name] === undefined && newer[name] === undefined
      ? undefined
      : compare(name, older[name] ?? '', newer[name] ?? '');
  return {
    title: compare('title', older.title, newer.title),
    intro: compareBoxes('intro'),
    product: compareBoxes('product'),
    permissions: compareBoxes('permissions'),
    body: compare('change', older.body, newer.body, true),
  };
}
