import type { SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import type { Version } from '../versions/index.ts';
import { assembleCorpus } from './assemble-corpus.ts';
import { readFiles } from './read-files.ts';
import type { Corpus, SiteFiles } from './types.ts';

/**
 * Reads a site's folder and makes a Corpus of it.
 *
 * @param read what `readFiles` has read of it already
 */
export async function loadCorpus(
  config: SiteConfig,
  versions: readonly Version[],
  read?: Result<SiteFiles>,
): Promise<Result<Corpus>> {
  const files = read ?? (await readFiles(config));
  const corpus = assembleCorpus(files.value, config, versions);
  return { value: corpus.value, diagnostics: [...files.diagnostics, ...corpus.diagnostics] };
}
