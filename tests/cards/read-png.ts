import { inflateSync } from 'node:zlib';

export interface ReadPng {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly number[];
  /** As it stands in the file. */
  readonly packed: Buffer;
}

/** Reads a PNG with a palette; throws where a sum is wrong. */
export function readPng(bytes: Uint8Array): ReadPng {
  const file = Buffer.from(bytes);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    if (checkCycle(body) !== file.readUInt32BE(at + 8 + length))
      throw new Error('The sum of a chunk is wrong.');
    chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += length + 12;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    colours: [...(chunks.get('PLTE') ?? [])],
    packed: chunks.get('IDAT') ?? Buffer.alloc(0),
  };
}

/** The box around all that is not white above the line at the lower edge. */
export function findBox(bytes: Uint8Array, from: number, to: number): readonly [left: number, right: number] {
  const { width, packed } = readPng(bytes);
  const rows = inflateSync(packed);
  let [left, right] = [width, -1];
  for (let y = from; y < to; y += 1)
    for (let x = 0; x < width; x += 1) {
      if ((rows[y * (width + 1) + 1 + x] ?? 0) === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  return [left, right];
}

function checkCycle(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}
