import { compareTexts } from '../../src/changes/compare/compare-texts.ts';
import type { CompareOptions, Comparison } from '../../src/changes/compare/types.ts';

export const options: CompareOptions = {
  language: 'en',
  names: [['3.1', '3.2']],
  addresses: ['/en/server@3.1/tea/', '/en/server@3.2/tea/'],
  readAddress: (href) => href.replace(/server@3\.\d\//, ''),
  words: {
    added: 'Added',
    removed: 'Removed',
    linkChanged: 'link changed',
    unchangedBlocks: '{count} unchanged blocks',
    unchangedItems: '{count} unchanged items',
    unchangedRows: '{count} unchanged rows',
    unchangedLines: '{count} unchanged lines',
  },
  folds: false,
  name: 'change',
};

export function compare(before: string, after: string, more: Partial<CompareOptions> = {}): Comparison {
  return compareTexts(before, after, { ...options, ...more });
}
