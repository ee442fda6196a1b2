import type { SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import type { Version } from '../versions/index.ts';
import { assembleCorpus } from './assemble-corpus.ts';
import { readFiles } from './read-files.ts';
import type { Corpus } from './types.ts';

/** Reads a site's folder and makes a Corpus of it. */
export async function loadCorpus(config: SiteConfig, versions: readonly Version[]): Promise<Result<Corpus>> {
  const files = await readFiles(config);
  const corpus = assembleCorpus(files.value, config, versions);
  return { value: corpus.value, diagnostics: [...files.diagnostics, ...corpus.diagnostics] };
}
