import { createDiagnostic, type ReportFault, type SiteConfig } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { Version } from '../versions/index.ts';
import { checkCharacters } from './check-characters.ts';
import { reportStrayTranslations } from './find-stray-translations.ts';
import { readArticles } from './read-articles.ts';
import { readFeatures } from './read-features.ts';
import { readStore } from './read-store.ts';
import { createVersionReader } from './read-versions.ts';
import { addReleaseNotes } from './release-notes/add-release-notes.ts';
import { reportOddNotes } from './release-notes/report-odd-notes.ts';
import { addRestReference } from './rest/add-rest-reference.ts';
import type { Corpus, SiteFiles } from './types.ts';
import { listVariantNames } from './variants.ts';

/** Data that were read before: no version changes them. */
export interface KnownData extends Pick<Corpus, 'data'> {
  /** Whether faults of release notes have been told too, which are a matter of articles as well. */
  readonly areNotesTold?: boolean;
}

/**
 * The files of a site as a Corpus; every fault of every file is reported.
 *
 * @param known data that were read before, whose faults are not told again
 */
export function assembleCorpus(
  files: SiteFiles,
  config: SiteConfig,
  versions: readonly Version[],
  known?: KnownData,
): Result<Corpus> {
  const diagnostics: Diagnostic[] = [];
  const report: ReportFault = (fault) => diagnostics.push(createDiagnostic(fault));
  checkCharacters(files.texts, report);
  const features = readFeatures(files, config, versions, report);
  const readVersions = createVersionReader(config, versions, features);
  const data = known?.data ?? readStore(files, config, report);
  const variants = listVariantNames(config, data);
  const { articles, failed } = readArticles(files, config, { versions, readVersions, variants, report });
  reportStrayTranslations(files, config, articles, report);
  if (known?.areNotesTold !== true) reportOddNotes(files, config, articles, report);
  const written = addReleaseNotes(articles, data, versions);
  const corpus = {
    articles: addRestReference(written, files, { config, versions, data, report }),
    ...(failed.size > 0 && { failed }),
    features: features.sets,
    data,
    assets: files.assets,
    images: files.images,
    ...(files.days && { days: files.days }),
  };
  return { value: Object.freeze(corpus), diagnostics };
}
