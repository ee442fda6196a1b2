import { nameOwner, type Place, type Point, placeAt } from '../diagnostics/index.ts';
import { createResolver, createTracer } from '../resolve/index.ts';
import { EMPTY_SET, type VersionSet } from '../versions/index.ts';
import type { ArticleKey, Workspace } from '../workspace/index.ts';

/** What a tag shows or hides, and for whom. */
export interface TracedSpan {
  /** Where the text of the branch begins and ends: between its tags. */
  readonly place: Place;
  readonly end: Point;
  /** Versions that come to the tag, and those of them that are shown the branch. */
  readonly asked: VersionSet;
  readonly shown: VersionSet;
}

/** The branches of the tags in a file, as some articles come to them, each in a language. */
export function traceBranches(
  { config, corpus, versions }: Workspace,
  keys: Iterable<ArticleKey>,
  file: string,
): readonly TracedSpan[] {
  const wanted = new Set(keys);
  const tracer = createTracer({ config, corpus, versions });
  const resolver = createResolver({ config, corpus, versions, tracer });
  for (const { code } of config.languages)
    for (const article of corpus.articles.values())
      if (wanted.has(nameOwner(code, article.path))) resolver.resolveArticle(article, code, article.versions);
  return tracer
    .list()
    .filter(({ source: { place, verbatim }, isSound }) => place.file === file && verbatim && isSound)
    .flatMap(({ source, tags }) =>
      tags
        .filter(({ reach }) => reach !== EMPTY_SET)
        .flatMap(({ reach, branches }) =>
          branches.map(({ bodyBegin, bodyEnd, taken }): TracedSpan => {
            const { line, column } = placeAt(source, bodyEnd);
            return { place: placeAt(source, bodyBegin), end: { line, column }, asked: reach, shown: taken };
          }),
        ),
    );
}
