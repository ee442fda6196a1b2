import type { SiteConfig } from '../../config/index.ts';
import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import {
  assembleCorpus,
  type ChangedFiles,
  type Corpus,
  isContent,
  refreshStore,
  type SiteFiles,
} from '../../load/index.ts';
import type { SiteOutline } from './types.ts';

/** Reads all articles of a site of which no data but bodies of reusables differ: where nothing is to be said of the data, they are known. */
export function readAgain(
  { config, versions, others, data }: Pick<SiteOutline, 'config' | 'versions' | 'others' | 'data'>,
  files: Result<SiteFiles>,
  { changed }: ChangedFiles,
): Result<Corpus> {
  const store = others.some((said) => isOfData(said, config))
    ? undefined
    : refreshStore(data, changed, files.value, config);
  const { value, diagnostics } = assembleCorpus(files.value, config, versions, store && { data: store });
  return { value, diagnostics: [...files.diagnostics, ...diagnostics] };
}

/** What is said of addresses in data, and of release notes, is said by who reads them. */
function isOfData({ code, place }: Diagnostic, config: SiteConfig): boolean {
  return !isContent(config, place.file) && !/^(?:navigation\/|load\/release-notes$)/.test(code);
}
