import { compareReleases } from '../versions/index.ts';

/** Where Docusaurus lists the versions that it has a copy of, the newest first. */
export const DOCUSAURUS_VERSIONS = 'versions.json';

/**
 * The releases that Docusaurus has copies for, the newest first.
 *
 * @param list the text of `versions.json`
 * @returns empty where the file is another one, or names no release by a number
 */
export function findReleases(list: string | undefined): readonly string[] {
  const names = parseList(list ?? '[]').flatMap(
    (name) => /^v?((?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){1,2})$/.exec(name)?.[1] ?? [],
  );
  return [...new Set(names)].toSorted((one, other) => compareReleases(other, one));
}

function parseList(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
