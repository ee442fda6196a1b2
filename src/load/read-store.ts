import type { ReportFault, SiteConfig } from '../config/index.ts';
import { createDataStore } from './create-data-store.ts';
import { splitLanguages } from './languages.ts';
import { readData } from './read-data.ts';
import type { DataStore, SiteFiles } from './types.ts';

/** The data of all languages. */
export function readStore(files: SiteFiles, config: SiteConfig, report: ReportFault): DataStore {
  const { source, translations } = splitLanguages(config);
  return createDataStore(
    new Map([
      [source.code, readData(files, source.dir, undefined, report)],
      ...translations.map(({ code, dir }) => [code, readData(files, dir, code, report)] as const),
    ]),
  );
}
