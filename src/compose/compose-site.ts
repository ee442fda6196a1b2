import type { CardPrinter } from '../cards/index.ts';
import type { OutputFolder } from '../output/index.ts';
import type { Theme } from '../theme/index.ts';
import { copyAssets } from './copy-assets.ts';
import { listCards } from './list-cards.ts';
import { listFiles, listPageFiles } from './list-files.ts';
import type { ComposedSite, PartOfSite, StampBook } from './types.ts';
import { writeFiles } from './write-files.ts';

/**
 * Writes the whole site into a folder, but for what the last site has just so, and returns how many files it has.
 *
 * @param book knows which files need not be made; all are made, and compared, if absent
 * @param printer makes card pictures, where the site has any
 */
export async function composeInto(
  site: ComposedSite,
  theme: Theme,
  folder: OutputFolder,
  book?: StampBook,
  printer?: CardPrinter,
): Promise<number> {
  const copied = await copyAssets(site.corpus, site.config.root, folder);
  return copied + (await composeAnew(site, theme, folder, book, printer));
}

/** The same for a site whose assets are as they were. */
export async function composeAnew(
  site: ComposedSite,
  theme: Theme,
  folder: OutputFolder,
  book?: StampBook,
  printer?: CardPrinter,
): Promise<number> {
  const files = listFiles(site, theme);
  await writeFiles(files, folder, book);
  const cards = await writeCards(site, printer, folder, book);
  return files.length + cards;
}

/**
 * Writes some pages of a site into a folder, and what changed in them; see `listPageFiles`. The rest of the site is as it
 * was.
 */
export async function composePages(
  site: PartOfSite,
  taken: ReadonlySet<string>,
  theme: Theme,
  folder: OutputFolder,
  printer?: CardPrinter,
): Promise<void> {
  await writeFiles(listPageFiles(site, theme, taken), folder);
  await writeCards(site, printer, folder);
}

/** A card is made of what its address names; site file and program are left to who knows them. */
async function writeCards(
  site: PartOfSite,
  printer: CardPrinter | undefined,
  folder: OutputFolder,
  book?: StampBook,
): Promise<number> {
  if (printer === undefined) return 0;
  const cards = listCards(site);
  for (const { output, card } of cards)
    if (!book?.isKept(output, book.stamp(card, printer.name)))
      await folder.write(output, await printer.print(card));
  return cards.length;
}
