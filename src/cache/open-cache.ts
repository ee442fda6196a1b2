import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RenderMarkdown } from '../markdown/index.ts';
import { fingerprintCode } from './fingerprint.ts';
import { keepRenderings } from './keep-renderings.ts';
import { openFolder } from './open-folder.ts';

export interface CacheOptions {
  /** Absolute path of a folder, made when it is needed. */
  readonly dir: string;
  /** Whether to find only, and leave every file as it is. */
  readonly mode: 'write' | 'read';
  /** Bytes that the folder may take; what was used longest ago goes first. 1 GiB if absent. */
  readonly limit?: number;
}

export interface Cache {
  readonly renderMarkdown: RenderMarkdown;
  /** Writes what is new, and makes room. */
  close(): Promise<void>;
}

const GIBIBYTE = 1024 ** 3;

/** A renderer that remembers what it rendered between processes. */
export function openCache(render: RenderMarkdown, { dir, mode, limit = GIBIBYTE }: CacheOptions): Cache {
  const store = openFolder(dir, { limit, isReadOnly: mode === 'read' });
  const { renderMarkdown, settle } = keepRenderings(render, [store], fingerprintRenderer());
  return {
    renderMarkdown,
    async close() {
      await settle();
      await store.tidy();
    },
  };
}

/** Of the code that renders, and of that which keeps the renderings. */
function fingerprintRenderer(): string {
  const folders = ['../markdown/', './'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return fingerprintCode(folders, extname(import.meta.url));
}
