import { readFile } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { repository } from '../build/run-decant.ts';

/** What the program in the browser answers. Texts are plain and marked in turns. */
export interface SiteSearch {
  search(query: string, start?: number, count?: number, product?: string): Promise<SearchAnswer>;
}

export interface SearchAnswer {
  readonly total: number;
  readonly isPartly: boolean;
  /** What was asked instead. */
  readonly near: string | undefined;
  readonly products: readonly (readonly [name: string, count: number])[];
  readonly results: readonly {
    readonly href: string;
    readonly title: readonly string[];
    readonly trail: readonly string[];
    readonly text: readonly string[];
    readonly sections: readonly {
      readonly href: string;
      readonly title: readonly string[];
      readonly text: readonly string[];
    }[];
  }[];
}

interface EngineModule {
  openEngine(settings: unknown, load: (name: string) => Promise<Uint8Array>): Promise<SiteSearch>;
}

/**
 * Searches a built site with the very program that readers load. `group` is `en/free-pro-team@latest`; `onLoad` hears of
 * every file of the index that is read.
 */
export async function openSite(
  out: string,
  group: string,
  onLoad?: (name: string) => void,
): Promise<SiteSearch> {
  const folder = join(out, 'search', group);
  const settings: unknown = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
  return openWith(settings, async (name) => {
    onLoad?.(name);
    return new Uint8Array(await readFile(resolve(folder, name)));
  });
}

/** As `openSite`, of files in memory. */
export async function openFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  folder: string,
): Promise<SiteSearch> {
  const settings: unknown = JSON.parse(String(files.get(`${folder}/index.json`)));
  return openWith(settings, async (name) => {
    const content = files.get(posix.join(folder, name));
    if (content === undefined) throw new Error(`There is no ${name}.`);
    return new Uint8Array(Buffer.from(content));
  });
}

async function openWith(...args: Parameters<EngineModule['openEngine']>): Promise<SiteSearch> {
  const module: unknown = await import(join(repository, 'site/assets/search-engine.js'));
  return (module as EngineModule).openEngine(...args);
}
