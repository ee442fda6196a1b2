/** CBOR (RFC 8949) as far as the files of Pagefind have it: whole numbers, texts and lists. */
export type CborValue = number | string | readonly CborValue[];

/**
 * The values that stand one after the other.
 *
 * @throws Error for anything else
 */
export function decodeCbor(bytes: Uint8Array): readonly CborValue[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: CborValue[] = [];
  let at = 0;
  while (at < buffer.length) values.push(read());
  return values;

  function read(): CborValue {
    const head = buffer[at] ?? 0;
    at += 1;
    const kind = head >> 5;
    const size = readSize(head & 31);
    if (kind === 0) return size;
    if (kind === 1) return -1 - size;
    if (kind === 4) {
      const list: CborValue[] = [];
      for (let count = 0; count < size; count += 1) list.push(read());
      return list;
    }
    if (kind !== 3) throw new Error(`A file of Pagefind's index contains something unexpected: ${head}.`);
    at += size;
    return buffer.toString('utf8', at - size, at);
  }

  function readSize(short: number): number {
    if (short < 24) return short;
    const width = 1 << (short - 24);
    at += width;
    return buffer.readUIntBE(at - width, width);
  }
}

/** Writes values one after the other. A list is its head, and then so many values. */
export interface CborWriter {
  /** Bytes that were written. */
  readonly length: number;
  writeHead(size: number): void;
  writeNumber(value: number): void;
  writeText(text: string): void;
  /** Whole numbers as a list. */
  writeNumbers(values: readonly number[]): void;
  /** A stretch of what another writer has made. */
  copy(bytes: Uint8Array, start: number, end: number): void;
  /** What was written from one byte up to another: not a copy, so good until more is written. */
  view(start: number, end: number): Uint8Array;
}

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

export function createCborWriter(): CborWriter {
  let bytes = Buffer.allocUnsafe(1 << 16);
  let length = 0;

  function writeNumber(value: number): void {
    if (value < 0) write(NEGATIVE, -1 - value);
    else write(NUMBER, value);
  }

  function write(kind: number, size: number): void {
    reserve(5);
    if (size < 24) {
      bytes[length] = (kind << 5) | size;
      length += 1;
      return;
    }
    const width = size < 0x100 ? 1 : size < 0x10000 ? 2 : 4;
    bytes[length] = (kind << 5) | (24 + (width >> 1));
    length = bytes.writeUIntBE(size, length + 1, width);
  }

  function reserve(more: number): void {
    if (length + more <= bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(bytes.length * 2, length + more));
    bytes.copy(larger, 0, 0, length);
    bytes = larger;
  }

  return {
    get length() {
      return length;
    },
    writeHead: (size) => write(LIST, size),
    writeNumber,
    writeText(text) {
      const size = Buffer.byteLength(text);
      write(TEXT, size);
      reserve(size);
      length += bytes.write(text, length);
    },
    writeNumbers(values) {
      write(LIST, values.length);
      for (const value of values) writeNumber(value);
    },
    copy(from, start, end) {
      reserve(end - start);
      // A few bytes, of which a view would be the dearer part.
      for (let at = start; at < end; at += 1) {
        bytes[length] = from[at] ?? 0;
        length += 1;
      }
    },
    view: (start, end) => bytes.subarray(start, end),
  };
}
