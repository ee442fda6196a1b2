import { gzipSync } from 'node:zlib';

/**
 * Packs a small file: zlib clears as much memory for each as it may need for a large one, which takes three times as long as the packing
 * itself. No file of the index is much longer than this window.
 */
export function packFile(content: string | Uint8Array): Buffer {
  return gzipSync(content, { level: 9, windowBits: 13, memLevel: 6, chunkSize: 8192 });
}
