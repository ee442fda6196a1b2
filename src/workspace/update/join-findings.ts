import {
  type Diagnostic,
  mergeDiagnostics,
  nameOwner,
  type OwnedDiagnostics,
} from '../../diagnostics/index.ts';
import type { AddressUses, FragmentUses } from '../../links/index.ts';
import { type Article, isContent } from '../../load/index.ts';
import { type RepairCounts, sumRepairs } from '../../resolve/index.ts';
import type { DataUses, Figures } from '../types.ts';
import { packAddresses } from './pack-addresses.ts';
import type { OwnerOutcomes, SiteOutline } from './types.ts';

/** What was found while articles were made: of a whole site, or of some owners. */
export interface Findings {
  readonly uses: DataUses;
  readonly owned: readonly (readonly OwnedDiagnostics[])[];
  readonly legacy: readonly Diagnostic[];
  readonly repairs: ReadonlyMap<string, RepairCounts>;
  readonly outcomes: ReadonlyMap<string, OwnerOutcomes>;
  readonly fragments: FragmentUses;
  readonly addresses: AddressUses;
}

/** The findings of a site, as its outline has them. */
export interface JoinedFindings extends Omit<Findings, 'addresses'>, Pick<SiteOutline, 'addresses'> {
  readonly figures: Figures;
}

/**
 * The findings of a site with those of some owners in the place of what was found of them before. Undefined where what is told by
 * file cannot be put together: a file of YAML has many texts, and which of them count depends on who reads them.
 *
 * @param articles that were rebuilt, in all languages
 */
export function joinFindings(
  before: SiteOutline,
  articles: readonly Article[],
  found: Findings,
): JoinedFindings | undefined {
  const owners = new Set(
    before.config.languages.flatMap(({ code }) => articles.map(({ path }) => nameOwner(code, path))),
  );
  const own = new Set(articles.flatMap(({ texts }) => [...texts.values()].map(({ file }) => file)));
  const toldBefore = [...before.legacy.map(({ place }) => place.file), ...before.repairs.keys()];
  const told = [...found.legacy.map(({ place }) => place.file), ...found.repairs.keys()];
  const ofData = new Set([...toldBefore, ...told].filter((file) => /\.ya?ml$/.test(file)));
  if (ofData.size > 0 && !readSame(before.uses, found.uses, owners, ofData)) return undefined;
  const uses = joinUses(before.uses, found.uses, owners);
  // What is read beside the articles is not told by file.
  const used = new Set([...uses].flatMap(([owner, files]) => (owner === '' ? [] : [...files])));
  const read = new Set([...own, ...[...found.uses.values()].flatMap((files) => [...files])]);
  // Of another article only an intro can have been read, and all of it was when the article itself was made.
  const isOthers = (file: string) => isContent(before.config, file) && !own.has(file);
  const isKept = (file: string) => ofData.has(file) || isOthers(file) || (!read.has(file) && used.has(file));
  const isNew = (file: string) => !ofData.has(file) && !isOthers(file);
  const rank = rankOwners(before);
  const join = <T>(known: ReadonlyMap<string, T>, anew: ReadonlyMap<string, T>) =>
    new Map([...[...known].filter(([owner]) => !owners.has(owner)), ...anew]);
  const outcomes = join(before.outcomes, found.outcomes);
  const repairs = new Map([
    ...[...before.repairs].filter(([file]) => isKept(file)),
    ...[...found.repairs].filter(([file]) => isNew(file)),
  ]);
  return {
    uses,
    outcomes,
    fragments: join(before.fragments, found.fragments),
    addresses: join(before.addresses, packAddresses(found.addresses)),
    repairs,
    legacy: [
      ...before.legacy.filter(({ place }) => isKept(place.file)),
      ...found.legacy.filter(({ place }) => isNew(place.file)),
    ],
    owned: before.owned.map((list, at) => {
      const fresh = uniteOwned((found.owned[at] ?? []).filter(({ owner }) => owners.has(owner)));
      const joined = [...list.filter(({ owner }) => !owners.has(owner)), ...fresh];
      return joined.sort((one, other) => rank(one.owner) - rank(other.owner));
    }),
    figures: {
      ...before.figures,
      outcomes: [...outcomes.values()].reduce((sum, { number }) => sum + number, 0),
      renderings: new Set([...outcomes.values()].flatMap(({ texts }) => texts)).size,
      repairs: sumRepairs(repairs.values()),
    },
  };
}

/** One diagnostic for each mistake of each owner, of a list in the order of owners. Of several owners a mistake stays several. */
export function uniteOwned(list: readonly OwnedDiagnostics[]): readonly OwnedDiagnostics[] {
  const byOwner = new Map<string, Diagnostic[]>();
  for (const { owner, diagnostics } of list) {
    const found = byOwner.get(owner) ?? [];
    byOwner.set(owner, found);
    for (const each of diagnostics) found.push(each);
  }
  return [...byOwner].map(([owner, diagnostics]) => ({ owner, diagnostics: mergeDiagnostics(diagnostics) }));
}

/** Nobody is named for what was asked for beside the articles; all of it counts. */
function joinUses(before: DataUses, found: DataUses, owners: ReadonlySet<string>): DataUses {
  const beside = new Set([...(before.get('') ?? []), ...(found.get('') ?? [])]);
  const kept = [...before].filter(([owner]) => !owners.has(owner));
  return new Map([...kept, ...found, ['', beside]]);
}

/** Whether owners that read one of some files ask for all that they asked for before, and nothing else. */
function readSame(
  before: DataUses,
  found: DataUses,
  owners: ReadonlySet<string>,
  files: ReadonlySet<string>,
): boolean {
  return [...owners].every((owner) => {
    const [then, now] = [before.get(owner) ?? NOTHING, found.get(owner) ?? NOTHING];
    const isReader = [...then, ...now].some((use) => files.has(use));
    return !isReader || (then.size === now.size && [...then].every((use) => now.has(use)));
  });
}

const NOTHING: ReadonlySet<string> = new Set();

/** The order in which owners are made: by language, then in tree order. */
function rankOwners({ config, articles }: SiteOutline): (owner: string) => number {
  const ranks = new Map<string, number>();
  for (const { code } of config.languages)
    for (const path of articles.keys()) ranks.set(nameOwner(code, path), ranks.size);
  return (owner) => ranks.get(owner) ?? 0;
}
