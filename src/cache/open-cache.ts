import type { RenderMarkdown } from '../markdown/index.ts';
import { recallRenderer } from './fingerprint-renderer.ts';
import { keepRenderings } from './keep-renderings.ts';
import { DEFAULT_LIMIT, openCacheFolder } from './open-folder.ts';
import { openRemote } from './open-remote.ts';
import type { RemoteOptions } from './remote-connection.ts';
import type { Note, PackStore } from './types.ts';

export interface CacheOptions {
  /** Absolute path of a folder, made when it is needed; none if absent. */
  readonly dir?: string | undefined;
  /** A server that is asked for what the folder lacks; none if absent. */
  readonly remote?: RemoteOptions | undefined;
  /** Whether to find only, and leave every file as it is and the server as well. */
  readonly mode: 'write' | 'read';
  /** Whether a build asks for some of its texts only; the others grow old more slowly. */
  readonly isPartial?: boolean;
  /** Bytes that the folder may take; what was used longest ago goes first. 1 GiB if absent. */
  readonly limit?: number;
}

export interface Cache {
  readonly renderMarkdown: RenderMarkdown;
  /** Whether it is certain that nothing will be found. */
  readonly isEmpty: boolean;
  /** Writes what is new, and makes room. */
  close(): Promise<void>;
}

/**
 * A renderer that remembers what it rendered between processes.
 *
 * @param places looked into in this order; each is given what it lacks
 * @param note is told when a folder or the server cannot be used; the build goes on without
 */
export function openCache(
  render: RenderMarkdown,
  places: readonly CacheOptions[],
  note: Note = () => {},
): Cache {
  const stores = places.flatMap((place) => openStores(place, note));
  const noted = places.find(({ dir }) => dir !== undefined);
  const { renderMarkdown, settle } = keepRenderings(
    render,
    stores,
    recallRenderer(noted?.dir, noted?.mode === 'read'),
    places.some(({ isPartial = false }) => isPartial),
  );
  return {
    renderMarkdown,
    isEmpty: stores.every(({ isEmpty }) => isEmpty),
    async close() {
      await settle();
      for (const store of stores) await store.tidy();
    },
  };
}

function openStores(
  { dir, remote, mode, limit = DEFAULT_LIMIT }: CacheOptions,
  note: Note,
): readonly PackStore[] {
  const isReadOnly = mode === 'read';
  return [
    ...(dir === undefined ? [] : [openCacheFolder(dir, { limit, isReadOnly }, note)]),
    ...(remote === undefined ? [] : openRemote({ ...remote, isReadOnly }, note)),
  ];
}
