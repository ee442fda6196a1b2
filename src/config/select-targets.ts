import { findNearest } from '../diagnostics/index.ts';
import { UsageError } from '../usage-error.ts';
import {
  createSet,
  describeMissingVersion,
  findVersions,
  type Version,
  type VersionSet,
} from '../versions/index.ts';
import type { SiteConfig, SiteSetup } from './types.ts';

/**
 * The versions and languages someone asks for by name; all published ones if it names none.
 *
 * @throws UsageError for a version or language that the site file does not have; names those it has
 */
export function selectTargets(
  config: SiteConfig,
  versions: readonly Version[],
  names: readonly string[],
  codes: readonly string[],
): Pick<SiteSetup, 'built' | 'languages'> {
  return { built: selectVersions(versions, names), languages: selectLanguages(config, codes) };
}

function selectVersions(versions: readonly Version[], names: readonly string[]): VersionSet {
  if (names.length === 0) return createSet(versions.filter(({ isPreview }) => !isPreview));
  return createSet(
    names.flatMap((name) => {
      const found = findVersions(versions, name);
      if (found.length > 0) return found;
      throw new UsageError(describeMissingVersion(versions, name));
    }),
  );
}

function selectLanguages({ languages }: SiteConfig, codes: readonly string[]): readonly string[] {
  const known = languages.map(({ code }) => code);
  const unknown = codes.find((code) => !known.includes(code));
  if (unknown !== undefined) throw new UsageError(describeUnknown(unknown, known));
  return codes.length === 0 ? known : known.filter((code) => codes.includes(code));
}

function describeUnknown(name: string, known: readonly string[]): string {
  const nearest = findNearest(name, known);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  return `There is no language '${name}'. There are: ${known.join(', ')}.${guess}`;
}
