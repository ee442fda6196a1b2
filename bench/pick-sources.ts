import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResolver, createSet, listMembers, listVersions, loadCorpus, readConfig } from 'decant';
import { isEditable, isEditableVariable, type Line } from './edit-site.ts';

/** What of a site to change, to ask about and to build alone, picked from what it holds. Paths are absolute. */
export interface Picks {
  /** An article that can be edited in every way: that with the most pages. */
  readonly article: string;
  /** Others of the kind, to be deleted one by one. */
  readonly spares: readonly string[];
  /** A reusable, a line of it that has words, the number of pages that use it, and an article of the first version among them. */
  readonly reusable: (Line & { readonly pages: number; readonly user: string | undefined }) | undefined;
  /** The variable that the most pages use. */
  readonly variable: (Line & { readonly pages: number }) | undefined;
  /** Name of a version for a build of one: the second release of the first plan that has any, or the first version. */
  readonly version: string;
  /** Code of the source language. */
  readonly language: string;
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
  const first = versions.find(({ isPreview }) => !isPreview);
  const resolver = createResolver({ config, corpus, versions });
  const reusables = new Map<string, number>();
  const users = new Map<string, string>();
  const variables = new Map<string, number>();
  const articles: { file: string; pages: number }[] = [];
  for (const article of corpus.articles.values()) {
    for (const { fields, versions: own } of resolver.resolveArticle(
      article,
      language,
      article.versions & built,
    ).value) {
      const places = Object.values(fields).flatMap((field) => field?.segments ?? []);
      const pages = listMembers(own, versions).length;
      const files = places.map(({ source }) => source.place.file);
      count(reusables, files, pages);
      if (first !== undefined && (own & createSet([first])) !== 0n)
        for (const file of files) if (!users.has(file)) users.set(file, join(root, article.file));
      count(
        variables,
        places.map(({ source: { place } }) => `${place.file}:${place.line}`),
        pages,
      );
    }
    if (article.kind === 'article')
      articles.push({
        file: join(root, article.file),
        pages: listMembers(article.versions & built, versions).length,
      });
  }
  const [article, ...spares] = articles
    .filter(({ file }) => isEditable(file))
    .sort((one, other) => other.pages - one.pages);
  const [reusable] = [...reusables]
    .filter(([file]) => file.includes('data/reusables/'))
    .sort(([, one], [, other]) => Math.abs(one - wanted) - Math.abs(other - wanted));
  const [variable] = [...variables]
    .filter(([place]) => place.includes('data/variables/'))
    .sort(([, one], [, other]) => other - one)
    .map(([place, pages]) => ({ ...parseLine(root, place), pages }))
    .filter(isEditableVariable);
  const numbered = versions.filter(({ plan }) => plan.releases.length > 0);
  return {
    article: article?.file ?? '',
    spares: spares.map(({ file }) => file),
    reusable: reusable && {
      ...findWords(join(root, reusable[0])),
      pages: reusable[1],
      user: users.get(reusable[0]),
    },
    variable,
    language,
    version: (numbered[1] ?? numbered[0] ?? versions[0])?.name ?? '',
    releases: numbered.filter(({ plan, isPreview }) => plan === numbered[0]?.plan && !isPreview).length,
  };
}

/** Adds pages to each of some names, once. */
function count(counts: Map<string, number>, names: readonly string[], pages: number): void {
  for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + pages);
}

function parseLine(root: string, place: string): Line {
  const at = place.lastIndexOf(':');
  return { file: join(root, place.slice(0, at)), line: Number(place.slice(at + 1)) };
}

/** The first line that is more than tags. */
function findWords(file: string): Line {
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.findIndex((line) => /\p{L}/u.test(line.replaceAll(/\{%.*?%\}/g, '')));
  return { file, line: Math.max(at, 0) + 1 };
}
