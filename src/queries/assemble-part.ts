import type { SiteSetup } from '../config/index.ts';
import { assembleCorpus, type Corpus, isContent, type SiteFiles } from '../load/index.ts';

/**
 * The corpus as far as some articles need it: the articles of the files given, in every language, the index pages that may name
 * them, and all data. Files that it lacks are missing nowhere but in lists of children.
 */
export function assemblePart(
  { config, versions }: Pick<SiteSetup, 'config' | 'versions'>,
  files: SiteFiles,
  wanted: Iterable<string>,
): Corpus {
  const parts = new Set([...wanted].flatMap((file) => findPart(config, file) ?? []));
  const isKept = (file: string) => {
    if (!isContent(config, file)) return true;
    const part = findPart(config, file);
    return part !== undefined && (parts.has(part) || /(?:^|\/)index\.md$/.test(part));
  };
  const texts = new Map([...files.texts].filter(([file]) => isKept(file)));
  return assembleCorpus({ ...files, texts }, config, versions).value;
}

/** The name of an article's file below `content/`, alike in all languages. */
function findPart({ languages }: SiteSetup['config'], file: string): string | undefined {
  const folder = languages
    .map(({ dir }) => (dir === '.' ? 'content/' : `${dir}/content/`))
    .find((each) => file.startsWith(each));
  return folder === undefined ? undefined : file.slice(folder.length);
}
