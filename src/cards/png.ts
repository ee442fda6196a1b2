import { constants, deflateRawSync } from 'node:zlib';
import type { Palette } from './palette.ts';

/** Rows of a PNG, packed so that others can follow. */
export interface PackedRows {
  readonly bytes: Uint8Array;
  /** Adler-32 of what is packed, and its length. */
  readonly sum: number;
  readonly length: number;
}

/**
 * Packs by stretches of equal bytes alone. What zlib finds otherwise differs between its versions and between processors, which it looks
 * up bytes with, and takes ten times as long for a third less.
 */
export function packRows(rows: Uint8Array): PackedRows {
  const bytes = deflateRawSync(rows, {
    level: 9,
    memLevel: 9,
    strategy: constants.Z_RLE,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  return { bytes, sum: sumUp(rows), length: rows.length };
}

/** A PNG with a palette, of packed rows below each other. */
export function formatPng(
  { width, height }: { readonly width: number; readonly height: number },
  palette: Palette,
  parts: readonly PackedRows[],
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which name a colour of the palette.
  header.set([8, 3], 8);
  const end = Buffer.alloc(6);
  // An empty last block.
  end.set([3, 0]);
  end.writeUInt32BE(
    parts.reduce((sum, part) => joinSums(sum, part), 1),
    2,
  );
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    formatChunk('IHDR', header),
    formatChunk('PLTE', Buffer.from(palette.colours.flat())),
    formatChunk('IDAT', Buffer.concat([Buffer.from([0x78, 0x9c]), ...parts.map(({ bytes }) => bytes), end])),
    formatChunk('IEND', Buffer.alloc(0)),
  ]);
}

function formatChunk(type: string, body: Buffer): Buffer {
  const chunk = Buffer.alloc(body.length + 12);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(type, 4, 'latin1');
  body.copy(chunk, 8);
  chunk.writeUInt32BE(checkCycle(chunk.subarray(4, body.length + 8)), body.length + 8);
  return chunk;
}

const PRIME = 65521;

/** Adler-32. */
function sumUp(bytes: Uint8Array): number {
  let [one, two] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // So many can be added before a number grows too large.
    for (const end = Math.min(at + 3800, bytes.length); at < end; at += 1) {
      one += bytes[at] ?? 0;
      two += one;
    }
    one %= PRIME;
    two %= PRIME;
  }
  return two * 65536 + one;
}

/** The sum of two texts behind each other. */
function joinSums(before: number, { sum, length }: PackedRows): number {
  const [one, two] = [before % 65536, Math.floor(before / 65536)];
  const rest = length % PRIME;
  const low = (one + (sum % 65536) - 1 + PRIME) % PRIME;
  const high = (rest * one + two + Math.floor(sum / 65536) - rest + PRIME) % PRIME;
  return high * 65536 + low;
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32; Node has one since 22. */
function checkCycle(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 255] ?? 0);
  return ~value >>> 0;
}
