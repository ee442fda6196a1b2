import type { StampBook } from '../compose/index.ts';
import type { Staging } from '../output/index.ts';
import type { Site } from '../workspace/index.ts';

/** What the files of a site were made of: data that Node can clone. */
export interface SiteStamps {
  /** Of what all of them may be made of. */
  readonly frame: string;
  /** Of each file that was stamped, by name. */
  readonly files: ReadonlyMap<string, string>;
  /** Its pages, as `LANGUAGE VERSION PATH`. */
  readonly pages: ReadonlySet<string>;
}

/** A book that is being filled, and what it knows of the last site. */
export interface OpenStamps extends StampBook {
  readonly stamps: SiteStamps;
  /** Pages that are new or other ones; all of them where nothing is known of the last site. */
  listChanged(): Site['pages'];
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
 */
export async function openStamps(
  site: Site & { readonly hasSearch: boolean },
  last: SiteStamps | undefined,
  folder: Pick<Staging, 'keep'>,
): Promise<OpenStamps> {
  const { createStamper, stampFrame } = await import('../compose/index.ts');
  const frame = stampFrame(site);
  const known = last?.frame === frame ? last : undefined;
  const files = new Map<string, string>();
  const kept = new Set<string>();
  const pages = new Set(
    site.pages.map(({ language, version, article }) => `${language} ${version.id} ${article.path}`),
  );
  return {
    stamp: createStamper(),
    stamps: { frame, files, pages },
    isKept(output, stamp) {
      files.set(output, stamp);
      if (known?.files.get(output) !== stamp) return false;
      kept.add(output);
      folder.keep(output);
      return true;
    },
    listChanged: () => site.pages.filter(({ output }) => !kept.has(output)),
    listGone: () => [...(known?.pages ?? [])].filter((name) => !pages.has(name)).map(parsePage),
    countKept: () => kept.size,
  };
}

function parsePage(name: string): GonePage {
  const [language = '', id = '', ...path] = name.split(' ');
  return { language, version: { id }, article: { path: path.join(' ') } };
}
