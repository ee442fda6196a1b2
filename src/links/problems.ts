import { findNearest, type Severity } from '../diagnostics/index.ts';
import { type Corpus, isUnread } from '../load/index.ts';
import { EMPTY_SET } from '../versions/index.ts';
import type { Link } from './resolve-link.ts';

/** Something wrong with the link of a slot; gets its place and its versions later. */
export interface LinkProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
}

/** Says what is wrong with links. Messages name neither page nor version, so that equal mistakes merge. */
export interface ProblemFinder {
  describeLink(url: string, link: Link): LinkProblem | undefined;
  describeTitle(url: string, link: Link): LinkProblem | undefined;
}

export function createProblemFinder(
  corpus: Pick<Corpus, 'articles' | 'failed'>,
  brokenLinks: 'warning' | 'error',
): ProblemFinder {
  const paths = [...corpus.articles.keys()];
  const hints = new Map<string, string | undefined>();
  return {
    describeLink: (url, link) => describeLink(nameUrl(url), link),
    describeTitle: (url, link) => describeTitle(nameUrl(url), link),
  };

  function describeLink(url: string, link: Link): LinkProblem | undefined {
    if (leadsToFailed(link)) return undefined;
    if (link.kind === 'broken') return describeBroken(url, link);
    if (link.kind === 'asset' && link.isMissing) return describeMissingAsset(link.file);
    if (link.kind === 'article' && link.target.isElsewhere)
      return describeElsewhere(url, link.target.version.title);
    return undefined;
  }

  /** AUTOTITLE needs an article; for a broken link this takes the place of `links/broken`. */
  function describeTitle(url: string, link: Link): LinkProblem | undefined {
    if (link.kind === 'article' || leadsToFailed(link)) return undefined;
    const isBroken = link.kind === 'broken' && !/^[a-z][a-z0-9+.-]*:/i.test(url);
    const reason = isBroken ? `the link '${url}' is broken` : `the link '${url}' leads to no article`;
    return {
      code: 'links/autotitle',
      severity: 'error',
      message: `AUTOTITLE finds no title, because ${reason}.`,
      ...withHint(isBroken ? hintAt(link) : 'Write the text of the link yourself.'),
    };
  }

  function leadsToFailed(link: Link): boolean {
    return link.kind === 'broken' && isUnread(link.path, corpus);
  }

  function describeBroken(url: string, link: Link & { kind: 'broken' }): LinkProblem {
    if (url === '') {
      const message = 'The link has no address.';
      return {
        code: 'links/broken',
        severity: brokenLinks,
        message,
        hint: 'Write an address between the parentheses.',
      };
    }
    const message = `The link '${url}' is broken.`;
    return { code: 'links/broken', severity: brokenLinks, message, ...withHint(hintAt(link)) };
  }

  function hintAt({ path, missingRelease }: Link & { kind: 'broken' }): string | undefined {
    if (missingRelease !== undefined) return `The site has no '${missingRelease}'.`;
    if (corpus.articles.get(path)?.versions === EMPTY_SET)
      return "The article exists, but is in none of the site's versions.";
    if (!hints.has(path)) hints.set(path, findHint(path, paths));
    return hints.get(path);
  }
}

/** `/enterprise/{{ currentVersion }}/x` is one link of the source, although it reads differently in every version. */
function nameUrl(url: string): string {
  return url.replace(/^\/enterprise\/(?=[^/]+@[^/])[^/]+\//, '/enterprise/…/');
}

/** A title whose Markdown leaves no words: `<!-- title -->`. */
export function describeEmptyTitle(): LinkProblem {
  return {
    code: 'links/empty-title',
    severity: 'error',
    message: 'The title has no words.',
    hint: 'Make sure that the title has text in every version of the article.',
  };
}

/** A fragment that no heading or anchor of its page has. */
export function describeFragment(url: string, fragment: string, ids: Iterable<string>): LinkProblem {
  const nearest = findNearest(fragment, ids);
  return {
    code: 'links/broken-fragment',
    severity: 'warning',
    message: `Nothing has the id '${fragment}' that the link '${nameUrl(url)}' leads to.`,
    ...withHint(nearest === undefined ? undefined : `Did you mean '#${nearest}'?`),
  };
}

function describeMissingAsset(file: string): LinkProblem {
  return {
    code: 'links/missing-asset',
    severity: 'warning',
    message: `There is no file '${file}'.`,
    hint: 'Put files that pages show under assets/; their addresses begin with /assets/.',
  };
}

function describeElsewhere(url: string, version: string): LinkProblem {
  return {
    code: 'links/other-version',
    severity: 'warning',
    message: `The article of the link '${url}' is not in this version, so the link leads to ${version}.`,
    hint: 'Put the link into a condition, or name the version in its address.',
  };
}

/** Whether the hint for a path at which no article is may be another one where this article has come or gone. */
export function mayBeMeant(path: string, article: string): boolean {
  return findName(path) === findName(article) || findNearest(path, [article]) !== undefined;
}

/** An article of the same name elsewhere has likely been moved, if the name is one of its own (`about-tea`, not `tea`). */
function findHint(path: string, paths: readonly string[]): string | undefined {
  if (path === '') return undefined;
  const name = findName(path);
  const namesakes = name.includes('-')
    ? paths.filter((each) => each !== path && each.endsWith(`/${name}`))
    : [];
  const nearest = namesakes.length === 1 ? namesakes[0] : findNearest(path, paths);
  // What the link says already would correct nothing.
  if (nearest === undefined || nearest === path) return undefined;
  // Long folders make paths look alike whose articles have nothing to do with each other.
  const isLike = findName(nearest) === name || findNearest(name, [findName(nearest)]) !== undefined;
  return isLike ? `Did you mean '/${nearest}'?` : undefined;
}

function findName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function withHint(hint: string | undefined): { hint?: string } {
  return hint === undefined ? {} : { hint };
}
