import type { Version } from './types.ts';

/**
 * The versions a name on the command line means: `fpt`, `ghes-3.2` (also `ghes@3.2`, `enterprise-server@3.2`),
 * `ghes` for every release of a plan, `ghae-next` for a preview. Empty for an unknown name.
 */
export function findVersions(versions: readonly Version[], name: string): readonly Version[] {
  const exact = versions.filter((version) => listSpellings(version).includes(name));
  if (exact.length > 0) return exact;
  return versions.filter(({ plan, isPreview }) => !isPreview && (plan.short === name || plan.id === name));
}

function listSpellings({ plan, release, number, name, id }: Version): readonly string[] {
  const releases = number === undefined ? [release] : [release, number];
  const spellings = releases.flatMap((each) => [
    `${plan.short}-${each}`,
    `${plan.short}@${each}`,
    `${plan.id}@${each}`,
    `${plan.id}-${each}`,
  ]);
  return [name, id, ...spellings];
}
