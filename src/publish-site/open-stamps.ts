import type { ComposedSite, StampBook } from '../compose/index.ts';
import { isPage, type Page, type PageHead } from '../links/index.ts';
import type { Staging } from '../output/index.ts';

/** What the files of a site were made of: data that Node can clone. */
export interface SiteStamps {
  /** Of what all of them may be made of. */
  readonly frame: string;
  /** Of each file, by name; empty where it has none, or where it is not known any more. */
  readonly files: ReadonlyMap<string, string>;
  /** Its pages, as `LANGUAGE VERSION PATH`. */
  readonly pages: ReadonlySet<string>;
  /** Of the texts of each page, by the name of its file. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A book that is being filled, and what it knows of the last site. */
export interface OpenStamps extends StampBook {
  readonly stamps: SiteStamps;
  /** Pages that are new or other ones; all of them where nothing is known of the last site. */
  listChanged(): readonly Page[];
  /** Pages of the last site that are no more. */
  listGone(): readonly GonePage[];
  countKept(): number;
}

interface GonePage {
  readonly language: string;
  readonly version: { readonly id: string };
  readonly article: { readonly path: string };
}

/**
 * Opens the book of a site.
 *
 * @param last what is known of the files of the last site, which are still there
 * @param found stamps of files that are known already
 */
export async function openStamps(
  site: ComposedSite,
  last: SiteStamps | undefined,
  folder: Pick<Staging, 'keep'>,
  found: ReadonlyMap<string, string> = new Map(),
): Promise<OpenStamps> {
  const { createStamper, createTextStamper, stampFrame } = await import('../compose/index.ts');
  const frame = stampFrame(site);
  const known = last?.frame === frame ? last : undefined;
  const files = new Map<string, string>();
  const texts = new Map(
    site.pages.flatMap(({ output }) => {
      const text = known?.texts.get(output);
      return text === undefined ? [] : [[output, text] as const];
    }),
  );
  const kept = new Set<string>();
  const stamp = createStamper();
  const stampPage = createTextStamper(site.config, stamp);
  const pages = new Set(
    site.pages.map(({ language, version, article }) => `${language} ${version.id} ${article.path}`),
  );
  return {
    stamp,
    stampTexts,
    find: (output) => found.get(output),
    stamps: { frame, files, pages, texts },
    isKept(output, stamp) {
      files.set(output, stamp ?? '');
      if (stamp === undefined || known?.files.get(output) !== stamp) return false;
      kept.add(output);
      folder.keep(output);
      return true;
    },
    listChanged: () => site.pages.filter(isPage).filter(({ output }) => !kept.has(output)),
    listGone: () => [...(known?.pages ?? [])].filter((name) => !pages.has(name)).map(parsePage),
    countKept: () => kept.size,
  };

  /** What is known of a page that is not there stays as it was; nothing is made of a page of which nothing is known. */
  function stampTexts(page: PageHead): string {
    if (!isPage(page)) return texts.get(page.output) ?? '';
    const stamped = stampPage(page);
    texts.set(page.output, stamped);
    return stamped;
  }
}

function parsePage(name: string): GonePage {
  const [language = '', id = '', ...path] = name.split(' ');
  return { language, version: { id }, article: { path: path.join(' ') } };
}
