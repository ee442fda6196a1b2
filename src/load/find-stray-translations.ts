import type { Language, ReportFault, SiteConfig } from '../config/index.ts';
import { splitLanguages } from './languages.ts';
import { joinPath } from './paths.ts';
import type { Article, SiteFiles } from './types.ts';

/** More files than these below a folder that the source language lacks are named together. */
const MAX_NAMED = 5;

/**
 * Names the articles of translations that the source language has no article for. Data is left out: a translation may
 * have reusables of its own.
 */
export function reportStrayTranslations(
  { texts, strays = [], unread = [] }: SiteFiles,
  config: SiteConfig,
  articles: ReadonlyMap<string, Article>,
  report: ReportFault,
): void {
  const { source, translations } = splitLanguages(config);
  if (translations.length === 0) return;
  const names = [...texts.keys(), ...unread];
  const all = new Set(names);
  const known = new Set(names.flatMap((name) => listFolders(cutFolder(name, source.dir) ?? '')));
  const moved = new Map(
    [...articles.values()].flatMap(({ file, redirectFrom }) =>
      redirectFrom.map(({ value }) => [value, file] as const),
    ),
  );
  for (const language of translations) {
    const { dir } = language;
    const groups = new Map<string, string[]>();
    for (const name of [...names, ...strays].sort()) {
      const part = findPart(name, dir);
      if (part === undefined || all.has(joinPath(source.dir, part))) continue;
      const folder = listFolders(part).find((each) => !known.has(each)) ?? part;
      groups.set(folder, [...(groups.get(folder) ?? []), name]);
    }
    for (const [folder, files] of groups) reportGroup(joinPath(dir, folder), files, language, moved, report);
  }
}

/** The name of an article of a translation as the source language would have it. */
function findPart(name: string, dir: string): string | undefined {
  const part = cutFolder(name, dir) ?? '';
  return /^content\/.*\.md$/.test(part) ? part : undefined;
}

function cutFolder(name: string, dir: string): string | undefined {
  if (dir === '.' || dir === '') return name;
  return name.startsWith(`${dir}/`) ? name.slice(dir.length + 1) : undefined;
}

/** A file and the folders above it, outer ones first. */
function listFolders(name: string): readonly string[] {
  const parts = name.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** @param moved where the source files are now, by old address */
function reportGroup(
  folder: string,
  files: readonly string[],
  { code: language, dir }: Language,
  moved: ReadonlyMap<string, string>,
  report: ReportFault,
): void {
  const [first = ''] = files;
  const code = 'load/translation-without-source';
  const place = (file: string) => ({ file, line: 1, column: 1 });
  if (files.length > MAX_NAMED) {
    report({
      code,
      severity: 'warning',
      message: `The source language has no folder of this name, so ${files.length} articles in ${folder}/ are not used.`,
      hint: 'Move them to where the source articles are now, or delete them.',
      place: place(first),
      languages: [language],
    });
    return;
  }
  for (const file of files) {
    const now = moved.get(formatAddress(findPart(file, dir) ?? ''));
    report({
      code,
      severity: 'warning',
      message: 'The source language has no article of this name, so this translation is not used.',
      hint:
        now === undefined
          ? 'Rename it as the source article is named now, or delete it.'
          : `Move it to ${joinPath(dir, now)}: the source has moved there.`,
      place: place(file),
      languages: [language],
    });
  }
}

/** The address that an article of this file has: `/a/b` for `content/a/b.md` and `content/a/b/index.md`. */
function formatAddress(part: string): string {
  return `/${part.replace(/^content\//, '').replace(/(?:\/index)?\.md$/, '')}`;
}
