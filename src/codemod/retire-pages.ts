import { outlineYaml, type YamlMapOutline } from '../config/index.ts';
import { placeAt, type Source } from '../diagnostics/index.ts';
import type { Article, Corpus, SiteFiles } from '../load/index.ts';
import { EMPTY_SET, type Version, type VersionSet } from '../versions/index.ts';
import { addOldAddresses } from './add-old-addresses.ts';
import { moveEdit, removeItems, removePairs, replaceScalar } from './edit-yaml.ts';
import { locateFrontmatter } from './placed-sources.ts';
import { retireRange } from './retire-range.ts';
import type { SourceEdit } from './types.ts';

/** What becomes of what frontmatter and features say of versions, and of pages that no version has any more. */
export interface RetiredPages {
  readonly edits: ReadonlyMap<string, readonly SourceEdit[]>;
  readonly deleted: readonly string[];
  /** Paths of the articles that are gone, each with that which answers for its address. */
  readonly gone: ReadonlyMap<string, string>;
}

/** Features that a drop has made true or false for every version, with what is to be written in their place. */
export type InlinedFeatures = ReadonlyMap<string, 'always' | 'never'>;

export interface RetireScope {
  readonly files: SiteFiles;
  /** With articles in the versions of the site and in some that are to come. */
  readonly corpus: Corpus;
  readonly versions: readonly Version[];
  readonly dropped: Version;
  readonly inlined: InlinedFeatures;
}

/**
 * Ranges in frontmatter and features are rewritten where the version that goes has changed what they say. An article that was in no other
 * version goes, with its translations and its entry in `children`; the nearest index page that stays answers for its addresses.
 */
export function retirePages(scope: RetireScope): RetiredPages {
  const { corpus, files } = scope;
  const gone = findGone(scope);
  const goneFiles = new Set([...gone.keys()].flatMap((path) => listFiles(corpus.articles.get(path))));
  const edits = new Map<string, readonly SourceEdit[]>();
  for (const [file, text] of files.texts) {
    if (goneFiles.has(file)) continue;
    const yaml = locateYaml(file, text);
    const outline = yaml && outlineYaml(yaml.source);
    if (yaml === undefined || outline?.kind !== 'map') continue;
    const found = retireVersions(yaml.source.text, outline, scope);
    if (found.length > 0)
      edits.set(
        file,
        found.map((edit) => moveEdit(edit, yaml.start)),
      );
  }
  for (const article of corpus.articles.values()) {
    if (gone.has(article.path)) continue;
    const heirs = [...gone].filter(([, heir]) => heir === article.path).map(([path]) => path);
    const orphaned = new Set(
      article.children
        .filter(({ value }) => gone.has(value))
        .map(({ place }) => `${place.line}:${place.column}`),
    );
    if (heirs.length === 0 && orphaned.size === 0) continue;
    const written = listWritten(article, orphaned, files);
    for (const file of listFiles(article)) {
      const text = files.texts.get(file) ?? '';
      const yaml = locateFrontmatter(text, file);
      const outline = yaml && outlineYaml(yaml.source);
      if (yaml === undefined || outline?.kind !== 'map') continue;
      const addresses = file === article.file ? listAddresses(heirs, article, corpus) : [];
      const cuts = removeChildren(yaml.source.text, outline, written);
      const found = [
        ...cuts.map((edit) => moveEdit(edit, yaml.start)),
        ...(addOldAddresses(file, text, addresses) ?? []),
      ];
      if (found.length > 0) edits.set(file, [...(edits.get(file) ?? []), ...found]);
    }
  }
  return { edits, deleted: [...goneFiles].sort(), gone };
}

/** Articles that the version alone had; an index page goes only with all that is below. */
function findGone({ corpus, dropped }: RetireScope): ReadonlyMap<string, string> {
  const bit: VersionSet = 1n << BigInt(dropped.index);
  const paths = new Set(
    [...corpus.articles.values()].filter(({ versions }) => versions === bit).map(({ path }) => path),
  );
  // Children come after their parents.
  for (const { path, parent } of [...corpus.articles.values()].reverse())
    if (!paths.has(path) && parent !== undefined) paths.delete(parent);
  const gone = new Map<string, string>();
  for (const path of paths) {
    let heir = corpus.articles.get(path)?.parent;
    while (heir !== undefined && paths.has(heir)) heir = corpus.articles.get(heir)?.parent;
    if (heir !== undefined) gone.set(path, heir);
  }
  return gone;
}

function listFiles(article: Article | undefined): readonly string[] {
  return [...(article?.texts.values() ?? [])].map(({ file }) => file);
}

function locateYaml(file: string, text: string): ReturnType<typeof locateFrontmatter> {
  if (file.endsWith('.md')) return locateFrontmatter(text, file);
  const isFeature = /(?:^|\/)data\/features\/[^/]+\.ya?ml$/.test(file);
  return isFeature
    ? { source: { text, place: { file, line: 1, column: 1 }, verbatim: true }, start: 0 }
    : undefined;
}

function retireVersions(text: string, { pairs }: YamlMapOutline, scope: RetireScope): readonly SourceEdit[] {
  const map = pairs.find(({ key }) => key === 'versions')?.value;
  if (map?.kind !== 'map') return [];
  const edits: SourceEdit[] = [];
  const going: number[] = [];
  for (const [at, { key, value }] of map.pairs.entries()) {
    if (key === 'feature') {
      const found = inlineFeature(text, map, at, scope);
      if (found === null) going.push(at);
      else edits.push(...found);
      continue;
    }
    if (value?.kind !== 'scalar' || typeof value.value !== 'string') continue;
    const range = retireRange(key, value.value, scope.versions, scope.dropped);
    if (range === null) going.push(at);
    else if (range !== undefined) edits.push(replaceScalar(text, value, range));
  }
  // What is in no version at all keeps its last range: an empty map says nothing of what it was.
  const removed = going.length < map.pairs.length ? removePairs(text, map, going) : [];
  return [...edits, ...removed];
}

/** `null` where the entry goes. */
function inlineFeature(
  text: string,
  map: YamlMapOutline,
  at: number,
  { inlined, versions }: RetireScope,
): readonly SourceEdit[] | null {
  const value = map.pairs[at]?.value;
  const names = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  const states = names.map((each) => (each.kind === 'scalar' ? inlined.get(String(each.value)) : undefined));
  if (states.includes('always')) {
    const plans = [...new Set(versions.map(({ plan }) => plan.short))].filter(
      (short) => !map.pairs.some(({ key }) => key === short),
    );
    const [first, ...rest] = plans.map((short) => `${short}: '*'`);
    const start = map.pairs[at]?.start ?? 0;
    if (first === undefined || value === undefined) return null;
    const indent = map.isFlow ? ', ' : `\n${' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1))}`;
    return [{ start, end: value.end, text: [first, ...rest].join(indent) }];
  }
  if (!states.includes('never')) return [];
  if (states.every((state) => state === 'never') || value?.kind !== 'list') return null;
  return removeItems(
    text,
    value,
    states.flatMap((state, item) => (state === 'never' ? [item] : [])),
  );
}

/** How an index page writes the children that go. */
function listWritten(article: Article, places: ReadonlySet<string>, files: SiteFiles): ReadonlySet<string> {
  const yaml = locateFrontmatter(files.texts.get(article.file) ?? '', article.file);
  const outline = yaml && outlineYaml(yaml.source);
  const list = outline?.kind === 'map' ? findList(outline, 'children') : undefined;
  const nameOf = (source: Source, start: number) => {
    const { line, column } = placeAt(source, start);
    return `${line}:${column}`;
  };
  return new Set(
    (list?.items ?? []).flatMap((item) =>
      yaml !== undefined && item.kind === 'scalar' && places.has(nameOf(yaml.source, item.start))
        ? [String(item.value)]
        : [],
    ),
  );
}

function findList({ pairs }: YamlMapOutline, name: string) {
  const value = pairs.find(({ key }) => key === name)?.value;
  return value?.kind === 'list' ? value : undefined;
}

function removeChildren(
  text: string,
  outline: YamlMapOutline,
  written: ReadonlySet<string>,
): readonly SourceEdit[] {
  const list = findList(outline, 'children');
  if (list === undefined) return [];
  const going = list.items.flatMap((item, at) =>
    item.kind === 'scalar' && written.has(String(item.value)) ? [at] : [],
  );
  if (going.length === 0) return [];
  if (going.length < list.items.length) return removeItems(text, list, going);
  return removePairs(text, outline, [outline.pairs.findIndex(({ key }) => key === 'children')]);
}

/** Where the articles that go were, and where they had been before, less what the heir answers for already. */
function listAddresses(paths: readonly string[], heir: Article, { articles }: Corpus): readonly string[] {
  const known = new Set(heir.redirectFrom.map(({ value }) => value));
  const all = paths.flatMap((path) => [
    `/${path}`,
    ...(articles.get(path)?.redirectFrom.map(({ value }) => value) ?? []),
  ]);
  return [...new Set(all)].filter((address) => !known.has(address));
}

/** Whether a drop has made a set true or false for every version. */
export function judgeFeature(
  set: VersionSet,
  versions: readonly Version[],
  { index }: Version,
): 'always' | 'never' | undefined {
  const all = (1n << BigInt(versions.length)) - 1n;
  const kept = all & ~(1n << BigInt(index));
  if (set === EMPTY_SET || set === all) return undefined;
  if ((set & kept) === EMPTY_SET) return 'never';
  return (set & kept) === kept ? 'always' : undefined;
}
