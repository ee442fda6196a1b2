import { outlineYaml, type YamlListOutline, type YamlMapOutline } from '../config/index.ts';
import { compareReleases, type Version } from '../versions/index.ts';
import { insertItem, insertPair, removeItems, removePairs } from './edit-yaml.ts';
import { mergeEdits } from './source-edits.ts';
import type { SourceEdit } from './types.ts';

/** Where the site file stands below the root. */
export const SITE_FILE = 'data/site.yml';

/** The site file with a release among the deprecated ones. */
export function deprecateRelease(text: string, { plan, release }: Version): readonly SourceEdit[] {
  const map = findPlan(text, plan.short);
  const releases = map && findList(map, 'releases');
  if (map === undefined || releases === undefined) return [];
  const removed = releases.items.flatMap((item, at) =>
    item.kind === 'scalar' && String(item.value) === release ? [at] : [],
  );
  const deprecated = findList(map, 'deprecated');
  const behind = map.pairs.findIndex(({ key }) => key === 'releases');
  const added =
    deprecated === undefined || deprecated.items.length === 0
      ? insertPair(text, map, behind, `deprecated: ['${release}']`)
      : insertItem(text, deprecated, findPosition(deprecated.items, release), `'${release}'`);
  return mergeEdits([...removeItems(text, releases, removed), added]);
}

/** The site file with a release more. It is deprecated no longer, and what was to come by its number, or before, has come. */
export function announceRelease(text: string, short: string, release: string): readonly SourceEdit[] {
  const map = findPlan(text, short);
  const releases = map && findList(map, 'releases');
  if (map === undefined || releases === undefined) return [];
  const next = map.pairs.findIndex(({ key }) => key === 'next');
  const coming = map.pairs[next]?.value;
  const isHere = coming?.kind === 'scalar' && compareReleases(String(coming.value), release) <= 0;
  const deprecated = findList(map, 'deprecated');
  const back = deprecated?.items.flatMap((item, at) =>
    item.kind === 'scalar' && String(item.value) === release ? [at] : [],
  );
  return mergeEdits([
    insertItem(text, releases, findPosition(releases.items, release), `'${release}'`),
    ...(isHere ? removePairs(text, map, [next]) : []),
    ...(deprecated !== undefined && back !== undefined && back.length > 0
      ? removeDeprecated(text, map, deprecated, back)
      : []),
  ]);
}

function removeDeprecated(
  text: string,
  map: YamlMapOutline,
  list: YamlListOutline,
  going: readonly number[],
): readonly SourceEdit[] {
  if (going.length < list.items.length) return removeItems(text, list, going);
  return removePairs(text, map, [map.pairs.findIndex(({ key }) => key === 'deprecated')]);
}

function findPlan(text: string, short: string): YamlMapOutline | undefined {
  const site = outlineYaml({ text, place: { file: SITE_FILE, line: 1, column: 1 }, verbatim: true });
  const plans = site?.kind === 'map' ? findList(site, 'plans')?.items : undefined;
  return plans?.find((plan): plan is YamlMapOutline => {
    const name = plan.kind === 'map' ? plan.pairs.find(({ key }) => key === 'short')?.value : undefined;
    return name?.kind === 'scalar' && name.value === short;
  });
}

function findList({ pairs }: YamlMapOutline, name: string) {
  const value = pairs.find(({ key }) => key === name)?.value;
  return value?.kind === 'list' ? value : undefined;
}

/** Releases stand newest first. */
function findPosition(items: readonly { readonly kind: string }[], release: string): number {
  const at = items.findIndex((item) => {
    const value = 'value' in item ? String(item.value) : '';
    return /^\d/.test(value) && compareReleases(value, release) < 0;
  });
  return at === -1 ? items.length : at;
}
