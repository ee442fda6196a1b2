import type { SiteConfig } from './config/index.ts';
import { findNearest } from './diagnostics/index.ts';
import { UsageError } from './usage-error.ts';
import { createSet, findVersions, listVersions, type VersionSet } from './versions/index.ts';

/** The versions and languages someone asks for by name; all published ones if it names none. */
export interface Selection {
  readonly built: VersionSet;
  readonly languages: readonly string[];
}

/** @throws UsageError for a version or language that the site file does not have; names those it has */
export function selectTargets(
  config: SiteConfig,
  versionNames: readonly string[],
  languageCodes: readonly string[],
): Selection {
  return { built: selectVersions(config, versionNames), languages: selectLanguages(config, languageCodes) };
}

function selectVersions({ plans }: SiteConfig, names: readonly string[]): VersionSet {
  const versions = listVersions(plans);
  if (names.length === 0) return createSet(versions.filter(({ isPreview }) => !isPreview));
  return createSet(
    names.flatMap((name) => {
      const found = findVersions(versions, name);
      if (found.length === 0)
        throw new UsageError(
          describeUnknown(
            'version',
            name,
            versions.map((each) => each.name),
          ),
        );
      return found;
    }),
  );
}

function selectLanguages({ languages }: SiteConfig, codes: readonly string[]): readonly string[] {
  const known = languages.map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new UsageError(describeUnknown('language', unknown, known));
  return codes.length === 0 ? known : known.filter((code) => codes.includes(code));
}

function describeUnknown(kind: string, name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  return `There is no ${kind} '${name}'. There are: ${known.join(', ')}.${guess}`;
}
