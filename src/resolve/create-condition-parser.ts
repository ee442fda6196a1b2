import { createNames, hasBounds, type Predicate, parseBounds, parsePredicate } from '../versions/index.ts';
import type { ResolverSite } from './run.ts';
import { findNumbered } from './scope.ts';

/** Conditions in the way of other engines speak of the first plan with numbers, as all that is told of releases by itself. */
export function createConditionParser(site: ResolverSite): (text: string) => Predicate {
  const { config, known } = site;
  const predicates = new Map<string, Predicate>();
  const takesBounds = Object.values(config.tags ?? {}).includes('ifversion');
  const numbered = takesBounds ? findNumbered(config) : undefined;
  const parse = (text: string, { names, versions }: Pick<ResolverSite, 'names' | 'versions'>) =>
    numbered !== undefined && hasBounds(text)
      ? parseBounds(text, numbered, names, versions)
      : parsePredicate(text, names, versions);
  // Advice names versions, and only those that there are.
  const own = known && {
    versions: known.versions,
    names: createNames(known.versions, known.corpus.features),
  };
  const judge = (text: string) => (own ? { problems: parse(text, own).problems } : {});
  return (text) => {
    const predicate = predicates.get(text) ?? { ...parse(text, site), ...judge(text) };
    predicates.set(text, predicate);
    return predicate;
  };
}
