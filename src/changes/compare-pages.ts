import type { SiteConfig } from '../config/index.ts';
import type { FilledText } from '../links/index.ts';
import type { Version } from '../versions/index.ts';
import { compareTexts } from './compare/compare-texts.ts';
import type { CompareWords, Comparison } from './compare/types.ts';
import { joinText } from './judge-pages.ts';
import { listNames } from './list-names.ts';
import { createAddressReader } from './read-address.ts';
import type { ChangedPage, PageComparison } from './types.ts';

/** Compares the texts of two pages field by field. */
export type ComparePages = (change: ChangedPage, words: CompareWords) => PageComparison;

export function createPageComparer(
  config: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
): ComparePages {
  const readAddress = createAddressReader(config, versions);
  return ({ older, newer }, words) => {
    const { language } = newer;
    const names = listNames(older.version, newer.version);
    const addresses = [older.href, newer.href] as const;
    const compare = (name: string, before: string, after: string, folds = false): Comparison =>
      compareTexts(before, after, { language, names, addresses, readAddress, words, folds, name });
    const compareBoxes = (name: 'intro' | 'product' | 'permissions'): Comparison | undefined =>
      older[name] === undefined && newer[name] === undefined
        ? undefined
        : compare(name, join(older[name]), join(newer[name]));
    return {
      title: compare('title', escapeText(older.title), escapeText(newer.title)),
      intro: compareBoxes('intro'),
      product: compareBoxes('product'),
      permissions: compareBoxes('permissions'),
      body: compare('change', join(older.body), join(newer.body), true),
    };
  };
}

function join(text: FilledText | undefined): string {
  return text === undefined ? '' : joinText(text);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
