import { resolve } from 'node:path';
import type { DroppedRelease } from '../codemod/index.ts';
import { findNearest, formatPlace } from '../diagnostics/index.ts';
import type { SiteSource } from '../queries/index.ts';
import { UsageError } from '../usage-error.ts';
import { findVersions, type Version } from '../versions/index.ts';
import { readSiteSource } from './read-site-source.ts';
import type { Reporter } from './reporter.ts';
import { finishRewrite, type RewriteOptions, readSiteFile, withRenderer } from './rewrite-command.ts';

/** What `decant version drop` is asked for. */
export interface VersionDropOptions extends RewriteOptions {
  /** As it is named on the command line. */
  readonly release: string;
  readonly inlineFeatures: boolean;
  /** A folder for the pages of the release; undefined where they are not kept. */
  readonly archive: string | undefined;
}

/** `decant version drop`: 0 where the sources are rewritten, 1 where a page would change. */
export async function runVersionDrop(options: VersionDropOptions, reporter: Reporter): Promise<number> {
  const site = await readSiteSource({ ...options, versions: [], languages: [] }, reporter);
  if (site === undefined) return 2;
  const dropped = findRelease(options.release, site.versions);
  const siteFile = await readSiteFile(site);
  const { dropRelease } = await import('../codemod/index.ts');
  reporter.phase('proving');
  const rewrite = await withRenderer(options, reporter, (renderMarkdown) =>
    dropRelease({ site, siteFile, dropped, inlinesFeatures: options.inlineFeatures, renderMarkdown }),
  );
  tell(rewrite, dropped, site, options, reporter);
  const { gone, mentions, features } = rewrite;
  return finishRewrite(site, siteFile, rewrite, options, reporter, {
    lines: [`release      ${dropped.name} retired`, ...listLines(rewrite)],
    document: { dropped: dropped.name, gone, mentions, features },
    beforeWriting: () => keepArchive(dropped, options, reporter),
  });
}

/** Builds the release alone, as long as there is one. Whether the rewrite may go on. */
async function keepArchive(
  dropped: Version,
  { archive, ...options }: VersionDropOptions,
  reporter: Reporter,
): Promise<boolean> {
  if (archive === undefined) return true;
  const { runArchive } = await import('./archive-command.ts');
  return (await runArchive(dropped, resolve(archive), options, reporter)) === 0;
}

/** @throws UsageError for what is no release, or the only one */
function findRelease(name: string, versions: readonly Version[]): Version {
  const releases = versions.filter(({ number, isPreview }) => number !== undefined && !isPreview);
  const list = releases.map((each) => each.name);
  const choice = list.length === 0 ? 'The site has no releases.' : `The releases are ${list.join(', ')}.`;
  const found = findVersions(versions, name);
  const [release] = found;
  if (release === undefined) {
    const nearest = findNearest(name, list);
    const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
    throw new UsageError(`There is no release '${name}'.${guess} ${choice}`);
  }
  if (found.length > 1) throw new UsageError(`'${name}' is more than one release. ${choice}`);
  if (!releases.includes(release)) {
    const what = release.isPreview ? 'is a preview, not a release' : 'has no releases';
    throw new UsageError(`'${name}' ${what}. ${choice}`);
  }
  if (release.plan.releases.length === 1)
    throw new UsageError(
      `'${release.name}' is the only release of '${release.plan.short}': add another one first.`,
    );
  return release;
}

function tell(
  { gone, mentions, features }: DroppedRelease,
  { plan, name, release }: Version,
  { config }: SiteSource,
  { inlineFeatures }: VersionDropOptions,
  reporter: Reporter,
): void {
  if (release === plan.releases[0]) {
    reporter.note(`${name} is the newest release: text for later releases stays.`);
    if (plan.isDefault)
      reporter.note(`The pages of ${plan.short}-${plan.releases[1]} get the addresses without a version.`);
  }
  for (const [path, heir] of Object.entries(gone))
    reporter.note(`/${path} no longer exists in any version; its address redirects to /${heir}.`);
  for (const { place, path } of mentions)
    reporter.note(`${formatPlace(place)}: names /${path}, which is gone.`);
  if (!inlineFeatures)
    for (const [feature, state] of Object.entries(features))
      reporter.note(
        `The feature '${feature}' is ${state} true from now on: --inline-features removes it from ${config.title}.`,
      );
}

function listLines({ gone, mentions }: DroppedRelease): readonly string[] {
  const articles = Object.keys(gone).length;
  return [
    ...(articles === 0 ? [] : [`gone         ${articles} articles`]),
    ...(mentions.length === 0 ? [] : [`mentions     ${mentions.length} places name articles that are gone`]),
  ];
}
