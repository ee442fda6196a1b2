import { gunzipSync, gzipSync } from 'node:zlib';

/** Bytes that are packed, or unpacked, in one piece; what is longer is put together of several. */
const MOST = 8192;

/** Bytes that packing may add, and that zlib wants at least. */
const MORE = 64;

/**
 * Packs a small file: zlib clears as much memory for each as it may need for a large one, which takes three times as long as the packing
 * itself. No file of the index is much longer than this window. What comes back is a part of the piece that it was packed into, so the piece is
 * no larger than the file: an index has hundreds of thousands of them.
 */
export function packFile(content: string | Uint8Array): Buffer {
  const length = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
  const chunkSize = Math.min(length + MORE, MOST);
  return gzipSync(content, { level: 9, windowBits: 13, memLevel: 6, chunkSize });
}

/** Unpacks a small file. Its last four bytes say how long it is. */
export function unpackFile(packed: Uint8Array): Buffer {
  const length = Buffer.from(packed.buffer, packed.byteOffset, packed.length).readUInt32LE(packed.length - 4);
  return gunzipSync(packed, { chunkSize: Math.min(length + MORE, 2 * MOST) });
}
