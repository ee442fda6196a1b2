import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import {
  createDiagnostic,
  createTextReader,
  isRefusal,
  type Language,
  type ReadFault,
  type SiteConfig,
} from '../config/index.ts';
import type { Diagnostic, Result } from '../diagnostics/index.ts';
import { splitLanguages } from './languages.ts';
import { type Listing, listFolder } from './list-folder.ts';
import { joinPath } from './paths.ts';
import { readDays } from './read-days.ts';
import { readImages } from './read-images.ts';
import type { SiteFiles } from './types.ts';

/**
 * Reads `content/` and `data/` of every language, and the names of the files in `assets/`, and what pages need of its pictures. Of a translation only
 * the articles that the source language has are read.
 */
export async function readFiles(config: SiteConfig): Promise<Result<SiteFiles>> {
  const { root } = config;
  const { source, translations } = splitLanguages(config);
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  const strays: string[] = [];

  const read = ({ files, links, unreadable }: Listing, translation?: Language): void => {
    diagnostics.push(
      ...links.map(describeLink),
      ...unreadable.map((path) => describeUnreadable('folder', path, translation?.code)),
    );
    for (const fault of readTexts(root, files, texts))
      diagnostics.push(describeFault(fault, translation?.code));
  };

  const content = keepFiles(await listFolder(root, joinPath(source.dir, 'content')), /\.md$/);
  read(content);
  read(keepFiles(await listFolder(root, joinPath(source.dir, 'data')), DATA));
  for (const language of translations) {
    const all = keepFiles(await listFolder(root, joinPath(language.dir, 'content')), /\.md$/);
    const words = keepTwins(all, language, content, source);
    const kept = new Set(words.files);
    strays.push(...all.files.filter((path) => !kept.has(path)));
    const data = keepFiles(await listFolder(root, joinPath(language.dir, 'data')), DATA);
    if (words.files.length + data.files.length === 0) diagnostics.push(describeMissing(language));
    read(words, language);
    read(data, language);
  }
  const assets = await listFolder(root, 'assets');
  read({ ...assets, files: [] });
  const images = await readImages(root, assets.files);
  // Pictures have been read; everything else is copied only when pages are written.
  const locked = assets.files.filter((path) => !images.has(path) && !isReadable(join(root, path)));
  diagnostics.push(...locked.map((path) => describeUnreadable('file', path)));
  const readable = locked.length === 0 ? assets.files : assets.files.filter((path) => !locked.includes(path));
  const days = config.lastUpdated === 'git' ? await readDays(root) : undefined;
  const value = { texts, strays, assets: new Set(readable), images, ...(days && { days }) };
  return { value, diagnostics };
}

const DATA = /\.(md|ya?ml)$/;

function keepFiles(listing: Listing, pattern: RegExp): Listing {
  return { ...listing, files: listing.files.filter((path) => pattern.test(path)) };
}

/** The files of a translation that the source language has too. */
function keepTwins(listing: Listing, language: Language, content: Listing, source: Language): Listing {
  const start = joinPath(source.dir, 'content').length;
  const folder = joinPath(language.dir, 'content');
  const twins = new Set(content.files.map((path) => `${folder}${path.slice(start)}`));
  return { ...listing, files: listing.files.filter((path) => twins.has(path)) };
}

function readTexts(root: string, paths: readonly string[], texts: Map<string, string>): readonly ReadFault[] {
  const faults: ReadFault[] = [];
  const read = createTextReader(root);
  for (const path of paths) {
    const outcome = read(path);
    if ('fault' in outcome) faults.push(outcome.fault);
    else texts.set(outcome.file.path, outcome.file.text);
  }
  return faults;
}

/** A file of a translation that cannot be read is as good as missing. */
function describeFault({ kind, ...fault }: ReadFault, translation: string | undefined): Diagnostic {
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
    hint: 'Let the user who builds the site read it.',
    place: { file: path, line: 1, column: 1 },
    languages: translation === undefined ? [] : [translation],
  });
}

/** What is there no more is left to who copies it. */
function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch (error) {
    return !isRefusal(error);
  }
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

function describeMissing({ code, name, dir }: Language): Diagnostic {
  return createDiagnostic({
    code: 'load/missing-language',
    severity: 'warning',
    message: `There is nothing in ${name} (${code}) in the folder '${dir}'.`,
    hint: "Correct 'dir' of the language, or take the language out.",
    place: { file: 'data/site.yml', line: 1, column: 1 },
    languages: [code],
  });
}
