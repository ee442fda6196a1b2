import type { SiteFiles } from '../load/index.ts';

/** What texts name. Names too much rather than too little, so that nothing is called unused that somebody uses. */
export interface Mentions {
  /** Whether a text that readers can come to names a value of `data/`: `reusables.a.b`, `variables.a.b`. */
  hasData(reference: string): boolean;
  /** The file of `data/` that names it, though nobody comes to that one. */
  findIdleUser(reference: string): string | undefined;
  hasFeature(name: string): boolean;
  /** A picture by its name relative to the root: `assets/images/a.png`. */
  hasAsset(file: string): boolean;
}

/** @param others texts that may name assets too, such as those of a theme */
export function listMentions({ texts }: Pick<SiteFiles, 'texts'>, others: Iterable<string> = []): Mentions {
  const data = listDataNames(texts);
  let features: ReadonlySet<string> | undefined;
  let assets: AssetNames | undefined;
  return {
    ...data,
    hasFeature(name) {
      features ??= listFeatureNames(texts);
      return features.has(name) || features.has(ALL);
    },
    hasAsset(file) {
      assets ??= listAssetNames([...texts.values(), ...others]);
      return isNamed(file, assets);
    },
  };
}

/** Any name at all: something is asked for by a name that Liquid computes. */
const ALL = '*';

const NAME = '[\\p{L}\\p{N}_-]';
/** `reusables.a.b`, also with slashes as older tags have it, and a name that goes on in an expression: `variables.a[…`. */
const REFERENCE = new RegExp(
  `(data\\.)?(?<!${NAME})(reusables|variables)((?:[./]${NAME}+)*)(?=([./]?[[{])?)`,
  'gu',
);
/** A tag that brings in a value by a name that is no name: `{% data {{ x }} %}`, `{% data page.reusable %}`. */
const TAG = /\{%-?\s*(?:data|indented_data_reference)\s+(?!\s)((?:(?!\{%).)*?)-?%\}/gs;
const ELSEWHERE = /^(?:site\.data\.)?(?:early-access\.)?(?:ui|glossaries|release-notes|learning-tracks)\b/;
/** All of `data/`, or a part of it by a name that is computed. */
const WHOLE = /\bsite\.data\b(?!\.\w)/;

/** References that a text names. Each stands for what it begins with and for what begins with it. */
function listReferences(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!/reusables|variables|\bdata\b/.test(text)) return names;
  for (const [, isData, kind = '', rest = '', opening] of text.matchAll(REFERENCE)) {
    // The bare words stand in prose too.
    if (rest === '' && isData === undefined && opening === undefined) continue;
    names.add(
      `${kind}${rest
        .replaceAll('/', '.')
        .replace(/\.md$/, '')
        .replace(/(?<!-)-+$/, '')}`,
    );
  }
  for (const [, args = ''] of text.matchAll(TAG))
    if (!/reusables|variables/.test(args) && !ELSEWHERE.test(args.trim())) names.add(ALL);
  if (WHOLE.test(text)) names.add(ALL);
  return names;
}

interface TextNames {
  readonly file: string;
  readonly names: ReadonlySet<string>;
}

/** Files of values that are there only for texts that name them. */
const VALUES = /(?:^|\/)data\/(?:early-access\/)?(?:reusables|variables)\//;

function listDataNames(texts: SiteFiles['texts']): Pick<Mentions, 'hasData' | 'findIdleUser'> {
  const all = [...texts].map(([file, text]) => ({ file, names: listReferences(text) }));
  const named = new Set<string>();
  const note = ({ names }: TextNames) => {
    for (const name of names) for (const each of listStarts(name)) named.add(each);
    for (const name of names) named.add(`${name}${BELOW}`);
  };
  for (const each of all) if (!VALUES.test(each.file)) note(each);
  let idle = all.filter(({ file }) => VALUES.test(file));
  for (;;) {
    // Decided before any of them is noted: what they reach has its turn in the next round, and is noted there.
    const reached = new Set(idle.filter(({ file }) => isReached(file)));
    if (reached.size === 0) break;
    for (const each of reached) note(each);
    idle = idle.filter((each) => !reached.has(each));
  }
  return {
    hasData: has,
    findIdleUser: (reference) =>
      idle.find(({ file, names }) => nameValues(file) !== reference && [...names].some(isOf(reference)))
        ?.file,
  };

  function has(reference: string): boolean {
    const name = reference.replace(/^early-access\./, '');
    if (named.has(ALL) || named.has(name)) return true;
    return listStarts(name).some((start) => named.has(`${start}${BELOW}`));
  }

  function isReached(file: string): boolean {
    return has(nameValues(file));
  }

  function isOf(reference: string): (name: string) => boolean {
    const own = reference.replace(/^early-access\./, '');
    return (name) => name === own || own.startsWith(`${name}.`);
  }
}

/** Behind a name that a text names: all that begins with it is named. */
const BELOW = '.*';

/** `a`, `a.b`, `a.b.c` of `a.b.c`. */
function listStarts(name: string): readonly string[] {
  const parts = name.split('.');
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'));
}

function nameValues(file: string): string {
  return file
    .replace(/^.*?(?:^|\/)data\/(?:early-access\/)?/, '')
    .replace(/\.[a-z]+$/, '')
    .replaceAll('/', '.');
}

/** Words of tags and outputs, and names that frontmatter and data give under `feature`. */
function listFeatureNames(texts: SiteFiles['texts']): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts.values()) {
    if (/site\.data(?:\.features|(?!\.\w))/.test(text)) names.add(ALL);
    const given = text.matchAll(/\bfeature['"]?\s*:\s*(\[[^\][]*\]|-[^\n]+(?:\n\s*-[^\n]+)*|[^\n,}]*)/g);
    for (const words of [...listTagTexts(text), ...[...given].map(([, value = '']) => value)])
      for (const [word] of words.matchAll(/[\p{L}\p{N}_.-]+/gu))
        names.add(word.replace(/^[-.]+|(?<![-.])[-.]+$/g, ''));
  }
  return names;
}

/** What stands between the marks of tags and outputs. Where one does not end, none after it does. */
function* listTagTexts(text: string): Generator<string> {
  const [begin, end] = [/\{[%{]/g, /[%}]\}/g];
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    end.lastIndex = begin.lastIndex;
    const close = end.exec(text);
    if (close === null) return;
    yield text.slice(begin.lastIndex, close.index);
    begin.lastIndex = end.lastIndex;
  }
}

interface AssetNames {
  readonly files: ReadonlySet<string>;
  /** Names of files without their folders, of addresses that may lead anywhere. */
  readonly names: ReadonlySet<string>;
  /** What stands before something that Liquid computes: `assets/images/v`. */
  readonly starts: readonly string[];
  readonly texts: readonly string[];
}

const PICTURE_END = /\.(?:png|jpe?g|gif|webp|svg|avif)/gi;
const NOT_OF_ADDRESS = /[\s"'`()<>[\]{}|,]/;
/** The end of one that Liquid computes the rest of. */
const COMPUTED = /(?<![^\s"'`()<>[\]{}|])[^\s"'`()<>[\]{}|]+(?=\{[{%])/g;

/**
 * What may be addresses of pictures, each as far as the last of its endings. Read from the ends: most that could begin an address
 * begins none, and a picture that stands in the text itself is long.
 */
function listPictures(text: string): readonly string[] {
  const found: { start: number; dot: number; end: number }[] = [];
  for (const { 0: ending, index: dot } of text.matchAll(PICTURE_END)) {
    const last = found.at(-1);
    const least = last?.end ?? 0;
    let start = dot;
    while (start > least && !NOT_OF_ADDRESS.test(text.charAt(start - 1))) start -= 1;
    const end = dot + ending.length;
    if (last !== undefined && start === least) [last.dot, last.end] = [dot, end];
    else found.push({ start, dot, end });
  }
  return found.filter(({ start, dot }) => dot > start).map(({ start, end }) => text.slice(start, end));
}

function listAssetNames(texts: readonly string[]): AssetNames {
  const files = new Set<string>();
  const names = new Set<string>();
  const starts = new Set<string>();
  for (const text of texts) {
    for (const written of listPictures(text)) {
      const path = decode(written);
      const at = path.indexOf('assets/');
      if (at === -1) names.add(path.slice(path.lastIndexOf('/') + 1));
      else files.add(path.slice(at));
    }
    for (const [address] of text.matchAll(COMPUTED)) {
      const at = address.indexOf('assets/');
      if (at !== -1) starts.add(address.slice(at));
    }
  }
  return { files, names, starts: [...starts], texts };
}

function isNamed(file: string, { files, names, starts, texts }: AssetNames): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (files.has(file) || names.has(name) || starts.some((start) => file.startsWith(start))) return true;
  // An address can hold such a name in more than one spelling.
  return /[^\w./@+-]/.test(file) && texts.some((text) => text.includes(name));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
