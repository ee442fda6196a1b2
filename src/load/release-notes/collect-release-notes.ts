import { listMembers, type Version } from '../../versions/index.ts';
import type { Article } from '../types.ts';
import type { DataTree } from '../yaml-values.ts';

/** The notes of one version: its patches, newest first. */
export interface ReleaseNotes {
  readonly version: Version;
  readonly patches: readonly NotesPatch[];
}

/** One file of notes. */
export interface NotesPatch {
  /** `3.2.1`, `3.2.0 RC1`; of a plan without numbers the day, or what the file is called. */
  readonly name: string;
  /** Reference of the file for a `data` tag: `release-notes.enterprise-server.3-2.1`. */
  readonly reference: string;
  readonly tree: DataTree;
}

/** Notes of each version of an article that has any. */
export function collectReleaseNotes(
  { versions: has }: Pick<Article, 'versions'>,
  data: DataTree,
  versions: readonly Version[],
): readonly ReleaseNotes[] {
  const plans = readTree(data['release-notes']);
  return listMembers(has, versions).flatMap((version) => {
    const notes = readTree(plans[version.plan.id]);
    const patches = version.number === undefined ? listDays(notes, version) : listPatches(notes, version);
    return patches.length === 0 ? [] : [{ version, patches }];
  });
}

/** A value of data as a mapping; empty where it is something else. */
export function readTree(value: unknown): DataTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as DataTree) : {};
}

/** `3-2/1.yml`, and `3-2/0-rc1.yml` for a candidate of its first patch. */
function listPatches(notes: DataTree, { plan, number = '' }: Version): readonly NotesPatch[] {
  const folder = number.replaceAll('.', '-');
  const files = Object.entries(readTree(notes[folder]));
  return files
    .map(([file, value]) => ({ ...parsePatch(file), file, value }))
    .sort((a, b) => b.patch - a.patch || b.candidate - a.candidate || (a.file < b.file ? 1 : -1))
    .map(({ file, value, patch, candidate }) => ({
      name: `${number}.${patch}${candidate === Infinity ? '' : ` RC${candidate}`}`,
      reference: `release-notes.${plan.id}.${folder}.${file}`,
      tree: readTree(value),
    }));
}

/** A candidate comes before its patch. */
function parsePatch(file: string): { readonly patch: number; readonly candidate: number } {
  const [, patch, candidate] = /^(\d+)(?:-rc(\d+))?/.exec(file) ?? [];
  return { patch: Number(patch ?? 0), candidate: candidate === undefined ? Infinity : Number(candidate) };
}

/** `2021-03/2021-03-03.yml`: a plan without numbers counts by days, in the folders of months. */
function listDays(notes: DataTree, { plan, isPreview }: Version): readonly NotesPatch[] {
  if (isPreview) return [];
  const files = Object.entries(notes).flatMap(([folder, files]) =>
    Object.entries(readTree(files)).map(([file, value]) => ({ file, folder, tree: readTree(value) })),
  );
  return files
    .sort((a, b) => (a.file < b.file ? 1 : -1))
    .map(({ file, folder, tree }) => ({
      name: file,
      reference: `release-notes.${plan.id}.${folder}.${file}`,
      tree,
    }));
}
