import { createDiagnostic, type Report, type SiteConfig } from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import type { Version } from '../versions/index.ts';
import { createDataStore } from './create-data-store.ts';
import { splitLanguages } from './languages.ts';
import { readArticles } from './read-articles.ts';
import { readData } from './read-data.ts';
import { readFeatures } from './read-features.ts';
import { createVersionReader } from './read-versions.ts';
import { addReleaseNotes } from './release-notes/add-release-notes.ts';
import type { Corpus, DataStore, SiteFiles } from './types.ts';

/** The files of a site as a Corpus; every fault of every file is reported. */
export function assembleCorpus(
  files: SiteFiles,
  config: SiteConfig,
  versions: readonly Version[],
): Result<Corpus> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (fault) => diagnostics.push(createDiagnostic(fault));
  const features = readFeatures(files, config, versions, report);
  const readVersions = createVersionReader(config, versions, features);
  const articles = readArticles(files, config, { versions, readVersions, report });
  const data = readStore(files, config, report);
  const corpus = {
    articles: addReleaseNotes(articles, data, versions),
    features: features.sets,
    data,
    assets: files.assets,
    images: files.images,
    ...(files.days && { days: files.days }),
  };
  return { value: Object.freeze(corpus), diagnostics };
}

function readStore(files: SiteFiles, config: SiteConfig, report: Report): DataStore {
  const { source, translations } = splitLanguages(config);
  return createDataStore(
    { code: source.code, data: readData(files, source.dir, undefined, report) },
    new Map(translations.map(({ code, dir }) => [code, readData(files, dir, code, report)])),
  );
}
