import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type CacheOptions, type Note, openBlob } from '../cache/index.ts';
import { openSnapshotDrawer, type Snapshot } from '../output/index.ts';
import type { InputSignature } from './sign-inputs.ts';

/**
 * @typeParam T what the build said: data that JSON can hold
 * @typeParam S what has been put into the published folder since all of it was looked at: the same
 */
export interface BuildRecord<T, S> {
  /** Of all that it was made of. */
  readonly inputs: InputSignature;
  /** How it left the published folder. */
  readonly snapshot: { readonly whole: Snapshot['whole']; readonly since: S };
  readonly told: T;
}

/** @typeParam O what must be known of the site to make parts of it anew: data that Node can clone */
export interface RecordKeeper<T, S, O> {
  /** What the last build into the folder left; undefined where nothing is known of it. */
  read(): Promise<BuildRecord<T, S> | undefined>;
  write(record: BuildRecord<T, S>): Promise<void>;
  /** The outline that was kept last, and what its site was made of; undefined where there is none. */
  readOutline(): Promise<KeptOutline<O> | undefined>;
  writeOutline(kept: KeptOutline<O>): Promise<void>;
  /** Other data that Node can clone, by name. */
  readValue(name: string): Promise<unknown>;
  writeValue(name: string, value: unknown): Promise<void>;
}

export interface KeptOutline<O> {
  readonly inputs: InputSignature;
  readonly outline: O;
}

/** Part of the name under which records are kept: another form, another number. */
const FORM = 5;

/** @param out the folder that is built into; absolute */
export function openRecord<T, S, O>(
  cache: CacheOptions | undefined,
  out: string,
  note?: Note,
): RecordKeeper<T, S, O> {
  const open = (kind: string) => cache && openBlob(cache, `${kind} ${FORM} ${out}`, note);
  const [record, outline] = [open('record'), open('outline')];
  const snapshots = cache && openSnapshotDrawer(cache, out, note);
  return { read, write, readOutline, writeOutline, readValue, writeValue };

  async function read(): Promise<BuildRecord<T, S> | undefined> {
    const bytes = await record?.read();
    if (bytes === undefined) return undefined;
    const { inputs, told, since, base }: Said<T, S> = JSON.parse(bytes.toString());
    const whole = await snapshots?.find(base);
    return whole && { inputs, told, snapshot: { whole, since } };
  }

  /** The snapshot of all comes first: a record of another one is none. */
  async function write({ inputs, told, snapshot: { whole, since } }: BuildRecord<T, S>): Promise<void> {
    const isStored = 'file' in whole;
    const base = isStored ? whole.of : nameInputs(inputs);
    if (!isStored) await snapshots?.write(base, whole);
    const said: Said<T, S> = { inputs, told, since, base };
    await record?.write(Buffer.from(JSON.stringify(said)));
  }

  async function readOutline(): Promise<KeptOutline<O> | undefined> {
    const bytes = await outline?.read();
    return bytes && deserialize(bytes);
  }

  async function writeOutline(kept: KeptOutline<O>): Promise<void> {
    await outline?.write(serialize(kept));
  }

  async function readValue(name: string): Promise<unknown> {
    const bytes = await open(`value ${name}`)?.read();
    return bytes && deserialize(bytes);
  }

  async function writeValue(name: string, value: unknown): Promise<void> {
    await open(`value ${name}`)?.write(serialize(value));
  }
}

/** As `openRecord`, for builds of one process: what is kept lies in memory as it is, and nobody may change it. */
export function createRecord<T, S, O>(): RecordKeeper<T, S, O> {
  let record: BuildRecord<T, S> | undefined;
  let outline: KeptOutline<O> | undefined;
  const values = new Map<string, unknown>();
  return {
    read: async () => record,
    write: async (written) => {
      record = written;
    },
    readOutline: async () => outline,
    writeOutline: async (kept) => {
      outline = kept;
    },
    readValue: async (name) => values.get(name),
    writeValue: async (name, value) => {
      values.set(name, value);
    },
  };
}

/** The record without the snapshot of all. */
interface Said<T, S> {
  readonly inputs: InputSignature;
  readonly told: T;
  readonly since: S;
  /** The build that all of the folder was looked at after. */
  readonly base: string;
}

/** A short name of what a build was made of. */
export function nameInputs(inputs: InputSignature): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('base64url');
}
