import {
  createDiagnostic,
  createReadFault,
  type Language,
  type ReadFault,
  type SiteConfig,
} from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { isDataFile } from './file-kinds.ts';
import { isActiveName } from './find-active.ts';
import { splitLanguages } from './languages.ts';
import { openSourceFolder } from './open-source-folder.ts';
import { createHeadParser, type HeadParser } from './parse-heads.ts';
import { joinPath } from './paths.ts';
import { readImages } from './read-images.ts';
import type { Listing, SiteFiles, SourceTree } from './types.ts';

/**
 * Reads `content/` and `data/` of every language, and the names of the files in `assets/`, and what pages need of its pictures. Of a translation only
 * the articles that the source language has are read.
 *
 * @param tree where they are; the folder of the site if absent
 * @param heads what parses their frontmatter; a parser that knows nothing yet if absent
 */
export async function readFiles(
  config: SiteConfig,
  tree: SourceTree = openSourceFolder(config.root),
  heads: HeadParser = createHeadParser(),
): Promise<Result<SiteFiles>> {
  const { source, translations } = splitLanguages(config);
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  const strays: string[] = [];

  const read = async ({ files, links, unreadable }: Listing, translation?: Language): Promise<void> => {
    diagnostics.push(
      ...links.map(describeLink),
      ...unreadable.map((path) => describeUnreadable('folder', path, translation?.code)),
    );
    for (const outcome of await tree.readTexts(files)) {
      if ('fault' in outcome) diagnostics.push(describeFault(outcome.fault, translation?.code));
      else texts.set(outcome.file.path, outcome.file.text);
    }
  };

  const content = keepFiles(await tree.list(joinPath(source.dir, 'content')), isMarkdown);
  await read(content);
  const sourceData = keepFiles(await tree.list(joinPath(source.dir, 'data')), isDataFile);
  await read(sourceData);
  const unread = [...content.files, ...sourceData.files].filter((path) => !texts.has(path));
  for (const language of translations) {
    const all = keepFiles(await tree.list(joinPath(language.dir, 'content')), isMarkdown);
    const words = keepTwins(all, language, content, source);
    const kept = new Set(words.files);
    strays.push(...all.files.filter((path) => !kept.has(path)));
    const data = keepFiles(await tree.list(joinPath(language.dir, 'data')), isDataFile);
    if (words.files.length + data.files.length === 0) diagnostics.push(describeMissing(language));
    await read(words, language);
    await read(data, language);
  }
  const assets = await tree.list('assets');
  await read({ ...assets, files: [] });
  const images = await readImages(tree, assets.files);
  // Pictures have been read; everything else is copied only when pages are written.
  const readable: string[] = [];
  for (const path of assets.files) {
    const kind = images.has(path) ? undefined : tree.findCopyFault(path);
    if (kind === undefined) readable.push(path);
    else if (kind === 'unreadable') diagnostics.push(describeUnreadable('file', path));
    else diagnostics.push(...describeKind(kind, path));
  }
  const active = findActive(config, readable, images);
  diagnostics.push(...active.map(describeActive));
  const left = new Set(active);
  const days = config.lastUpdated === 'git' ? await tree.readDays() : undefined;
  const shown = active.length === 0 ? images : new Map([...images].filter(([path]) => !left.has(path)));
  const value = {
    texts,
    strays,
    ...(unread.length > 0 && { unread }),
    assets: new Set(readable.filter((path) => !left.has(path))),
    images: shown,
    heads,
    ...(days && { days }),
  };
  return { value, diagnostics };
}

/** What of `assets/` would run code where it is opened, unless all authors may. */
function findActive(
  { html }: SiteConfig,
  files: readonly string[],
  images: SiteFiles['images'],
): readonly string[] {
  if (html === 'trusted') return [];
  return files.filter((path) => isActiveName(path) || images.get(path)?.isActive === true);
}

function isMarkdown(path: string): boolean {
  return path.endsWith('.md');
}

function keepFiles(listing: Listing, isKept: (path: string) => boolean): Listing {
  return { ...listing, files: listing.files.filter(isKept) };
}

/** The files of a translation that the source language has too. */
function keepTwins(listing: Listing, language: Language, content: Listing, source: Language): Listing {
  const start = joinPath(source.dir, 'content').length;
  const folder = joinPath(language.dir, 'content');
  const twins = new Set(content.files.map((path) => `${folder}${path.slice(start)}`));
  return { ...listing, files: listing.files.filter((path) => twins.has(path)) };
}

/**
 * What is wrong with a file of a site that cannot be read. One of a translation is as good as missing.
 *
 * @param translation the code of the language, unless it is the source language
 */
export function describeFault({ kind, ...fault }: ReadFault, translation?: string): Diagnostic {
  const code = `load/${kind}`;
  return translation === undefined
    ? createDiagnostic({ ...fault, code, severity: 'error' })
    : createDiagnostic({ ...fault, code, severity: 'warning', languages: [translation] });
}

function describeUnreadable(kind: 'file' | 'folder', path: string, translation?: string): Diagnostic {
  return createDiagnostic({
    code: 'load/unreadable',
    severity: translation === undefined ? 'error' : 'warning',
    message: `The ${kind} '${path}' cannot be read.`,
    hint: 'Allow the user who builds the site to read it.',
    place: { file: path, line: 1, column: 1 },
    languages: translation === undefined ? [] : [translation],
  });
}

function describeLink(path: string): Diagnostic {
  return createDiagnostic({
    code: 'load/linked-folder',
    severity: 'warning',
    message: `'${path}' is a link to a folder and is not followed.`,
    hint: 'Put the folder itself there.',
    place: { file: path, line: 1, column: 1 },
  });
}

/** Of a file that is copied as it is: it is left out, and no page for it. */
function describeKind(kind: ReadFault['kind'], path: string): readonly Diagnostic[] {
  const outcome = createReadFault(kind, path);
  return 'fault' in outcome ? [{ ...describeFault(outcome.fault), severity: 'warning' }] : [];
}

function describeActive(path: string): Diagnostic {
  return createDiagnostic({
    code: 'load/active-asset',
    severity: 'warning',
    message: `'${path}' can run code in the browser of whoever opens it, so it is not published.`,
    hint: 'Remove scripts and handlers from a drawing, offer a document as an archive, or set `html: trusted` in the site file if all authors may run code on the pages.',
    place: { file: path, line: 1, column: 1 },
  });
}

function describeMissing({ code, name, dir }: Language): Diagnostic {
  return createDiagnostic({
    code: 'load/missing-language',
    severity: 'warning',
    message: `There is nothing in ${name} (${code}) in the folder '${dir}'.`,
    hint: "Correct 'dir' of the language, or remove the language.",
    place: { file: 'data/site.yml', line: 1, column: 1 },
    languages: [code],
  });
}
