import { diffLines } from 'diff';
import type { Place } from '../diagnostics/index.ts';
import type { FieldName } from '../load/index.ts';
import { joinPieces, type Rendering, type RenderMarkdown } from '../markdown/index.ts';
import { findCondition, locate, type Resolution, type ResolvedText } from '../resolve/index.ts';
import { formatVersions, listMembers, type Version } from '../versions/index.ts';
import { createMarkdownOptions, type Workspace } from '../workspace/index.ts';

/** What a page says before and after, where it is not the same. */
export interface PageDifference {
  readonly language: string;
  /** Of the article. */
  readonly path: string;
  /** Names of the versions in which it shows. */
  readonly versions: readonly string[];
  /** `body`, `title`, …; or what else of the article differs. */
  readonly part: string;
  /** Where the text begins to differ, in the sources before. */
  readonly place: Place;
  /** Files of which the text is made, those first that are likely to be the cause. */
  readonly files: readonly string[];
  /** Lines of HTML that go, with `-`, and that come, with `+`. */
  readonly lines: readonly string[];
}

export interface Proof {
  /** Pages that were compared: articles in a language and a version. */
  readonly pages: number;
  /** Pages that do not say the same. */
  readonly broken: readonly PageDifference[];
  /** Pages whose HTML differs in white space only. */
  readonly blank: readonly PageDifference[];
  /** Pages that say something else because the site file does, with the same sources. */
  readonly told: readonly PageDifference[];
}

/**
 * Compares every page of two states of a site, in the versions that both have, by what Liquid makes of it. Equal texts of equal
 * articles have equal pages; texts that differ are rendered. Articles that no common version has are no pages.
 */
export async function provePages(
  before: Workspace,
  after: Workspace,
  renderMarkdown: RenderMarkdown,
): Promise<Proof> {
  const [old, now] = [
    indexOutcomes(before, (await before.resolved()).value),
    indexOutcomes(after, (await after.resolved()).value),
  ];
  const shared = before.versions.filter(({ id }) => after.versions.some((version) => version.id === id));
  const compared: Compared[] = [];
  const broken: PageDifference[] = [];
  let pages = 0;
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const pairs = new Map<string, Pair>();
    for (const version of shared) {
      const [was, is] = [old.get(key)?.get(version.id), now.get(key)?.get(version.id)];
      if (was === undefined && is === undefined) continue;
      pages += 1;
      const name = `${was?.number} ${is?.number}`;
      const pair = pairs.get(name) ?? { was: was?.resolution, is: is?.resolution, versions: [] };
      pairs.set(name, { ...pair, versions: [...pair.versions, version.name] });
    }
    for (const pair of pairs.values()) {
      const { was, is } = pair;
      const known = was ?? is;
      if (was !== undefined && is !== undefined) {
        compared.push(...compareFields(was, is, pair.versions), ...compareLabels(was, is, pair.versions));
        broken.push(...compareStates(was, is, pair.versions, before, after));
      } else if (known !== undefined)
        broken.push({
          ...nameOutcome(known, pair.versions),
          part: was === undefined ? 'a page that was not there' : 'the page is gone',
          place: { file: known.article.file, line: 1, column: 1 },
          files: [],
          lines: [],
        });
    }
  }
  broken.push(...compareArticles(before, after));
  const judged = await judge(compared, before, after, renderMarkdown);
  return { pages, broken: [...broken, ...judged.broken], blank: judged.blank, told: [] };
}

/** A page of one release that is not as that of another one. */
export type VersionDifference = Pick<PageDifference, 'language' | 'path' | 'part' | 'place'>;

/** Compares the pages of a release with those of another one, by what Liquid makes of them. */
export function comparePagesOf(
  workspace: Workspace,
  resolutions: readonly Resolution[],
  from: Version,
  added: Version,
): { readonly pages: number; readonly differing: readonly VersionDifference[] } {
  const differing: VersionDifference[] = [];
  let pages = 0;
  for (const byVersion of indexOutcomes(workspace, resolutions).values()) {
    const [was, is] = [byVersion.get(from.id)?.resolution, byVersion.get(added.id)?.resolution];
    if (is === undefined) continue;
    pages += 1;
    const { language, article } = is;
    const whole = { language, path: article.path, place: { file: article.file, line: 1, column: 1 } };
    if (was === undefined) differing.push({ ...whole, part: 'page' });
    else if (was !== is)
      for (const { part, field, texts } of [...compareFields(is, was, []), ...compareLabels(is, was, [])])
        differing.push({ ...whole, part, ...(field && locateDifference(field, findDifference(...texts))) });
  }
  return {
    pages,
    differing: differing.map(({ language, path, part, place }) => ({ language, path, part, place })),
  };
}

interface Outcome {
  readonly resolution: Resolution;
  readonly number: number;
}

type Outcomes = ReadonlyMap<string, ReadonlyMap<string, Outcome>>;

/** By article and language, then by the id of the version. */
function indexOutcomes({ versions }: Workspace, resolutions: readonly Resolution[]): Outcomes {
  const found = new Map<string, Map<string, Outcome>>();
  for (const [number, resolution] of resolutions.entries()) {
    const key = `${resolution.language} ${resolution.article.path}`;
    const byVersion = found.get(key) ?? new Map<string, Outcome>();
    found.set(key, byVersion);
    for (const { id } of listMembers(resolution.versions, versions))
      byVersion.set(id, { resolution, number });
  }
  return found;
}

interface Pair {
  readonly was: Resolution | undefined;
  readonly is: Resolution | undefined;
  readonly versions: readonly string[];
}

/** Two texts of one page that are not the same. */
interface Compared {
  readonly was: Resolution;
  readonly versions: readonly string[];
  readonly part: string;
  readonly texts: readonly [string, string];
  readonly field: ResolvedText | undefined;
}

function compareFields(was: Resolution, is: Resolution, versions: readonly string[]): readonly Compared[] {
  const names = new Set([...Object.keys(was.fields), ...Object.keys(is.fields)] as FieldName[]);
  return [...names].flatMap((part): readonly Compared[] => {
    const field = was.fields[part];
    const texts = [field?.text ?? '', is.fields[part]?.text ?? ''] as const;
    return texts[0] === texts[1] ? [] : [{ was, versions, part, texts, field }];
  });
}

function compareLabels(was: Resolution, is: Resolution, versions: readonly string[]): readonly Compared[] {
  const names = new Set([...Object.keys(was.labels), ...Object.keys(is.labels)]);
  return [...names].flatMap((part): readonly Compared[] => {
    const texts = [was.labels[part] ?? '', is.labels[part] ?? ''] as const;
    return texts[0] === texts[1] ? [] : [{ was, versions, part, texts, field: undefined }];
  });
}

/** Whether there is a page at all, and what its headings say of versions. */
function compareStates(
  was: Resolution,
  is: Resolution,
  versions: readonly string[],
  before: Workspace,
  after: Workspace,
): readonly PageDifference[] {
  const place = { file: was.article.file, line: 1, column: 1 };
  const differ = (part: string) => ({ ...nameOutcome(was, versions), part, place, files: [], lines: [] });
  return [
    ...(was.broken === is.broken ? [] : [differ('errors')]),
    ...(before.config.availability === undefined ||
    listHeadings(was, before, after) === listHeadings(is, after, before)
      ? []
      : [differ('versions of headings')]),
  ];
}

/** Of each heading, the versions that it names, of those that both states have. */
function listHeadings({ article, fields }: Resolution, own: Workspace, other: Workspace): string {
  const { body } = fields;
  if (body === undefined) return '';
  const shared = own.versions.filter(({ id }) => other.versions.some((version) => version.id === id));
  return [...body.text.matchAll(/^#{1,6} .*/gm)]
    .map(({ 0: heading, index }) => {
      const set = article.versions & (findCondition(body, index) ?? article.versions);
      return `${heading} ${listMembers(set, shared).map(({ id }) => id)}`;
    })
    .join();
}

function nameOutcome({ language, article }: Resolution, versions: readonly string[]) {
  return { language, path: article.path, versions };
}

/** What lists and layouts read of articles, less what says which versions they have and where they were. */
const OF_VERSIONS: ReadonlySet<string> = new Set(['versions', 'children', 'redirect_from']);

function compareArticles(before: Workspace, after: Workspace): readonly PageDifference[] {
  return [...after.corpus.articles.values()].flatMap((article): readonly PageDifference[] => {
    const was = before.corpus.articles.get(article.path);
    if (was === undefined) return [];
    const children = was.children.map(({ value }) => value).filter((path) => after.corpus.articles.has(path));
    const isSame =
      was.parent === article.parent &&
      children.join() === article.children.map(({ value }) => value).join() &&
      isLike(was.frontmatter, article.frontmatter);
    if (isSame) return [];
    const versions = formatVersions(article.versions, after.versions);
    const place = { file: was.file, line: 1, column: 1 };
    const { path } = was;
    return [
      {
        language: before.sourceLanguage,
        path,
        versions,
        part: 'frontmatter',
        place,
        files: [was.file],
        lines: [],
      },
    ];
  });
}

/** Whether values are the same but for texts with tags: these are compared when they are resolved. */
function isLike(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one === other || one.includes('{%');
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const [left, right] = [one, other] as Readonly<Record<string, unknown>>[];
  return [...keys].every((key) => OF_VERSIONS.has(key) || isLike(left?.[key] ?? '', right?.[key] ?? ''));
}

async function judge(
  compared: readonly Compared[],
  before: Workspace,
  after: Workspace,
  renderMarkdown: RenderMarkdown,
): Promise<Pick<Proof, 'broken' | 'blank'>> {
  const [old, now] = await Promise.all(
    [before, after].map(({ config, corpus }, at) =>
      renderMarkdown(
        compared.map(({ texts }) => texts[at] ?? ''),
        createMarkdownOptions(config, corpus),
      ),
    ),
  );
  const broken: PageDifference[] = [];
  const blank: PageDifference[] = [];
  for (const [at, { was, versions, part, texts, field }] of compared.entries()) {
    const [html, other] = [old?.[at], now?.[at]].map((rendering) => rendering && joinRendering(rendering));
    if (html === undefined || other === undefined || html === other) continue;
    const found = field && locateDifference(field, findDifference(...texts));
    const { file } = was.article;
    const difference = {
      ...nameOutcome(was, versions),
      part,
      ...(found ?? { place: { file, line: 1, column: 1 }, files: [file] }),
      lines: listLines(html, other),
    };
    (foldBlanks(html) === foldBlanks(other) ? blank : broken).push(difference);
  }
  return { broken, blank };
}

/** HTML with what fills its slots in their places. */
function joinRendering(rendering: Rendering): string {
  const fills = rendering.slots.map((slot) => {
    const { offset, ...rest } = { offset: 0, ...slot };
    return `{${Object.values(rest).join(' ')}}`;
  });
  return joinPieces(rendering, fills);
}

function findDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return at;
}

/** How many characters around a difference its cause is looked for first: blank lines are joined on the way. */
const NEAR = [0, 1, -1, 2, -2];

function locateDifference(field: ResolvedText, offset: number): Pick<PageDifference, 'place' | 'files'> {
  const near = NEAR.map((step) => locate(field, Math.max(0, offset + step))).flatMap(({ place, via }) =>
    [place, ...via].map(({ file }) => file),
  );
  // A file of data is behind a difference rather than that which uses it.
  const files = [...near.filter(isData), ...near, ...field.segments.map(({ source }) => source.place.file)];
  return { place: locate(field, offset).place, files: [...new Set(files)] };
}

function isData(file: string): boolean {
  return /(?:^|\/)data\//.test(file);
}

/** White space as browsers read it, and none at the ends of code. */
function foldBlanks(html: string): string {
  return html
    .replace(/<span\b[^>]*>(\s*)<\/span>/g, '$1')
    .replace(/(<(?:pre|code)\b[^>]*>)\s+/g, '$1')
    .replace(/(?<!\s)\s+(?=<\/(?:pre|code)>)/g, '')
    .replace(/\s+/g, ' ');
}

function listLines(html: string, other: string): readonly string[] {
  return diffLines(html, other).flatMap(({ added, removed, value }) =>
    added || removed
      ? value
          .replace(/\n$/, '')
          .split('\n')
          .map((line) => `${added ? '+' : '-'}${line}`)
      : [],
  );
}
