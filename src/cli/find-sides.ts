import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { findNearest } from '../diagnostics/index.ts';
import { adviseFetch, tryCommit } from '../sources/index.ts';
import { UsageError } from '../usage-error.ts';
import { describeMissingVersion, findVersions, type Version } from '../versions/index.ts';

/** What two names mean: two things of one kind. */
export type Sides =
  | { readonly kind: 'version'; readonly sides: readonly [Version, Version] }
  | { readonly kind: 'ref'; readonly sides: readonly [string, string] }
  | { readonly kind: 'folder'; readonly sides: readonly [string, string] };

type SideKind = Sides['kind'];

/** Where names are looked up. */
export interface SideScope {
  readonly root: string;
  /** Of the site in the root; none where there is no site, as in a bare repository. */
  readonly versions: readonly Version[];
}

/**
 * Finds out what the operands of `decant diff` mean. `A..B` and `A...B` are two refs, and a word before a colon says what a name
 * is.
 *
 * @throws UsageError where a name means nothing, or several things, or the two do not go together
 */
export async function findSides(operands: readonly string[], scope: SideScope): Promise<Sides> {
  const [first = '', second] = splitRange(operands);
  if (second === undefined) throw new UsageError(await describeOneSide(first, scope));
  const [one, other] = [await findMeanings(first, scope), await findMeanings(second, scope)];
  const shared = KINDS.filter((kind) => one.kinds.includes(kind) && other.kinds.includes(kind));
  for (const each of [one, other])
    if (each.kinds.length === 0) throw new UsageError(await describeUnknown(each, scope));
  const [kind] = shared;
  if (kind === undefined)
    throw new UsageError(
      `'${one.name}' is a ${nameKinds(one.kinds)}, and '${other.name}' is a ${nameKinds(other.kinds)}. Name two of the same kind.`,
    );
  if (shared.length > 1)
    throw new UsageError(
      `'${one.name}' and '${other.name}' can each be a ${nameKinds(shared)}. Say which: ${shared
        .map((each) => `decant diff ${each}:${one.name} ${each}:${other.name}`)
        .join(', or ')}.`,
    );
  if (kind === 'version')
    return { kind, sides: [findOne(one.name, scope.versions), findOne(other.name, scope.versions)] };
  if (kind === 'folder') return { kind, sides: [resolve(one.name), resolve(other.name)] };
  return { kind, sides: [one.name, other.name] };
}

/** What somebody may have wanted who names one thing only. */
async function describeOneSide(written: string, scope: SideScope): Promise<string> {
  const { name, kinds } = await findMeanings(written, scope);
  const needs = `A comparison needs two sides, and '${written}' is only one.`;
  const other = scope.versions.find(
    (each) => each.name !== findVersions(scope.versions, name)[0]?.name && !each.isPreview,
  );
  if (kinds.includes('version') && other !== undefined)
    return `${needs} Name another version as well: decant diff ${other.name} ${name}.`;
  if (kinds.includes('folder')) return `${needs} Name another folder as well: decant diff OTHER ${name}.`;
  if (kinds.includes('ref'))
    return `${needs} Name another commit as well: decant diff ${name} HEAD. To compare it with the working tree: decant affected --since ${name}.`;
  return `${needs} ${await describeUnknown({ name, kinds, said: undefined }, scope)}`;
}

const KINDS: readonly SideKind[] = ['version', 'ref', 'folder'];

const NAMES = { version: 'version', ref: 'git ref', folder: 'folder' } as const;

function nameKinds(kinds: readonly SideKind[]): string {
  return kinds.map((kind) => NAMES[kind]).join(' and a ');
}

/** A range may leave out one of its ends, which then is HEAD. */
function splitRange(operands: readonly string[]): readonly string[] {
  const [only = '', ...rest] = operands;
  const range = rest.length === 0 ? /^(?:ref:)?(.*?)\.{2,3}(.*)$/.exec(only) : null;
  if (range === null || /^\.{0,2}[\\/]/.test(only)) return operands;
  return [`ref:${range[1] || 'HEAD'}`, `ref:${range[2] || 'HEAD'}`];
}

interface Meanings {
  readonly name: string;
  readonly kinds: readonly SideKind[];
  /** What a word before a colon said. */
  readonly said: SideKind | undefined;
}

async function findMeanings(written: string, { root, versions }: SideScope): Promise<Meanings> {
  const [, word, rest = ''] = /^(version|ref|folder):(.+)$/s.exec(written) ?? [];
  const said = KINDS.find((kind) => kind === word);
  const name = said === undefined ? written : rest;
  const isA = {
    version: () => findVersions(versions, name).length > 0,
    ref: async () => said === 'ref' || (await isCommit(root, name)),
    folder: () => statSync(resolve(name), { throwIfNoEntry: false })?.isDirectory() === true,
  };
  const kinds: SideKind[] = [];
  for (const kind of said === undefined ? KINDS : [said]) if (await isA[kind]()) kinds.push(kind);
  return { name, kinds, said };
}

/** Without git, or outside of a repository, nothing is one. */
async function isCommit(root: string, name: string): Promise<boolean> {
  return (await tryCommit(root, name).catch(() => undefined)) !== undefined;
}

function findOne(name: string, versions: readonly Version[]): Version {
  const found = findVersions(versions, name);
  const [version] = found;
  if (version !== undefined && found.length === 1) return version;
  throw new UsageError(
    `'${name}' names ${found.length} versions. Name one: ${found.map((each) => each.name).join(', ')}.`,
  );
}

async function describeUnknown({ name, said }: Meanings, { root, versions }: SideScope): Promise<string> {
  const names = versions.map((each) => each.name);
  const missing = describeMissingVersion(versions, name);
  if (said === 'version' || missing.startsWith('The version')) return missing;
  const nearest = findNearest(name, names);
  const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
  if (said === 'folder') return `There is no folder '${name}'.`;
  const known = names.length === 0 ? '' : ` The versions are ${names.join(', ')}.`;
  const advice = await adviseFetch(root, name).catch(() => '');
  return `'${name}' is not a version, a commit that git knows in ${root}, or a folder.${guess}${advice}${known}`;
}
