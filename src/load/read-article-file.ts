import type { ReportFault, YamlMap, YamlValue } from '../config/index.ts';
import type { Source } from '../diagnostics/index.ts';
import { EMPTY_SET, type VersionSet } from '../versions/index.ts';
import { checkFrontmatter, isEmpty } from './check-frontmatter.ts';
import type { ArticleTools } from './read-articles.ts';
import type { VersionReader } from './read-versions.ts';
import { reportFrontmatter } from './report-frontmatter.ts';
import { RESERVED_NAME } from './reserved-name.ts';

/** An article of the source language as its file alone tells it: the tree around it is not known yet. */
export interface ArticleFile {
  readonly path: string;
  readonly file: string;
  readonly kind: 'index' | 'article';
  /** Checked: every known key has a value of its type. */
  readonly frontmatter: YamlMap;
  readonly body: Source;
  readonly versions: VersionSet;
  /** Whether `versions` is there and without an error: else nothing is concluded from the set. */
  readonly hasVersions: boolean;
}

/** Parses and checks one file of `content/`; undefined where it cannot become a page at all. */
export function readDraft(
  file: string,
  path: string,
  { readVersions, variants, report, parse }: Omit<ArticleTools, 'versions'>,
): ArticleFile | undefined {
  const start = { file, line: 1, column: 1 };
  const parsed = parse(file);
  if (!reportFrontmatter(parsed, report)) return undefined;
  const written = parsed.yaml?.value;
  if (written?.kind !== 'map') {
    const what = written === undefined ? 'has no frontmatter' : 'has frontmatter without keys';
    const message = `The file '${file}' ${what}.`;
    const hint = hintAtFrontmatter(parsed.body.text);
    const place = written?.place ?? start;
    report({ code: 'load/no-frontmatter', severity: 'error', message, hint, place });
    return undefined;
  }
  if (NO_PATH.test(path)) {
    const message = `The name of '${file}' cannot be part of an address.`;
    const hint = 'Rename it: letters, digits and hyphens are safe.';
    report({ code: 'load/file-name', severity: 'error', message, hint, place: start });
    return undefined;
  }
  if (RESERVED_NAME.test(path)) {
    const message = `Windows allows no file named '${file}', nor a folder for its page.`;
    report({ code: 'load/reserved-name', severity: 'warning', message, hint: 'Rename it.', place: start });
  }
  const frontmatter = checkFrontmatter(written, variants, report);
  const kind = /(^|\/)index\.md$/.test(file) ? 'index' : 'article';
  const ofVersions = decideVersions(frontmatter, path, readVersions, report);
  return { path, file, kind, frontmatter, body: parsed.body, ...ofVersions };
}

/** What else stands where frontmatter begins, and so is none. */
function hintAtFrontmatter(text: string): string {
  const rest = "then at least 'title' and 'versions', then '---' again.";
  const begin = /^(\s*)(---+|\+\+\+)[ \t]*\r?\n[^\n]*[:=]/.exec(text);
  if (begin === null) return `Begin it with '---', ${rest}`;
  const [, blank = '', mark = ''] = begin;
  if (mark === '+++') return `Frontmatter is YAML: begin it with '---' instead of '+++', ${rest}`;
  if (mark !== '---') return `Begin it with three hyphens, not ${mark.length}, ${rest}`;
  return blank.includes('\n')
    ? "Delete the empty lines before the first '---': it belongs on the first line."
    : "Delete the space before the first '---': it belongs at the start of the line.";
}

/** Characters that mean something else in an address or in a file name of some system. */
const NO_PATH = /[\s\\?#%"<>|:*\p{Cc}]/u;

function decideVersions(
  { entries }: YamlMap,
  path: string,
  readVersions: VersionReader,
  report: ReportFault,
): Pick<ArticleFile, 'versions' | 'hasVersions'> {
  const entry = entries.get('versions');
  if (entry === undefined || isEmpty(entry.value)) return { versions: EMPTY_SET, hasVersions: false };
  const { versions, isSound, outside, choice } = readVersions(entry.value, report);
  if (versions !== EMPTY_SET || !isSound || outside === 'coming') return { versions, hasVersions: isSound };
  // Left behind when its last release was taken out is no mistake, and yet nobody sees it any more.
  const isOld = outside === 'deprecated';
  const message = isOld
    ? `'${path}' is only in releases that the site file calls deprecated.`
    : `'${path}' is in none of the site's versions.`;
  const hint = `Delete it, or correct its versions. ${choice}`;
  const severity = isOld ? 'warning' : 'error';
  report({ code: 'load/no-versions', severity, message, hint, place: entry.keyPlace });
  return { versions, hasVersions: isOld };
}

/** The value of a frontmatter key; undefined where it is absent or empty. */
export function findFrontmatter({ entries }: YamlMap, key: string): YamlValue | undefined {
  const value = entries.get(key)?.value;
  return value === undefined || isEmpty(value) ? undefined : value;
}
