import type { ReportFault, TextFile, YamlValue } from '../config/index.ts';
import { formatPlace, type Source } from '../diagnostics/index.ts';
import { checkDataNames, nameFile } from './check-data-names.ts';
import { checkCodeLanguages } from './code-languages.ts';
import { nameReference, REUSABLES } from './file-kinds.ts';
import { parseDataYaml } from './parse-data-yaml.ts';
import { parseFrontmatter } from './parse-frontmatter.ts';
import { createHeadParser, type HeadParser } from './parse-heads.ts';
import { joinPath } from './paths.ts';
import { createTranslationReport, reportFrontmatter } from './report-frontmatter.ts';
import type { LanguageData, SiteFiles } from './types.ts';
import { createTree, type DataTree, formatPlain } from './yaml-values.ts';

/** Not for templates: read by `config`, by the feature reader and by the reader of APIs. */
const ELSEWHERE = /^(site\.ya?ml$|features\/|rest\/)/;
/** A text of blanks and comments. */
const NOTHING = /^(?:[ \t]*(?:#.*)?(?:\n|$))*$/;
/** What a `data` tag can name of YAML. */
const NAMED = /^(early-access\.)?(variables|ui|glossaries|release-notes|learning-tracks)(\.|$)/;

/** Reads `data/` below the folder of a language; `translation` is its code unless it is the source language. */
export function readData(
  { texts, unread: unreadFiles = [], heads = createHeadParser() }: SiteFiles,
  dir: string,
  translation: string | undefined,
  report: ReportFault,
): LanguageData {
  const folder = `${joinPath(dir, 'data')}/`;
  checkDataNames(texts.keys(), folder, translation, report);
  const sources = new Map<string, Source>();
  const values: [readonly string[], unknown][] = [];
  const isOurs = (path: string) => path.startsWith(folder) && !ELSEWHERE.test(path.slice(folder.length));
  const nameOf = (path: string) => nameReference(path.slice(folder.length));
  const unread = new Set(unreadFiles.filter(isOurs).map((path) => nameOf(path).join('.')));
  for (const [path, text] of texts) {
    if (!isOurs(path)) continue;
    const names = nameOf(path);
    const value = path.endsWith('.md')
      ? readReusable({ path, text }, names, sources, translation, report)
      : readValues({ path, text }, names, keepOf(path), translation, report, heads);
    if (value !== undefined) values.push([names, value]);
    else if (!NOTHING.test(text)) unread.add(names.join('.'));
  }
  return { sources, tree: growTree(values), ...(unread.size > 0 && { unread }) };

  /** A value that two files hold, as a key of one and in the other named for it. Of files with one name that is known. */
  function keepOf(path: string): KeepSource {
    return (reference, source) => {
      const before = sources.get(reference);
      sources.set(reference, source);
      if (before === undefined || before.place.file === path) return;
      if (nameFile(before.place.file, folder) === nameFile(path, folder)) return;
      report({
        code: 'load/same-name',
        severity: 'warning',
        message: `'${reference}' is also in ${formatPlace(before.place)}, where it is not used.`,
        hint: 'Delete one of the two.',
        place: source.place,
        languages: translation === undefined ? [] : [translation],
      });
    };
  }
}

type KeepSource = (reference: string, source: Source) => void;

/** Frontmatter of a reusable is cut off, but must be readable: a broken one may have swallowed the text. */
export function readReusable(
  file: TextFile,
  names: readonly string[],
  sources: Map<string, Source>,
  translation: string | undefined,
  report: ReportFault,
): string | undefined {
  const parsed = parseFrontmatter(file);
  const tell = translation === undefined ? report : createTranslationReport(translation, report);
  if (!reportFrontmatter(parsed, tell)) return undefined;
  const head = parsed.yaml?.value;
  if (head !== undefined && head.kind !== 'map')
    tell({
      code: 'load/no-frontmatter',
      severity: 'warning',
      message: "The text between the two '---' lines is read as frontmatter, and readers do not see it.",
      hint: "Write '***' for a rule at the beginning of a file.",
      place: head.place,
    });
  const text = parsed.body.text.trimEnd();
  if (text !== '' && REUSABLES.test(names.join('.'))) sources.set(names.join('.'), { ...parsed.body, text });
  return text;
}

function readValues(
  file: TextFile,
  names: readonly string[],
  keep: KeepSource,
  translation: string | undefined,
  report: ReportFault,
  heads: HeadParser,
): unknown {
  const { value } = parseDataYaml(file, translation, report, heads);
  if (value === undefined) return undefined;
  const reference = names.join('.');
  if (reference === 'code-languages' && translation === undefined) checkCodeLanguages(value, report);
  if (NAMED.test(reference)) collectSources(value, reference, keep);
  return formatPlain(value);
}

function collectSources(value: YamlValue, reference: string, keep: KeepSource): void {
  if (value.kind === 'scalar') {
    if (value.value !== null && value.source.text.trim() !== '') keep(reference, value.source);
  } else if (value.kind === 'list') {
    for (const [index, child] of value.values.entries()) collectSources(child, `${reference}.${index}`, keep);
  } else {
    for (const [key, child] of value.entries) collectSources(child.value, `${reference}.${key}`, keep);
  }
}

/** Puts every value at its path; a file and a folder of one name are united as far as both are mappings. */
function growTree(values: readonly (readonly [readonly string[], unknown])[]): DataTree {
  const groups = new Map<string, { whole: unknown; parts: [readonly string[], unknown][] }>();
  for (const [[name = '', ...rest], value] of values) {
    const group = groups.get(name) ?? { whole: undefined, parts: [] };
    groups.set(name, group);
    if (rest.length === 0) group.whole = value;
    else group.parts.push([rest, value]);
  }
  return createTree(
    [...groups].map(([name, { whole, parts }]) => {
      if (parts.length === 0) return [name, whole];
      const below = growTree(parts);
      const isTree = typeof whole === 'object' && whole !== null && !Array.isArray(whole);
      return [
        name,
        isTree ? createTree([...Object.entries(whole as DataTree), ...Object.entries(below)]) : below,
      ];
    }),
  );
}
