import type { ReportFault, SiteConfig, TextFile, YamlValue } from '../config/index.ts';
import { EMPTY_SET, type Version, type VersionSet } from '../versions/index.ts';
import { splitLanguages } from './languages.ts';
import { parseDataYaml } from './parse-data-yaml.ts';
import { createHeadParser, type HeadParser } from './parse-heads.ts';
import { joinPath } from './paths.ts';
import { createVersionReader, type FeatureTable, type ReadVersions } from './read-versions.ts';
import type { SiteFiles } from './types.ts';

const NO_FEATURES: FeatureTable = { sets: new Map(), outside: new Map() };

/** The features of `data/features/NAME.yml`. One that is broken or cannot be read is known all the same, and true nowhere. */
export function readFeatures(
  { texts, unread = [], heads = createHeadParser() }: SiteFiles,
  config: SiteConfig,
  versions: readonly Version[],
  report: ReportFault,
): FeatureTable {
  const folder = `${joinPath(splitLanguages(config).source.dir, 'data', 'features')}/`;
  const readVersions = createVersionReader(config, versions, NO_FEATURES);
  const sets = new Map<string, VersionSet>();
  const outside = new Map<string, ReadVersions['outside']>();
  const nameOf = (path: string) =>
    path.startsWith(folder) ? findName(path.slice(folder.length)) : undefined;
  for (const path of unread) {
    const name = nameOf(path);
    if (name !== undefined) sets.set(name, EMPTY_SET);
  }
  for (const [path, text] of texts) {
    const name = nameOf(path);
    if (name === undefined) continue;
    if (config.plans.some(({ short }) => short === name)) {
      const message = `The feature '${name}' has the name of a plan, and conditions refer to the plan.`;
      const place = { file: path, line: 1, column: 1 };
      report({ code: 'load/feature', severity: 'warning', message, hint: 'Rename the file.', place });
    }
    const value = readVersionsValue({ path, text }, name, report, heads);
    const read = value === undefined ? undefined : readVersions(value, report);
    sets.set(name, read?.versions ?? EMPTY_SET);
    outside.set(name, read?.outside);
  }
  return { sets, outside };
}

function findName(file: string): string | undefined {
  return /^([^/]+)\.ya?ml$/.exec(file)?.[1];
}

function readVersionsValue(
  file: TextFile,
  name: string,
  report: ReportFault,
  heads: HeadParser,
): YamlValue | undefined {
  const { value, faults } = parseDataYaml(file, undefined, report, heads);
  if (faults.length > 0) return undefined;
  const found = value?.kind === 'map' ? value.entries.get('versions')?.value : undefined;
  if (found?.kind === 'map' || (found?.kind === 'scalar' && found.value === '*')) return found;
  report({
    code: 'load/feature',
    severity: 'error',
    message: `The feature '${name}' has no mapping 'versions'.`,
    hint: "Write 'versions:' and below it the plans it is in, each with a range or '*'.",
    place: found?.place ?? { file: file.path, line: 1, column: 1 },
  });
  return undefined;
}
