import type { AddedRelease, ReleaseMention } from '../codemod/index.ts';
import type { Plan, SiteConfig } from '../config/index.ts';
import { findNearest, formatPlace } from '../diagnostics/index.ts';
import { UsageError } from '../usage-error.ts';
import { compareReleases, RELEASE } from '../versions/index.ts';
import { readSiteSource } from './read-site-source.ts';
import type { Reporter } from './reporter.ts';
import { finishRewrite, type RewriteOptions, readSiteFile, withRenderer } from './rewrite-command.ts';

/** What `decant version add` is asked for. */
export interface VersionAddOptions extends RewriteOptions {
  /** As it is named on the command line. */
  readonly release: string;
  readonly from: string | undefined;
}

/** `decant version add`: 0 where the site file has the release. */
export async function runVersionAdd(options: VersionAddOptions, reporter: Reporter): Promise<number> {
  const site = await readSiteSource({ ...options, versions: [], languages: [] }, reporter);
  if (site === undefined) return 2;
  const { plan, number } = parseRelease(options.release, site.config);
  const from = findFrom(options.from, plan, number);
  const siteFile = await readSiteFile(site);
  const { addRelease } = await import('../codemod/index.ts');
  reporter.phase('proving');
  const request = { site, siteFile, plan: plan.short, release: number, from: `${plan.short}-${from}` };
  const added = await withRenderer(options, reporter, (renderMarkdown) =>
    addRelease({ ...request, renderMarkdown }),
  );
  const name = `${plan.short}-${number}`;
  const { todo, pages, differing } = added;
  return finishRewrite(site, siteFile, added, options, reporter, {
    lines: [...listTodo(added, name, request.from), `release      ${name} added, like ${request.from}`],
    document: { added: name, from: request.from, todo, pages, differing },
  });
}

function hintAtRelease(name: string, [plan, another]: readonly Plan[]): string {
  if (plan === undefined) return '';
  if (another === undefined && RELEASE.test(name)) return ` Did you mean '${plan.short}-${name}'?`;
  return ` Write it like ${plan.short}-${plan.releases[0]}.`;
}

/** @throws UsageError for what cannot become a release */
function parseRelease(name: string, { plans }: SiteConfig): { readonly plan: Plan; readonly number: string } {
  const numbered = plans.filter(({ releases }) => releases.length > 0);
  const [, plan, number = ''] = /^(.+?)[-@](\d[\d.]*)$/.exec(name) ?? [];
  if (plan === undefined || !RELEASE.test(number))
    throw new UsageError(`'${name}' is not the name of a release.${hintAtRelease(name, numbered)}`);
  const found = numbered.find(({ id, short }) => id === plan || short === plan);
  if (found === undefined) {
    const nearest = findNearest(
      plan,
      numbered.flatMap(({ id, short }) => [id, short]),
    );
    const guess = nearest === undefined ? '' : ` Did you mean '${nearest}-${number}'?`;
    const list = numbered.map(({ short }) => short).join(', ');
    throw new UsageError(
      `No plan '${plan}' has releases.${guess}${list === '' ? '' : ` Those that have some are ${list}.`}`,
    );
  }
  if (found.releases.includes(number))
    throw new UsageError(
      `'${found.short}-${number}' already exists. The releases are ${listReleases(found)}.`,
    );
  return { plan: found, number };
}

/** The number of the release to compare with: that before, or the one after where there is none. */
function findFrom(name: string | undefined, plan: Plan, number: string): string {
  if (name === undefined) {
    const older = plan.releases.find((release) => compareReleases(release, number) < 0);
    return older ?? plan.releases.at(-1) ?? '';
  }
  const found = plan.releases.find((release) =>
    [`${plan.short}-${release}`, `${plan.short}@${release}`, `${plan.id}@${release}`, release].includes(name),
  );
  if (found === undefined) {
    const nearest = findNearest(
      name,
      plan.releases.map((release) => `${plan.short}-${release}`),
    );
    const guess = nearest === undefined ? '' : ` Did you mean '${nearest}'?`;
    throw new UsageError(
      `There is no release '${name}' to compare with.${guess} The releases are ${listReleases(plan)}.`,
    );
  }
  return found;
}

function listReleases({ short, releases }: Plan): string {
  return releases.map((release) => `${short}-${release}`).join(', ');
}

function listTodo({ todo, pages, differing }: AddedRelease, name: string, from: string): readonly string[] {
  const articles = new Set(differing.map(({ language, path }) => `${language} ${path}`)).size;
  return [
    ...todo.map((each) => formatMention(each, name, from)),
    ...(todo.length > 0 ? [''] : []),
    `to do        ${todo.length} places distinguish ${name} from ${from}`,
    `pages        ${pages} of ${name}: ${pages - articles} same as in ${from}, ${articles} different`,
  ];
}

function formatMention({ place, added, from }: ReleaseMention, name: string, old: string): string {
  const say = (version: string, what: string | undefined) =>
    `${version} gets ${what === undefined ? 'nothing' : what === 'the page' ? what : `'${what}'`}`;
  return `${formatPlace(place)}: ${say(name, added)}, ${say(old, from)}`;
}
