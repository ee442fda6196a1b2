import { type Zippable, zipSync } from 'fflate';

/** Stands at the end of every bundle, and marks it as one that the next may replace. */
const COMMENT = new TextEncoder().encode('Made by decant build --bundle');

/** Fields of a date are kept as they are on the machine, so that all machines write the same. */
const DATE = new Date(1980, 0, 1);

/** Packed pictures and the like become no smaller. */
const PACKED = /\.(?:png|jpe?g|gif|webp|avif|woff2?|mp4|webm|zip|gz)$/i;

/** Packs files, in the order of their names: the same files are the same bytes. */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const entries: Zippable = {};
  for (const [name, bytes] of sorted)
    entries[name] = [bytes, { mtime: DATE, level: PACKED.test(name) ? 0 : 6, os: 3, attrs: 0o100644 << 16 }];
  return addComment(zipSync(entries));
}

/** Whether a file is one that `zipFiles` made. */
export function isBundle(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-COMMENT.length)).equals(COMMENT);
}

/** The last two bytes of an archive without a comment are the length of it. */
function addComment(archive: Uint8Array): Uint8Array {
  const whole = Buffer.concat([archive, COMMENT]);
  whole.writeUInt16LE(COMMENT.length, archive.length - 2);
  return whole;
}
