import { placeAt } from '../diagnostics/index.ts';
import { type Corpus, isContent } from '../load/index.ts';
import { findRegions, type Resolution } from '../resolve/index.ts';
import { EMPTY_SET, formatRanges } from '../versions/index.ts';
import { describeUnpublished } from './describe-unpublished.ts';
import { findReferences, listFeatureUsers, listReferences, nameDataFile } from './find-references.ts';
import type { FoundBranch, Span } from './locate-line.ts';
import type { SiteSource } from './types.ts';

/** What was looked at of a file or line that comes out nowhere. */
export interface Silence {
  readonly site: SiteSource;
  readonly corpus: Corpus;
  readonly file: string;
  readonly line: number | undefined;
  /** Of the file. */
  readonly text: string;
  /** Files of articles that may bring it in. */
  readonly users: readonly string[];
  readonly resolutions: readonly Resolution[];
  readonly spans: readonly Span[];
  readonly around: readonly FoundBranch[];
  readonly isCommented: boolean;
}

/** Says in a sentence why no page shows a file or line. */
export function describeSilence(silence: Silence): string {
  const { isCommented, line, text } = silence;
  if (isCommented || isInComment(silence)) return 'It is in an HTML comment, which no reader sees.';
  if (line !== undefined && text.split('\n')[line - 1]?.trim() === '') return 'The line is blank.';
  if (line !== undefined && isInLiquidComment(text, line)) return 'It is in a Liquid comment.';
  return (
    describeUnused(silence) ??
    describeBranch(silence) ??
    describeFallback(silence) ??
    describeFrontmatter(silence) ??
    'It prints nothing by itself.'
  );
}

function isInComment({ spans, line }: Silence): boolean {
  return (
    line !== undefined &&
    spans.length > 0 &&
    spans.every(({ traced: { source }, begin, end }) => {
      const at = begin + source.text.slice(begin, end).search(/\S/);
      return findRegions(source.text).some(
        (region) => region.kind === 'comment' && region.start <= at && at < region.end,
      );
    })
  );
}

function isInLiquidComment(text: string, line: number): boolean {
  const begin =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  return [...text.matchAll(/\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g)].some(
    ({ 0: { length }, index }) => index <= begin && begin < index + length,
  );
}

function describeUnused(silence: Silence): string | undefined {
  const { site, corpus, file, users, resolutions, spans } = silence;
  const owner = [...corpus.articles.values()].find(({ texts }) =>
    [...texts.values()].some((each) => each.file === file),
  );
  if (isContent(site.config, file) && owner === undefined)
    return `The file is not published: ${describeUnpublished(site, file)}`;
  if (owner !== undefined && (owner.versions & site.built) === EMPTY_SET)
    return `The article is in none of the versions asked for. It is in: ${formatRanges(owner.versions, site.versions)}.`;
  if (resolutions.length > 0 && resolutions.every(({ broken }) => broken))
    return 'The pages are left out because their source has errors; decant check names them.';
  if (owner !== undefined || spans.length > 0) return undefined;
  return describeData(silence) ?? describeUsers(users);
}

function describeUsers(users: readonly string[]): string {
  if (users.length === 0) return 'No article uses the file.';
  return `It is named by ${countFiles(users)}, but only where no page of the versions and languages asked for comes to.`;
}

/** What a file of `data/` is there for that no page shows as it is. */
function describeData({ site, corpus, file, line, users }: Silence): string | undefined {
  const name = nameDataFile(site.config, file) ?? '';
  if (file === SITE_FILE) return 'It is the site file. No page shows it, and it decides over all of them.';
  const [kind = '', ...rest] = name.replace(/^early-access\./, '').split('.');
  if (kind === 'features') return describeFeature(site, corpus, rest.join('.'));
  if (kind === 'variables' && line !== undefined) return describeVariable(site, corpus, file, line);
  if (kind === 'ui') return 'It has interface words of the theme, which surround the text of all pages.';
  if (kind === 'variables' || kind === 'reusables' || users.length > 0) return undefined;
  return kind === 'learning-tracks' || kind === 'release-notes'
    ? 'No text names it: it is what learning tracks and release notes are made of.'
    : 'No text names it.';
}

const SITE_FILE = 'data/site.yml';

function describeFeature(site: SiteSource, { features }: Corpus, name: string): string {
  const set = features.get(name);
  if (set === undefined) return 'It should be a feature, and cannot be read; decant check says why.';
  const users = listFeatureUsers(site.files, name);
  const asked =
    users.length === 0
      ? 'Nothing asks for it.'
      : `It is asked for in ${countFiles(users)}. decant list pages --uses ${name} names the pages.`;
  return `It is the feature '${name}': ${formatRanges(set, site.versions)}. No page shows it. ${asked}`;
}

/** The value that stands in a line, by who names it. */
function describeVariable(
  { files, config }: SiteSource,
  { data }: Corpus,
  file: string,
  line: number,
): string | undefined {
  const own = [...data.parts.values()]
    .flatMap(({ sources }) => [...sources])
    .filter(([, { place }]) => place.file === file && place.line <= line);
  const last = own.reduce(
    (found, each) => (each[1].place.line >= (found?.[1].place.line ?? 0) ? each : found),
    own[0],
  );
  if (last === undefined) return undefined;
  const [name] = last;
  const users = [...files.texts].flatMap(([each, text]) =>
    [...listReferences(text)].some((reference) => reference === name || name.startsWith(`${reference}.`))
      ? [each]
      : [],
  );
  if (users.length === 0) return `It belongs to '${name}', which nothing names.`;
  const reaching = findReferences(files, config).findUsers(users);
  const articles = [...users, ...reaching].filter((each) => isContent(config, each));
  return articles.length === 0
    ? `It belongs to '${name}', which is named by ${countFiles(users)} only; no article uses that.`
    : `It belongs to '${name}', which is named by ${countFiles(users)}, but only where no page of the versions and languages asked for comes to.`;
}

function countFiles(files: readonly string[]): string {
  const shown = files.slice(0, 3).join(', ');
  return files.length > 3 ? `${shown} and ${files.length - 3} more files` : shown;
}

function describeBranch({ site, spans, around }: Silence): string | undefined {
  const dead = around.find(({ branch }) => (branch.taken & site.built) === EMPTY_SET);
  const [span] = spans;
  if (dead === undefined || span === undefined) return undefined;
  const { tag, branch } = dead;
  const written = [branch.keyword, branch.condition].filter((part) => part !== '').join(' ');
  const reach = formatRanges(tag.reach & site.built, site.versions, { within: site.built });
  const { line } = placeAt(span.traced.source, branch.begin);
  if ((tag.reach & site.built) === EMPTY_SET) return `No page comes to the tag '${written}' in line ${line}.`;
  return `The branch '${written}' in line ${line} is never taken: its tag is reached in ${reach}.`;
}

function describeFallback({ file, resolutions }: Silence): string | undefined {
  const failed = resolutions.find(
    ({ article, language, failures }) => failures.length > 0 && article.texts.get(language)?.file === file,
  );
  return failed === undefined
    ? undefined
    : `The translation has an error in ${failed.failures.join(', ')}, so its pages show the source language instead.`;
}

function describeFrontmatter({ file, line, text }: Silence): string | undefined {
  if (line === undefined || !file.endsWith('.md') || !text.startsWith('---\n')) return undefined;
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (end === -1 || line > end + 1) return undefined;
  const key = lines.slice(0, line).findLast((each) => /^[\w-]+:/.test(each));
  return key === undefined
    ? 'It is where frontmatter begins or ends.'
    : `It belongs to '${key.slice(0, key.indexOf(':'))}' of the frontmatter, which is not shown as a text.`;
}
