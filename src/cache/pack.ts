import { createHash } from 'node:crypto';

/**
 * Renderings kept together: JSON texts by key, with the number of times the pack was written since each was last asked
 * for. A file of lines:
 *
 *     decant-pack CHECKSUM      of all that follows this line
 *     KEY AGE JSON
 */
export type Pack = ReadonlyMap<string, PackedText>;

export interface PackedText {
  readonly age: number;
  /** UTF-8. */
  readonly json: Buffer;
}

const MAGIC = 'decant-pack';
const NEWLINE = 10;
const SPACE = 32;

/** Undefined for anything that `formatPack` did not write, byte for byte. */
export function parsePack(bytes: Buffer): Pack | undefined {
  const head = bytes.indexOf(NEWLINE);
  const body = bytes.subarray(head + 1);
  if (head === -1 || bytes.toString('latin1', 0, head) !== `${MAGIC} ${hash([body])}`) return undefined;
  const pack = new Map<string, PackedText>();
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(NEWLINE, start);
    const afterKey = body.indexOf(SPACE, start);
    const afterAge = body.indexOf(SPACE, afterKey + 1);
    if (end === -1 || afterKey === -1 || afterAge === -1 || afterAge > end) return undefined;
    const age = Number(body.toString('latin1', afterKey + 1, afterAge));
    pack.set(body.toString('latin1', start, afterKey), { age, json: body.subarray(afterAge + 1, end) });
    start = end + 1;
  }
  return pack;
}

export function formatPack(pack: Pack): Buffer {
  const body = [...pack].flatMap(([key, { age, json }]) => [Buffer.from(`${key} ${age} `), json, LINE_END]);
  return Buffer.concat([Buffer.from(`${MAGIC} ${hash(body)}\n`), ...body]);
}

const LINE_END = Buffer.from('\n');

/** Of bytes that follow each other. */
function hash(stretches: readonly Buffer[]): string {
  const sum = createHash('sha256');
  for (const bytes of stretches) sum.update(bytes);
  return sum.digest('base64url');
}
