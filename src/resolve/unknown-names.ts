import { Drop, type Output, TypeGuards, type Value, type ValueToken } from 'liquidjs';
import { findNearest } from '../diagnostics/index.ts';
import { FRONTMATTER_KEYS } from '../load/index.ts';
import { isAssigned } from './assigned-names.ts';
import type { RunContext } from './renderer.ts';

/** A name that an output or a loop asks for and that stands for nothing. */
export interface UnknownName {
  /** As it is written: `secrets.TOKEN`. */
  readonly name: string;
  /** Whether the reference has it, made of data that lies outside of `content/` and `data/`. */
  readonly isOutside: boolean;
  /** The known name nearest in spelling. */
  readonly nearest: string | undefined;
}

type PropertyAccess = Extract<ValueToken, { readonly props: unknown }>;

/** The first unknown name of an output. A filter `default` says what stands for a value that is not there. */
export function findUnknownName(output: Output, context: RunContext): UnknownName | undefined {
  for (const access of listAccesses(output.value)) {
    const found = judgeName(access, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What is unknown in the value that a loop goes through. */
export function findUnknownCollection(token: unknown, context: RunContext): UnknownName | undefined {
  return TypeGuards.isPropertyAccessToken(token) ? judgeName(token, context) : undefined;
}

function listAccesses({ initial, filters }: Value): readonly PropertyAccess[] {
  const hasDefault = filters.some(({ name }) => name === 'default');
  const args = filters.flatMap((filter) => filter.args.map((arg) => (Array.isArray(arg) ? arg[1] : arg)));
  // Without an operator Liquid reads the first value only: what follows is told as ignored words.
  const { postfix } = initial;
  const read = postfix.some((token) => TypeGuards.isOperatorToken(token)) ? postfix : postfix.slice(0, 1);
  return [...(hasDefault ? [] : read), ...args].filter((token) => TypeGuards.isPropertyAccessToken(token));
}

/**
 * Follows a path as far as it is written out. What a text assigns, and what it computes (`allVersions[currentVersion]`), is
 * left to it.
 */
function judgeName(access: PropertyAccess, context: RunContext): UnknownName | undefined {
  const [root, ...rest] = access.props.map(readKey);
  const name = access.getText();
  if (access.variable !== undefined || root === undefined) return undefined;
  const isKnown = context.lookups.has(root);
  if ((isKnown && rest.length === 0) || context.isLocal(root)) return undefined;
  if (!isKnown) {
    if (isAssigned(context.run, root)) return undefined;
    return { name, isOutside: OUTSIDE.has(root), nearest: findNearest(root, context.lookups.keys()) };
  }
  let value: unknown = Reflect.get(context.globals, root);
  for (const [at, key] of rest.entries()) {
    if (key === undefined || value === undefined || value === null || value instanceof Drop) return undefined;
    if (
      !hasProperty(value, key) &&
      !(root === 'page' && at === 0 && Object.hasOwn(FRONTMATTER_KEYS, key)) &&
      !(root === 'site' && isUnreadData(rest, context))
    )
      return {
        name,
        isOutside: root !== 'site' && OUTSIDE_PROPERTIES.has(key),
        nearest: findNearestPath([root, ...rest.slice(0, at)], key, value),
      };
    value = Reflect.get(Object(value), key);
  }
  return undefined;
}

/** Whether a path leads into a file of data that could not be read: the error of the file says all. */
function isUnreadData([root, ...names]: readonly (string | undefined)[], { run }: RunContext): boolean {
  const reference = names.slice(0, names.includes(undefined) ? names.indexOf(undefined) : names.length);
  return (
    root === 'data' &&
    reference.length > 0 &&
    run.site.corpus.data.explainAbsent(reference.join('.')).kind === 'unread'
  );
}

/** A key of a path; undefined for one that is computed. */
export function readKey(token: PropertyAccess['props'][number]): string | undefined {
  if (TypeGuards.isNumberToken(token) || TypeGuards.isQuotedToken(token) || TypeGuards.isWordToken(token))
    return String(token.content);
  return undefined;
}

/** Liquid gives a size to everything, and a first and a last element to lists. */
function hasProperty(value: unknown, key: string): boolean {
  if (Array.isArray(value)) return /^-?\d+$/.test(key) || ['size', 'first', 'last'].includes(key);
  if (typeof value === 'object' && value !== null)
    return Object.hasOwn(value, key) || ['size', 'first', 'last'].includes(key);
  return key === 'size';
}

function findNearestPath(
  path: readonly (string | undefined)[],
  key: string,
  value: unknown,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const nearest = findNearest(key, Object.keys(value));
  return nearest === undefined ? undefined : [...path, nearest].join('.');
}

/** What docs.github.com has given to texts over the years beside the names of the format: its reference, and its own state. */
const OUTSIDE: ReadonlySet<string> = new Set(
  `currentRestOperations operationsForCurrentProduct operationsEnabledForGitHubApps rest restGitHubAppsLink
  restOperations graphql webhookPayloads webhookPayloadsForCurrentVersion initialWebhooks secretScanningData
  initialRestVersioningReleaseDate initialRestVersioningReleaseDateLong codeqlCliData auditLogEvents
  releaseNotes releases latestPatch latestRelease changelog changelogUrl whatsNewChangelog
  productMap productNames productGroups productExamples productCodeExamples productCommunityExamples
  productUserExamples activeProducts currentProductName currentProductTree siteTree breadcrumbs pages redirects
  languages userLanguage nonEnterpriseDefaultVersion featureFlags query process tocItems genericTocFlat
  genericTocNested learningTracks featuredLinks`.split(/\s+/),
);

/** The same of properties: of `currentVersionObj`, `enterpriseServerReleases` and `page`. */
const OUTSIDE_PROPERTIES: ReadonlySet<string> = new Set(
  `apiVersions latestApiVersion openApiBaseName openApiVersionName miscBaseName miscVersionName graphqlVersion
  internalLatestRelease dates nextNext nextDeprecationDate releaseCandidate isOldestReleaseDeprecated
  deprecatedWithFunctionalRedirects deprecatedOnNewSite deprecatedReleasesWithLegacyFormat
  deprecatedReleasesWithNewFormat deprecatedReleasesOnDeveloperSite firstVersionDeprecatedOnNewSite
  lastReleaseWithLegacyFormat lastVersionWithoutArchivedRedirectsFile firstReleaseNote firstRestoredAdminGuides
  legacyAssetVersions languageCode permalinks fullPath documentType applicableVersions`.split(/\s+/),
);
