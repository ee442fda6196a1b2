/** CBOR (RFC 8949) as far as the files of Pagefind have it: whole numbers, texts and lists. */
export type CborValue = number | string | readonly CborValue[];

/** @throws Error for anything else */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  return read();

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

export function encodeCbor(value: CborValue): Buffer {
  const parts: Buffer[] = [];
  let bytes: number[] = [];
  write(value);
  return Buffer.concat([...parts, Buffer.from(bytes)]);

  function write(each: CborValue): void {
    if (typeof each === 'number') writeHead(each < 0 ? 1 : 0, each < 0 ? -1 - each : each);
    else if (typeof each === 'string') {
      const text = Buffer.from(each);
      writeHead(3, text.length);
      parts.push(Buffer.from(bytes), text);
      bytes = [];
    } else {
      writeHead(4, each.length);
      for (const inner of each) write(inner);
    }
  }

  function writeHead(kind: number, size: number): void {
    const width = size < 24 ? 0 : size < 0x100 ? 1 : size < 0x10000 ? 2 : 4;
    bytes.push((kind << 5) | (width === 0 ? size : 24 + Math.log2(width)));
    for (let byte = width - 1; byte >= 0; byte -= 1) bytes.push(Math.floor(size / 256 ** byte) & 255);
  }
}
