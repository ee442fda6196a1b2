import type { SiteConfig } from '../../config/index.ts';
import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import {
  assembleCorpus,
  type ChangedFiles,
  type Corpus,
  findVariables,
  isContent,
  refreshStore,
  type SiteFiles,
} from '../../load/index.ts';
import type { SiteOutline } from './types.ts';

type Known = Pick<SiteOutline, 'config' | 'versions' | 'others' | 'data' | 'legacy' | 'repairs'>;

/**
 * Reads all articles of a site of which no data but bodies of reusables and values of variables differ. Where nothing is to be said
 * of the data, those are known. Undefined where a variable has come or gone, and where things are told of a file of some.
 */
export function readAgain(
  { config, versions, others, data, legacy, repairs }: Known,
  files: Result<SiteFiles>,
  { changed }: ChangedFiles,
): Result<Corpus> | undefined {
  const variables = [...changed].filter((file) => findVariables(config, file) !== undefined);
  const told = new Set([...legacy.map(({ place }) => place.file), ...repairs.keys()]);
  if (variables.some((file) => told.has(file))) return undefined;
  const isRead = variables.length > 0 || others.some((said) => isOfData(said, config));
  const store = isRead ? undefined : refreshStore(data, changed, files.value, config);
  const { value, diagnostics } = assembleCorpus(files.value, config, versions, store && { data: store });
  if (variables.length > 0 && listNames(value.data.parts) !== listNames(data)) return undefined;
  return { value, diagnostics: [...files.diagnostics, ...diagnostics] };
}

/** What is said of addresses in data, and of release notes, is said by who reads them. */
function isOfData({ code, place }: Diagnostic, config: SiteConfig): boolean {
  return !isContent(config, place.file) && !/^(?:navigation\/|load\/release-notes$)/.test(code);
}

/** All that data can be asked for: of what is not there hints say what is. */
function listNames(parts: SiteOutline['data']): string {
  return JSON.stringify(
    [...parts].map(([language, { sources, unread }]) => [language, [...sources.keys()], [...(unread ?? [])]]),
  );
}
