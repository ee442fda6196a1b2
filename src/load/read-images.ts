import { createHash } from 'node:crypto';
import { disableTypes, imageSize, types } from 'image-size';
import { readBinaryFile } from '../config/index.ts';
import type { Image, ImageSize } from './types.ts';

/** Bytes. A larger picture is published as it is, and its size is not known. */
const MAX_BYTES = 64 * 1024 * 1024;
/** Open at once: pictures are large. */
const BATCH = 16;

/** What browsers show; the measurers of other formats are never asked. AVIF is a `heif`. */
const MEASURED = ['png', 'jpg', 'gif', 'webp', 'svg', 'heif'];
disableTypes(types.filter((type) => !MEASURED.includes(type)));

/** The pictures among the files of `assets/`: the names to publish them under, and how large they are. */
export async function readImages(
  root: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, Image>> {
  const names = files.filter((file) => /\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(file));
  const images = new Map<string, Image>();
  for (let start = 0; start < names.length; start += BATCH) {
    const batch = names.slice(start, start + BATCH);
    const read = await Promise.all(batch.map((name) => readBinaryFile(root, name, MAX_BYTES)));
    for (const [at, name] of batch.entries()) {
      const bytes = read[at];
      if (bytes !== undefined) images.set(name, { output: addHash(name, bytes), size: measure(bytes) });
    }
  }
  return images;
}

function addHash(name: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return name.replace(/(?=\.\w+$)/, `.${hash}`);
}

/** As a browser shows it: photographs turned as they say. Undefined for a file that is broken or does not say. */
function measure(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, type, orientation = 1 } = imageSize(bytes);
    if (!(width > 0 && height > 0) || (type === 'svg' && !isSized(bytes))) return undefined;
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/** A drawing without a size of its own fills what it is given; its coordinates are no size. */
function isSized(bytes: Uint8Array): boolean {
  const [root = ''] = /<svg\s[^>]*>/.exec(new TextDecoder().decode(bytes)) ?? [];
  return ['width', 'height'].every((name) => new RegExp(`\\s${name}=["'][\\d.]+(?:px)?["']`).test(root));
}
