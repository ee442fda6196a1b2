import { findFrontmatterEnd, findReusable, isContent } from '../load/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { ChangedFile } from './list-changed-files.ts';

/** Whether frontmatter, tree, features and what stands around pages are the same in both states, as far as the files tell. */
export function isOfBodies(files: readonly ChangedFile[], before: Workspace, after: Workspace): boolean {
  return isOfTexts(files, before, after) && !isAskedBeside(files, before, after);
}

function isOfTexts(files: readonly ChangedFile[], before: Workspace, after: Workspace): boolean {
  return files.every(({ file, kind }) => {
    if (kind !== 'changed') return false;
    if (file.startsWith('assets/') || findReusable(after.config, file) !== undefined) return true;
    if (/(?:^|\/)data\/variables\/[^/]+\.ya?ml$/.test(file)) return true;
    return isContent(after.config, file) && readHead(before, file) === readHead(after, file);
  });
}

/**
 * Whether reusables or variables that differ go into texts that stand around pages: titles of tracks in other files of `data/`,
 * and addresses in frontmatter.
 */
function isAskedBeside(files: readonly ChangedFile[], before: Workspace, after: Workspace): boolean {
  const names = new Set(files.flatMap(({ file }) => nameData(file) ?? []));
  if (names.size === 0) return false;
  const texts = [...after.files.texts, ...before.files.texts].filter(
    ([file]) => !isContent(after.config, file),
  );
  for (let size = 0; size < names.size; ) {
    size = names.size;
    for (const [file, text] of texts) {
      const name = nameData(file);
      if (name !== undefined && !names.has(name) && mentions(text, names)) names.add(name);
    }
  }
  const isBeside = texts.some(([file, text]) => nameData(file) === undefined && mentions(text, names));
  if (isBeside) return true;
  return [...after.corpus.articles.values()].some(({ frontmatter }) =>
    ADDRESSES.some((key) => mentions(JSON.stringify(frontmatter[key] ?? ''), names)),
  );
}

const ADDRESSES = [
  'featuredLinks',
  'introLinks',
  'sidebarLink',
  'includeGuides',
  'journeyTracks',
  'learningTracks',
];

/** What texts call a reusable or the variables of a file. */
function nameData(file: string): string | undefined {
  const [, name] = /(?:^|\/)data\/((?:reusables|variables)\/.+)\.(?:md|ya?ml)$/.exec(file) ?? [];
  return name?.replaceAll('/', '.');
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  if (!text.includes('{%') && !text.includes('{{')) return false;
  for (const name of names) if (text.includes(name)) return true;
  return false;
}

function readHead({ files }: Workspace, file: string): string {
  const text = files.texts.get(file) ?? '';
  return text.slice(0, findFrontmatterEnd(text));
}
