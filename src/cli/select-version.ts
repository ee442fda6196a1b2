import { UsageError } from '../usage-error.ts';
import type { Version } from '../versions/index.ts';

/**
 * Of what a command line selects, the version of the default plan if none is named, and the newest release where a plan is.
 *
 * @param verb what the command does with it, for the message
 */
export function selectVersion(
  selected: readonly Version[],
  { versions }: { readonly versions: readonly string[] },
  verb: string,
): Version {
  if (versions.length > 1) throw new UsageError(`Name one version to ${verb}.`);
  const version = selected.find(({ plan }) => versions.length > 0 || plan.isDefault);
  if (version === undefined) throw new Error('A site has a default plan.');
  return version;
}
