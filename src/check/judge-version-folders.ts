import type { Diagnostic } from '../diagnostics/index.ts';
import type { Article } from '../load/index.ts';
import { findNewestAlias, hasVersion, type Version } from '../versions/index.ts';

type Placed = Pick<Article, 'path' | 'file' | 'versions'>;

/**
 * Articles that stand where addresses name a version: `v3.1/x` in a version without a name, where `v3.1` is one. One
 * diagnostic for each folder, at the first of its files.
 */
export function judgeVersionFolders(
  articles: Iterable<Placed>,
  versions: readonly Version[],
): readonly Diagnostic[] {
  const folders = listVersionFolders(versions);
  const found = new Map<VersionFolder, Diagnostic>();
  for (const article of articles) {
    for (const each of folders) {
      const isInside = article.path === each.folder || article.path.startsWith(`${each.folder}/`);
      if (isInside && hasVersion(article.versions, each.above) && !found.has(each))
        found.set(each, describeFolder(each, article));
    }
  }
  return [...found.values()];
}

/** A folder whose address in one version is that of another. */
interface VersionFolder {
  readonly folder: string;
  readonly above: Version;
  readonly owner: Version;
  readonly name: string;
}

function listVersionFolders(versions: readonly Version[]): readonly VersionFolder[] {
  return versions.flatMap((above) => {
    const begin = above.segment === '' ? '' : `${above.segment}/`;
    return versions.flatMap((owner) =>
      listNames(owner).flatMap((name) =>
        name !== above.segment && name.startsWith(begin)
          ? [{ folder: name.slice(begin.length), above, owner, name }]
          : [],
      ),
    );
  });
}

/** What addresses of a version begin with: also the other name that the site file gives the newest release. */
function listNames({ plan, release, segment, isPreview }: Version): readonly string[] {
  const isNewest = !isPreview && (plan.releases[0] ?? 'latest') === release;
  const alias = isNewest ? findNewestAlias(plan, release) : undefined;
  return [segment, alias ?? ''].filter((name) => name !== '');
}

function describeFolder({ folder, above, owner, name }: VersionFolder, { file }: Placed): Diagnostic {
  return {
    code: 'check/duplicate-permalink',
    severity: 'error',
    message: `The folder '${folder}' collides with the addresses of ${owner.title}: '${name}'.`,
    hint: "Rename the folder, or choose other 'addresses' in the site file.",
    place: { file, line: 1, column: 1 },
    via: [],
    versions: [above.name],
    languages: [],
  };
}
