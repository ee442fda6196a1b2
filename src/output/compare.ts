import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes read at once. */
const STRETCH = 64 * 1024;

/** Whether a regular file holds a text or some bytes and nothing else, byte for byte. */
export function holdsContent(file: string, content: string | Uint8Array): boolean {
  const bytes = Buffer.from(content);
  return readOpen(file, (handle) => {
    if (fstatSync(handle).size !== bytes.length) return false;
    const found = Buffer.allocUnsafe(bytes.length);
    return readFully(handle, found, 0) === bytes.length && found.equals(bytes);
  });
}

/** Whether two regular files hold the same bytes. */
export function isSameFile(one: string, other: string): boolean {
  return readOpen(one, (first) =>
    readOpen(other, (second) => {
      const { size } = fstatSync(first);
      if (fstatSync(second).size !== size) return false;
      const [a, b] = [Buffer.allocUnsafe(STRETCH), Buffer.allocUnsafe(STRETCH)];
      for (let at = 0; at < size; ) {
        const length = readFully(first, a, at);
        if (length === 0 || readFully(second, b, at) !== length) return false;
        if (!a.subarray(0, length).equals(b.subarray(0, length))) return false;
        at += length;
      }
      return true;
    }),
  );
}

/** False also where the file cannot be opened; symbolic links are not followed. */
function readOpen(file: string, read: (handle: number) => boolean): boolean {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch {
    return false;
  }
  try {
    return read(handle);
  } finally {
    closeSync(handle);
  }
}

/** Fills the buffer from a position of the file as far as the file goes. */
function readFully(handle: number, buffer: Buffer, position: number): number {
  let length = 0;
  while (length < buffer.length) {
    const read = readSync(handle, buffer, length, buffer.length - length, position + length);
    if (read === 0) break;
    length += read;
  }
  return length;
}
