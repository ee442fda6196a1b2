import type { Place } from '../diagnostics/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import type { SiteSource } from '../queries/index.ts';
import { EMPTY_SET, hasVersion, type Version } from '../versions/index.ts';
import { openWhole, widenSource } from './apply-rewrite.ts';
import { findChosenBranch } from './decide-tag.ts';
import { readLaterConfig } from './drop-release.ts';
import { announceRelease, SITE_FILE } from './edit-site-file.ts';
import { namePlace, placeIn } from './placed-sources.ts';
import { comparePagesOf, provePages, type VersionDifference } from './prove.ts';
import type { ProvenRewrite } from './prove-rewrite.ts';
import { readTags, type TaggedSite } from './rewrite-conditions.ts';
import { applySourceEdits } from './source-edits.ts';

export interface AddRequest {
  readonly site: SiteSource;
  /** The site file as it is written. */
  readonly siteFile: string;
  /** Short name of the plan. */
  readonly plan: string;
  /** The number of the release that comes. */
  readonly release: string;
  /** Name of the release that it is compared with: `ghes-3.2`. */
  readonly from: string;
  readonly renderMarkdown: RenderMarkdown;
}

/** A place at which the sources tell a release from the one that it came from. */
export interface ReleaseMention {
  readonly place: Place;
  /** What the release that comes gets there: a branch as it is written, or `the page`. Undefined where it gets nothing. */
  readonly added: string | undefined;
  /** The same of the release it came from. */
  readonly from: string | undefined;
}

/** A site with a release more. */
export interface AddedRelease extends ProvenRewrite {
  /** What the sources say of the release already. */
  readonly todo: readonly ReleaseMention[];
  /** Pages of the release, in every language. */
  readonly pages: number;
  /** Those of them that are not as in the release it came from. */
  readonly differing: readonly VersionDifference[];
}

/** Puts a release into the site file, proves that no page of the others changes, and lists what tells it from another one. Writes nothing. */
export async function addRelease(request: AddRequest): Promise<AddedRelease> {
  const { site, siteFile, plan, release, renderMarkdown } = request;
  const { config, files } = site;
  const edits = announceRelease(siteFile, plan, release);
  const later = readLaterConfig(applySourceEdits(siteFile, edits), config);
  const before = openWhole(config, files, renderMarkdown);
  const after = openWhole(later, files, renderMarkdown);
  const { broken, blank, ...proof } = await provePages(before, after, renderMarkdown);
  const find = (name: string): Version => {
    const found = after.versions.find((version) => version.name === name);
    if (found === undefined) throw new Error(`There is no version '${name}'.`);
    return found;
  };
  const [added, from] = [find(`${plan}-${release}`), find(request.from)];
  const tagged = await readTags(widenSource({ ...site, config: later }));
  const compared = comparePagesOf(after, (await after.resolved()).value, from, added);
  return {
    edits: new Map([[SITE_FILE, edits]]),
    deleted: [],
    left: [],
    // The sources are the same, so what differs is what the site file says.
    proof: { ...proof, broken: [], blank: [], told: [...broken, ...blank] },
    todo: [...listArticles(after.corpus.articles.values(), from, added), ...listTags(tagged, from, added)],
    ...compared,
  };
}

function listArticles(
  articles: Iterable<Parameters<typeof describeArticle>[0]>,
  from: Version,
  added: Version,
): readonly ReleaseMention[] {
  return [...articles]
    .filter(({ versions }) => hasVersion(versions, from) !== hasVersion(versions, added))
    .map((article) => describeArticle(article, added));
}

function describeArticle(
  { file, versions, keyPlaces }: Pick<import('../load/index.ts').Article, 'file' | 'versions' | 'keyPlaces'>,
  added: Version,
): ReleaseMention {
  const [is, was] = hasVersion(versions, added) ? ['the page', undefined] : [undefined, 'the page'];
  return { place: keyPlaces.get('versions') ?? { file, line: 1, column: 1 }, added: is, from: was };
}

function listTags(site: TaggedSite, from: Version, added: Version): readonly ReleaseMention[] {
  const traced = new Map(site.traced.map((each) => [namePlace(each.source.place), each]));
  const scope = { versions: site.versions, names: site.names };
  return [...site.sources].flatMap(([file, sources]) =>
    sources.flatMap((placed) => {
      const trace = traced.get(namePlace(placed.source.place));
      const text = site.source.files.texts.get(file) ?? '';
      return (trace?.tags ?? []).flatMap((tag): readonly ReleaseMention[] => {
        const isReached =
          trace?.reach === EMPTY_SET || hasVersion(tag.reach, from) || hasVersion(tag.reach, added);
        if (!isReached || tag.isCommented) return [];
        const [was, is] = [from, added].map((version) => findChosenBranch(tag, version, scope));
        if (was === undefined || is === undefined || was === is) return [];
        const write = (at: number) => {
          const branch = tag.branches[at];
          return branch && [branch.keyword, branch.condition].join(' ').trim();
        };
        const place = placeIn(file, text, placed.findOffset(tag.begin) ?? placed.start);
        return [{ place, added: write(is), from: write(was) }];
      });
    }),
  );
}
