import { nameOwner } from '../../diagnostics/index.ts';
import type { FragmentUses, LinkedPages } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import { listMembers, type Version, type VersionSet } from '../../versions/index.ts';

type ReadFragments = LinkedPages['readFragments'];

/** How links find their way into articles. */
export interface FragmentScope {
  readonly languages: readonly string[];
  readonly versions: readonly Version[];
  /** What fragments the links of each article name; of titles it is asked elsewhere. */
  readonly uses: FragmentUses;
  readonly before: ReadFragments;
  readonly now: ReadFragments;
}

/**
 * Paths of the other articles whose links do not find what they name in these where they found it before. A fragment that was not
 * there is a fault whose hint names what is there, so that all of it has to stay the same.
 */
export function listMisled(
  articles: readonly Pick<Article, 'path'>[],
  { languages, versions, uses, before, now }: FragmentScope,
): readonly string[] {
  const own = new Map(
    languages.flatMap((language) =>
      articles.map(({ path }) => [nameOwner(language, path), { language, path }] as const),
    ),
  );
  return [...uses].flatMap(([owner, asked]) =>
    own.has(owner) || [...asked].every(isKept) ? [] : [owner.slice(owner.indexOf(' ') + 1)],
  );

  function isKept([name, asked]: readonly [string, VersionSet]): boolean {
    const end = name.indexOf('#');
    const target = own.get(name.slice(0, end));
    if (target === undefined || end === name.length - 1) return true;
    const { language, path } = target;
    return listMembers(asked, versions).every((version) =>
      leadsAlike(name.slice(end + 1), before(language, path, version), now(language, path, version)),
    );
  }
}

type Fragments = ReturnType<ReadFragments>;

function leadsAlike(name: string, before: Fragments, now: Fragments): boolean {
  const isFound = before?.has(name) && before.get(name) === now?.get(name);
  return isFound || JSON.stringify([...(before ?? [])]) === JSON.stringify([...(now ?? [])]);
}
