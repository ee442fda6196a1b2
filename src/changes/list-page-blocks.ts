import type { SiteConfig } from '../config/index.ts';
import type { FilledText, Page } from '../links/index.ts';
import { joinPieces } from '../markdown/index.ts';
import type { Version } from '../versions/index.ts';
import { type ComparedBlock, listBlocks } from './compare/list-blocks.ts';
import type { CompareOptions, CompareWords } from './compare/types.ts';
import { listLinkNames } from './list-names.ts';
import { createAddressReader, followMove } from './read-address.ts';

/** What of a page a reader reads, as HTML: the fields that are compared, in the order they stand in. */
export type ReadField = 'title' | 'intro' | 'product' | 'permissions' | 'body';

/** A page as it is compared: from a build, or read from a file. */
export interface ReadPage {
  readonly href: string;
  readonly language: string;
  readonly fields: Readonly<Partial<Record<ReadField, string>>>;
}

/** A block in which two pages differ. */
export interface PageBlock extends ComparedBlock {
  readonly field: ReadField;
}

export const READ_FIELDS = ['title', 'intro', 'product', 'permissions', 'body'] as const;

/** The fields of a page of a build. */
export function readPage({ href, language, title, intro, product, permissions, body }: Page): ReadPage {
  const texts = { intro, product, permissions, body };
  const fields = Object.entries(texts).flatMap(([name, text]: [string, FilledText | undefined]) =>
    text === undefined ? [] : [[name, joinPieces(text.rendering, text.fills)] as const],
  );
  const escaped = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return { href, language, fields: { title: escaped, ...Object.fromEntries(fields) } };
}

/** Compares pages of one version in two states of a site, in which an address is what it is. */
export function listPageBlocks(older: ReadPage, newer: ReadPage): readonly PageBlock[] {
  return listBlocksOf(older, newer, [], (href) => href);
}

/** Compares pages of two versions: that each prints its own version, and leads to pages of that version, is no difference. */
export function createBlockLister(
  config: Pick<SiteConfig, 'basePath'>,
  versions: readonly Version[],
  words: CompareWords = WORDS,
): (older: Page, newer: Page) => readonly PageBlock[] {
  const readAddress = createAddressReader(config, versions);
  return (older, newer) => {
    const names = listLinkNames(older.version, newer.version);
    return listBlocksOf(readPage(older), readPage(newer), names, readAddress, words);
  };
}

function listBlocksOf(
  older: ReadPage,
  newer: ReadPage,
  names: CompareOptions['names'],
  readAddress: CompareOptions['readAddress'],
  words: CompareWords = WORDS,
): readonly PageBlock[] {
  const addresses = [older.href, newer.href] as const;
  return READ_FIELDS.flatMap((field) => {
    const [before = '', after = ''] = [older.fields[field], newer.fields[field]];
    if (before === after) return [];
    const found = listBlocks(before, after, {
      language: newer.language,
      names,
      addresses,
      readAddress: followMove(readAddress, ...addresses),
      words,
      folds: true,
      name: field,
    });
    return found.map((block) => ({ ...block, field }));
  });
}

/** In the language of most reports that show the blocks. */
const WORDS = {
  added: 'Added:',
  removed: 'Removed:',
  linkChanged: '(leads elsewhere now)',
  unchangedBlocks: '{count} unchanged blocks',
  unchangedItems: '{count} unchanged items',
  unchangedRows: '{count} unchanged rows',
  unchangedLines: '{count} unchanged lines',
};
