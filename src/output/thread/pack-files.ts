import type { FileWriter } from '../types.ts';
import type { Batch, SentFile } from './messages.ts';

/** Bytes of a batch: enough that sending costs nothing beside writing, few enough that several can wait. */
const BATCH_SIZE = 1024 * 1024;

/** Puts files together to batches, their texts encoded, so that a thread gets them without a copy. */
export interface FilePacker {
  add(name: string, content: string | Uint8Array, writer?: FileWriter): void;
  addCopy(from: string, name: string): void;
  /** Sends what is left. */
  end(): void;
}

export function createFilePacker(send: (batch: Batch) => void): FilePacker {
  let bytes: Buffer | undefined;
  let at = 0;
  let files: SentFile[] = [];
  return {
    add(name, content, writer) {
      const length = put(content);
      files.push({ name, length, writer });
    },
    addCopy(from, name) {
      files.push({ name, from });
    },
    end,
  };

  function put(content: string | Uint8Array): number {
    // A character of UTF-16 takes up to three bytes in UTF-8.
    const most = typeof content === 'string' ? content.length * 3 : content.length;
    if (bytes !== undefined && most > bytes.length - at) end();
    // Not from the pool that Node shares out: the memory goes to the thread.
    bytes ??= Buffer.allocUnsafeSlow(Math.max(BATCH_SIZE, most));
    const start = at;
    if (typeof content === 'string') at += bytes.write(content, at);
    else {
      bytes.set(content, at);
      at += content.length;
    }
    return at - start;
  }

  function end(): void {
    if (files.length > 0) send({ bytes: bytes ?? new Uint8Array(), files });
    bytes = undefined;
    at = 0;
    files = [];
  }
}
