import type { FileWriter } from '../types.ts';
import type { Copies, WriteBatch } from './messages.ts';

/** Bytes of a batch: enough that sending costs nothing beside writing, few enough that several can wait. */
const BATCH_SIZE = 1024 * 1024;

/** Files of a batch of copies. */
const COPIES = 100;

/** Puts files together to batches, their texts encoded, so that a thread gets them without a copy. */
export interface FilePacker {
  add(name: string, content: string | Uint8Array, writer?: FileWriter): void;
  addCopy(from: string, name: string): void;
  /** Sends what is left. */
  end(): void;
}

export function createFilePacker(send: (packed: WriteBatch | Copies) => void): FilePacker {
  let batch: OpenBatch | undefined;
  let copies: [from: string, name: string][] = [];
  return { add, addCopy, end };

  function add(name: string, content: string | Uint8Array, writer?: FileWriter): void {
    // A character of UTF-16 takes up to three bytes in UTF-8.
    const most = typeof content === 'string' ? content.length * 3 : content.length;
    if (batch !== undefined && (batch.writer !== writer || most > batch.bytes.length - batch.end)) end();
    batch ??= openBatch(Math.max(BATCH_SIZE, most), writer);
    const length = put(content, batch);
    batch.names.push(name);
    batch.lengths.push(length);
    batch.end += length;
  }

  function addCopy(from: string, name: string): void {
    copies.push([from, name]);
    if (copies.length === COPIES) end();
  }

  function end(): void {
    if (batch !== undefined) {
      const { names, lengths, bytes, writer } = batch;
      send({ names, lengths, bytes, writer });
    }
    if (copies.length > 0) send({ copies });
    batch = undefined;
    copies = [];
  }
}

interface OpenBatch {
  readonly names: string[];
  readonly lengths: number[];
  readonly bytes: Buffer;
  readonly writer: FileWriter | undefined;
  /** Bytes taken. */
  end: number;
}

function openBatch(size: number, writer: FileWriter | undefined): OpenBatch {
  // Not from the pool that Node shares out: the memory goes to the thread.
  return { names: [], lengths: [], bytes: Buffer.allocUnsafeSlow(size), writer, end: 0 };
}

/** Returns how many bytes the content has. */
function put(content: string | Uint8Array, { bytes, end }: OpenBatch): number {
  if (typeof content === 'string') return bytes.write(content, end);
  bytes.set(content, end);
  return content.length;
}
