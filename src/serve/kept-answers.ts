import { deserialize, serialize } from 'node:v8';
import { type CacheOptions, fingerprintProgram, type Note, openBlob, readBlob } from '../cache/index.ts';
import { type ReadTime, sumSources } from './sum-sources.ts';
import type { Reply } from './types.ts';

/** What a session answered with the sources as they are. */
export interface KeptSession {
  readonly basePath: string;
  /** By paths from `/` on. */
  readonly replies: ReadonlyMap<string, Reply>;
}

/** What sessions tell the next one. */
export interface KeptAnswers {
  /** What the last one answered; undefined where a source has changed since, or another program answered. */
  readonly last: KeptSession | undefined;
  /** The sources are read from now on. */
  begin(): void;
  note(path: string, reply: Reply): void;
  /** Some sources have changed and are read from now on: what was answered before is no longer kept. */
  change(files: ReadonlySet<string>): void;
  /** @param folders all that answers are made of, relative to the root */
  keep(basePath: string, folders: readonly string[]): Promise<void>;
}

/** Characters of all replies: reading them must take no time. */
const MOST = 1_000_000;

/**
 * The last answers of `decant dev`, for the first ones of the next session. They are told from older ones by the state of each source
 * file on the disk, so nothing is read.
 *
 * @param root the folder of the site; absolute
 * @param name tells sessions that answer differently from each other
 */
export function openKeptAnswers(
  cache: CacheOptions | undefined,
  root: string,
  name: string,
  note?: Note,
): KeptAnswers {
  let first = Date.now();
  let read = first;
  const blob =
    cache && openBlob(cache, `answers ${process.version} ${fingerprintProgram()} ${root} ${name}`, note);
  const written = blob?.file === undefined ? undefined : readBlob(blob.file);
  const packed = written && (deserialize(written) as PackedSession);
  const last = packed?.state === (packed && sumSources(root, packed.folders)) ? packed : undefined;
  const replies = new Map(last?.replies);
  const reads = new Map<string, number>();
  const readAt: ReadTime = (file) => (file === undefined ? read : (reads.get(file) ?? first));
  return {
    last,
    begin() {
      // What the last session answered holds for the sources as they were when they were looked at.
      if (last === undefined) first = Date.now();
      read = first;
    },
    note(path, reply) {
      replies.delete(path);
      replies.set(path, reply);
    },
    change(files) {
      read = Date.now();
      for (const file of files) reads.set(file, read);
      replies.clear();
    },
    async keep(basePath, folders) {
      const state = blob && sumSources(root, folders, readAt);
      if (state === undefined) return;
      const packed: PackedSession = { basePath, folders, state, replies: new Map(pickLast(replies)) };
      await blob?.write(serialize(packed));
    },
  };
}

interface PackedSession extends KeptSession {
  readonly folders: readonly string[];
  /** Of the sources. */
  readonly state: string;
}

/** The last ones first that are not too much together. */
function pickLast(replies: ReadonlyMap<string, Reply>): readonly (readonly [string, Reply])[] {
  let length = 0;
  return [...replies].reverse().filter(([, reply]) => {
    length += measure(reply);
    return length <= MOST;
  });
}

function measure(reply: Reply): number {
  if (reply.kind === 'page') return reply.html.length + JSON.stringify(reply.state ?? null).length;
  return reply.kind === 'text' ? reply.text.length : 0;
}
