import type { Plan, ReportFault, SiteConfig } from '../../config/index.ts';
import { findNearest } from '../../diagnostics/index.ts';
import { compareReleases, RELEASE } from '../../versions/index.ts';
import { splitLanguages } from '../languages.ts';
import { joinPath } from '../paths.ts';
import type { Article, SiteFiles } from '../types.ts';

/** What is odd about the name of a file or of a folder that it is in. */
interface Oddity {
  /** The part of the path that is meant; faults of one folder are told once. */
  readonly part: string;
  readonly message: string;
  readonly hint: string;
}

/**
 * Names files of `data/release-notes/` that no release has by their names, or that are no patch of it. Releases that are
 * older than all of the site file had their notes once.
 */
export function reportOddNotes(
  { texts }: SiteFiles,
  config: SiteConfig,
  articles: ReadonlyMap<string, Article>,
  report: ReportFault,
): void {
  if (![...articles.values()].some(({ layout }) => layout === 'release-notes')) return;
  const folder = `${joinPath(splitLanguages(config).source.dir, 'data')}/release-notes/`;
  const told = new Set<string>();
  for (const file of texts.keys()) {
    if (!file.startsWith(folder) || !/\.ya?ml$/.test(file)) continue;
    const oddity = findOddity(file.slice(folder.length), config.plans);
    if (oddity === undefined || told.has(oddity.part)) continue;
    told.add(oddity.part);
    const { message, hint } = oddity;
    const place = { file, line: 1, column: 1 };
    report({ code: 'load/release-notes', severity: 'warning', message, hint, place });
  }
}

/** @param path below the folder of all notes: `enterprise-server/3-2/1.yml` */
function findOddity(path: string, plans: readonly Plan[]): Oddity | undefined {
  const [id = '', release = '', ...rest] = path.replace(/\.ya?ml$/, '').split('/');
  const plan = plans.find((each) => each.id === id);
  if (plan === undefined) return describePlan(id, plans);
  return isNumbered(plan) ? judgePatch(path, plan, release, rest) : judgeDay(path, plan, rest);
}

function isNumbered({ releases, deprecated, next }: Plan): boolean {
  return releases.length + deprecated.length > 0 || typeof next === 'string';
}

function describePlan(id: string, plans: readonly Plan[]): Oddity {
  const names = plans.map((plan) => plan.id);
  const nearest = plans.find(({ short }) => short === id)?.id ?? findNearest(id, names);
  return {
    part: id,
    message: `No plan has the id '${id}', so no page shows the notes of this folder.`,
    hint: nearest === undefined ? `The plans are ${quoteAll(names)}.` : `Did you mean '${nearest}'?`,
  };
}

function judgePatch(path: string, plan: Plan, release: string, files: readonly string[]): Oddity | undefined {
  const next = typeof plan.next === 'string' ? [plan.next] : [];
  const numbers = [...next, ...plan.releases, ...plan.deprecated];
  const folders = numbers.map((number) => number.replaceAll('.', '-'));
  if (!folders.includes(release) && !isOlder(release, numbers)) {
    const meant = release.match(/\d+/g)?.map(Number).join('-') ?? '';
    return {
      part: `${plan.id}/${release}`,
      message: `${plan.name} has no release '${release}', so no page shows its notes.`,
      hint: folders.includes(meant) ? `Did you mean '${meant}'?` : `The releases are ${quoteAll(folders)}.`,
    };
  }
  // A whole release in one file has its patches as keys.
  if (files.length === 0 || (files.length === 1 && /^\d+(?:-rc\d+)?$/.test(files[0] ?? ''))) return undefined;
  return {
    part: path,
    message: `'${files.join('/')}' is not a patch number.`,
    hint: "Name the file by it: '1.yml', or '0-rc1.yml' for a candidate.",
  };
}

function isOlder(folder: string, numbers: readonly string[]): boolean {
  const number = folder.replaceAll('-', '.');
  return (
    !folder.includes('.') &&
    RELEASE.test(number) &&
    numbers.every((each) => compareReleases(number, each) < 0)
  );
}

function judgeDay(path: string, { name }: Plan, files: readonly string[]): Oddity | undefined {
  if (files.length === 1) return undefined;
  return {
    part: path,
    message: `The notes of ${name} are read from folders named after months, and this file is not in one.`,
    hint: "Name it as in '2021-03/2021-03-03.yml'.",
  };
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
