import type { Result } from '../diagnostics/index.ts';
import { type Article, isMadeOfData } from '../load/index.ts';
import { EMPTY_SET, type VersionSet } from '../versions/index.ts';
import { describeGenerated, isToldHere } from './generated-pages.ts';
import { isSameOutcome } from './is-same-outcome.ts';
import { createProblemList } from './problems.ts';
import { findSourceLanguage, type ResolverSite, type RunProblem } from './run.ts';
import { type RunTools, runArticle } from './run-article.ts';
import type { Resolution } from './types.ts';

/** What of articles is still to be followed, by language and path. */
export type Rests = Map<string, Rest>;

/** Versions of an article that no run stands for, and whether one was given up. */
interface Rest {
  readonly versions: VersionSet;
  readonly isGivenUp: boolean;
}

/** The distinct outcomes of an article in a language. Notes in `rests` what of the versions to come they do not stand for. */
export function listOutcomes(
  tools: RunTools,
  rests: Rests,
  article: Article,
  language: string,
  wanted: VersionSet,
): Result<readonly Resolution[]> {
  const { versions } = tools.site;
  const problems = createProblemList();
  const outcomes: Resolution[] = [];
  let outside = describeGenerated(article, findSourceLanguage(tools.site));
  const asked = wanted & article.versions;
  const twin = findTwin(tools.site, article);
  let rest = twin?.versions ?? asked;
  let isGivenUp = false;
  while ((rest & asked) !== EMPTY_SET) {
    const { candidates, ...outcome } = runArticle(tools, article, twin ?? article, language, rest, asked);
    rest &= ~candidates;
    isGivenUp ||= isRunaway(outcome.problems);
    problems.add(outcome.problems, outcome.resolution.versions);
    // One for each page: where it is met first stands for all of them.
    outside ??= outcome.outside;
    if (
      outside !== undefined &&
      outcome.resolution.hasOutsideData &&
      isToldHere(tools.site, article, outside)
    )
      problems.add([outside], outcome.resolution.versions);
    addOutcome(outcomes, outcome.resolution);
  }
  if (twin !== undefined) rests.set(nameRest(article, language), { versions: rest, isGivenUp });
  return { value: outcomes, diagnostics: problems.list(language, versions) };
}

/** Comes to what the outcomes of an article do not stand for. */
export function followRest(
  tools: RunTools,
  rests: Rests,
  article: Article,
  language: string,
): 'followed' | 'given up' {
  const known = rests.get(nameRest(article, language));
  let rest = known?.versions ?? article.versions;
  let isGivenUp = known?.isGivenUp ?? false;
  while (rest !== EMPTY_SET) {
    const { candidates, problems } = runArticle(tools, article, article, language, rest, rest);
    rest &= ~candidates;
    isGivenUp ||= isRunaway(problems);
  }
  return isGivenUp ? 'given up' : 'followed';
}

function isRunaway(problems: readonly RunProblem[]): boolean {
  return problems.some(({ code }) => code === 'resolve/runaway');
}

function nameRest({ path }: Article, language: string): string {
  return `${language} ${path}`;
}

/**
 * The article as all versions have it that are followed. None where those may have another text: of one made of data, the body
 * names each version that has some.
 */
export function findTwin({ corpus, known }: ResolverSite, article: Article): Article | undefined {
  return known === undefined || isMadeOfData(article) ? undefined : corpus.articles.get(article.path);
}

/** Runs that were asked differently may still come out equal. */
function addOutcome(outcomes: Resolution[], outcome: Resolution): void {
  const at = outcomes.findIndex((other) => isSameOutcome(other, outcome));
  const known = outcomes[at];
  if (known === undefined) outcomes.push(outcome);
  else outcomes[at] = { ...known, versions: known.versions | outcome.versions };
}
