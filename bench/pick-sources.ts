import { join } from 'node:path';
import { createResolver, createSet, listMembers, listVersions, loadCorpus, readConfig } from 'decant';

/** What of a site to change and to build alone, picked from what it holds. */
export interface Picks {
  /** Absolute path of an article that has all versions, if any has. */
  readonly article: string;
  /** Absolute path of a reusable, and the number of pages that use it. */
  readonly reusable: { readonly file: string; readonly pages: number } | undefined;
  /** Name of a version for a build of one: the second release of the first plan that has any, or the first version. */
  readonly version: string;
  /** Releases of that plan; 0 without such a plan. */
  readonly releases: number;
}

/** @param wanted pages that the reusable should come near to */
export async function pickSources(root: string, wanted: number): Promise<Picks> {
  const { value: config } = await readConfig(root);
  if (config === undefined)
    throw new Error(`${root}/data/site.yml cannot be used: see decant check --root ${root}`);
  const versions = listVersions(config.plans);
  const { value: corpus } = await loadCorpus(config, versions);
  const language = config.languages[0]?.code ?? '';
  const built = createSet(versions.filter(({ isPreview }) => !isPreview));
  const resolver = createResolver({ config, corpus, versions });
  const uses = new Map<string, number>();
  const articles: { file: string; pages: number }[] = [];
  for (const article of corpus.articles.values()) {
    for (const { fields, versions: own } of resolver.resolveArticle(
      article,
      language,
      article.versions & built,
    ).value) {
      const segments = Object.values(fields).flatMap((field) => field?.segments ?? []);
      const files = new Set(segments.map(({ source }) => source.place.file));
      for (const file of files) uses.set(file, (uses.get(file) ?? 0) + listMembers(own, versions).length);
    }
    if (article.kind === 'article')
      articles.push({ file: article.file, pages: listMembers(article.versions & built, versions).length });
  }
  const [article] = articles.sort((one, other) => other.pages - one.pages);
  const [reusable] = [...uses]
    .filter(([file]) => file.includes('data/reusables/'))
    .sort(([, one], [, other]) => Math.abs(one - wanted) - Math.abs(other - wanted));
  const numbered = versions.filter(({ plan }) => plan.releases.length > 0);
  return {
    article: join(root, article?.file ?? ''),
    reusable: reusable && { file: join(root, reusable[0]), pages: reusable[1] },
    version: (numbered[1] ?? numbered[0] ?? versions[0])?.name ?? '',
    releases: numbered.filter(({ plan, isPreview }) => plan === numbered[0]?.plan && !isPreview).length,
  };
}
