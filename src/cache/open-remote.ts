import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { noteOnce } from './note-once.ts';
import { createConnection, type RemoteOptions } from './remote-connection.ts';
import { isSignedBy, signPack } from './sign-pack.ts';
import type { Note, PackNaming, PackStore } from './types.ts';

export interface OpenRemoteOptions extends RemoteOptions {
  /** Reads only: sends nothing but questions. */
  readonly isReadOnly: boolean;
}

/** Bytes of a pack. A server may hold anything, also what is small only while it is packed. */
const MAX_UNPACKED = 80 * 1024 ** 2;
/** Packing costs time of this build, moving the bytes that of all: fast is small enough, a tenth of the text. */
const LEVEL = 3;
/** The tag of an artefact, as Turborepo's clients send it. */
const TAG = 'x-artifact-tag';

/**
 * A server of Turborepo's remote cache as two stores with one connection. First packs by state: whoever builds the same
 * articles finds all of them under one name, and since such a pack never changes, a server may refuse to overwrite.
 * Then packs by folder, for states that nobody has built before: they hold most of it. A server that overwrites keeps
 * these fresh; on one that refuses they stay as they were first.
 *
 * Whatever goes wrong is said once, and is a miss.
 */
export function openRemote(options: OpenRemoteOptions, note: Note): readonly PackStore[] {
  const { signatureKey, isReadOnly } = options;
  const connection = createConnection(options, note);
  const noteForeign = noteOnce(note);
  const noteRefusal = noteOnce(note);

  async function read(name: string): Promise<Buffer | undefined> {
    const artifact = await connection.get(name);
    if (artifact === undefined) return undefined;
    const tag = artifact.headers.get(TAG);
    if (signatureKey && !isSignedBy(signatureKey, name, artifact.body, tag)) {
      noteForeign(`The remote cache has an entry that was not signed with this key. It is ignored: ${name}`);
      return undefined;
    }
    return unpack(artifact.body);
  }

  function createStore(naming: PackNaming): PackStore {
    let isRefused = isReadOnly;
    return {
      naming,
      isReadOnly,
      isEmpty: false,
      read,
      async write(name, bytes) {
        if (isRefused) return;
        const body = await pack(bytes);
        const tag = signatureKey && signPack(signatureKey, name, body);
        const status = await connection.put(name, body, tag ? { [TAG]: tag } : {});
        if (status === undefined || isFine(status) || isAboutThisPack(status)) return;
        isRefused = true;
        // What cannot be overwritten is found by its state.
        if (naming === 'state')
          noteRefusal(`The remote cache rejected what this build rendered (status ${status}).`);
      },
      async tidy() {},
    };
  }

  return [createStore('state'), createStore('folder')];
}

function pack(bytes: Buffer): Promise<Buffer> {
  return promisify(gzip)(bytes, { level: LEVEL });
}

/** Undefined for what is not packed, or grows too large. */
function unpack(body: Buffer): Promise<Buffer | undefined> {
  return promisify(gunzip)(body, { maxOutputLength: MAX_UNPACKED }).catch(() => undefined);
}

function isFine(status: number): boolean {
  return status >= 200 && status < 300;
}

/** It is there already, or too large: others may be welcome. */
function isAboutThisPack(status: number): boolean {
  return status === 409 || status === 413;
}
