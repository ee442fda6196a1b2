import { createHash } from 'node:crypto';
import { isActiveDrawing } from './find-active.ts';
import type { Image, SourceTree } from './types.ts';

/** Bytes. A larger picture is published as it is, and its size is not known. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Open at once: pictures are large. */
const BATCH = 16;

/** The pictures among the files of `assets/`: the names to publish them under, and how large they are. */
export async function readImages(
  tree: Pick<SourceTree, 'readBinaries'>,
  files: readonly string[],
): Promise<ReadonlyMap<string, Image>> {
  const names = files.filter((file) => /\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(file));
  const images = new Map<string, Image>();
  if (names.length === 0) return images;
  // Loaded for sites that have pictures: one page by itself mostly shows none.
  const { measureImage } = await import('./measure-image.ts');
  for (let start = 0; start < names.length; start += BATCH) {
    const batch = names.slice(start, start + BATCH);
    const read = await tree.readBinaries(batch, MAX_BYTES);
    for (const [at, name] of batch.entries()) {
      const bytes = read[at];
      if (bytes === undefined) continue;
      const isActive = /\.svg$/i.test(name) && isActiveDrawing(bytes);
      images.set(name, {
        output: addHash(name, bytes),
        size: measureImage(bytes),
        ...(isActive && { isActive }),
      });
    }
  }
  return images;
}

function addHash(name: string, bytes: Uint8Array): string {
  return nameImage(name, createHash('sha256').update(bytes).digest('hex'));
}

/** The name that a picture is published under, by the SHA-256 of its content. */
export function nameImage(name: string, hash: string): string {
  return name.replace(/(?=\.\w+$)/, `.${hash.slice(0, 10)}`);
}
