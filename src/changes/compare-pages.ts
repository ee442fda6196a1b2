import type { SiteConfig } from '../config/index.ts';
import type { FilledText, Page } from '../links/index.ts';
import type { Version } from '../versions/index.ts';
import type { CompareWords } from './compare/types.ts';
import { compareFields, type PageTexts } from './compare-fields.ts';
import { joinText } from './judge-pages.ts';
import { listLinkNames } from './list-names.ts';
import { createAddressReader } from './read-address.ts';
import type { PageComparison } from './types.ts';

/** Compares the texts of two pages field by field. */
export type ComparePages = (older: Page, newer: Page, words: CompareWords) => PageComparison;

export function createPageComparer(
  config: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
): ComparePages {
  const readAddress = createAddressReader(config, versions);
  return (older, newer, words) =>
    compareFields(readTexts(older), readTexts(newer), {
      language: newer.language,
      names: listLinkNames(older.version, newer.version),
      readAddress,
      words,
    });
}

function readTexts({ href, title, intro, product, permissions, body }: Page): PageTexts {
  return {
    href,
    title: escapeText(title),
    intro: join(intro),
    product: join(product),
    permissions: join(permissions),
    body: joinText(body),
  };
}

function join(text: FilledText | undefined): string | undefined {
  return text && joinText(text);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
