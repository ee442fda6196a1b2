import type { Version } from '../../versions/index.ts';
import type { Article, DataStore } from '../types.ts';
import { collectReleaseNotes } from './collect-release-notes.ts';
import { nameNote } from './write-release-notes.ts';

/** The notes of a patch, as a page of release notes shows them in one language. */
export interface ReleaseNote {
  /** `3.2.1`; of a plan without numbers the day. */
  readonly name: string;
  /** The heading above them. */
  readonly title: string;
  /** When it came out, `2021-10-12`; undefined where nothing says so. */
  readonly day: string | undefined;
}

/** What an article with the layout `release-notes` tells in a version, the newest first. */
export function listReleaseNotes(
  article: Article,
  data: Pick<DataStore, 'tree'>,
  version: Version,
  language: string,
): readonly ReleaseNote[] {
  const [source] = article.texts.keys();
  if (source === undefined) return [];
  const found = collectReleaseNotes({ versions: 1n << BigInt(version.index) }, data.tree(source), [version]);
  return found.flatMap(({ patches }) =>
    patches.map(({ name, tree }) => ({
      name,
      title: nameNote(name, version, language),
      day: readDay(version.number === undefined ? name : tree.date),
    })),
  );
}

function readDay(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)
    ? value
    : undefined;
}
