import type { VisualComparison } from './types.ts';

/** `1 page`, `2 pages`. */
export function formatCount(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What was found, in short phrases, the most telling first. */
export function listPhrases(comparison: VisualComparison): readonly string[] {
  const { renderings, added, removed, unseen, skipped } = comparison;
  const words = renderings.filter(({ hasWords }) => hasWords).length;
  const look = renderings.filter(({ hasLook }) => hasLook).length;
  const pages = new Set(renderings.flatMap((rendering) => rendering.pages)).size;
  const views = renderings.flatMap(({ comparisons }) => comparisons);
  const bare = views.filter(({ head }) => head.png === undefined).length;
  return [
    renderings.length > 0
      ? `${formatCount(renderings.length, 'distinct change')} on ${formatCount(pages, 'page')}`
      : 'No page looks or reads differently',
    ...phrase(words, `words changed in ${words}`),
    ...phrase(look, `look changed in ${look}`),
    ...phrase(added.length, `${formatCount(added.length, 'page')} added`),
    ...phrase(removed.length, `${formatCount(removed.length, 'page')} removed`),
    ...phrase(unseen.length, `${formatCount(unseen.length, 'page')} with invisible differences`),
    ...phrase(skipped.length, `${formatCount(skipped.length, 'page')} not looked at (see --limit)`),
    ...phrase(bare, `no pictures of ${formatCount(bare, 'view')}, to keep the report small`),
  ];
}

function phrase(number: number, text: string): readonly string[] {
  return number > 0 ? [text] : [];
}

/** Whether there is something to tell: 0 or 1 as exit code. */
export function isDifferent({ renderings, added, removed, skipped }: VisualComparison): boolean {
  return renderings.length + added.length + removed.length + skipped.length > 0;
}

/** The kinds of change of a rendering in words. */
export function nameKinds({ hasWords, hasLook }: { hasWords: boolean; hasLook: boolean }): string {
  return hasWords && hasLook ? 'words and look changed' : hasWords ? 'words changed' : 'look changed';
}
