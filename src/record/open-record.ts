import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type CacheOptions, type Note, openDrawer } from '../cache/index.ts';
import type { InputSignature } from './sign-inputs.ts';

/** @typeParam T what the build said: data that JSON can hold */
export interface BuildRecord<T> {
  /** Of all that it was made of. */
  readonly inputs: InputSignature;
  /** Of the published files, as they were when it ended. */
  readonly files: string;
  readonly told: T;
}

/** @typeParam O what must be known of the site to make parts of it anew: data that Node can clone */
export interface RecordKeeper<T, O> {
  /** What the last build into the folder left; undefined where nothing is known of it. */
  read(): Promise<BuildRecord<T> | undefined>;
  write(record: BuildRecord<T>): Promise<void>;
  /** The outline that was kept of a site that these inputs make; undefined where there is none. */
  readOutline(inputs: InputSignature): Promise<O | undefined>;
  writeOutline(inputs: InputSignature, outline: O): Promise<void>;
}

/** Part of the name under which records are kept: another form, another number. */
const FORM = 1;

/** @param out the folder that is built into; absolute */
export function openRecord<T, O>(
  cache: CacheOptions | undefined,
  out: string,
  note?: Note,
): RecordKeeper<T, O> {
  const open = (kind: string) => cache && openDrawer(cache, `${kind} ${FORM} ${out}`, note);
  const [record, outline] = [open('record'), open('outline')];
  return {
    async read() {
      const bytes = await record?.read();
      return bytes && JSON.parse(bytes.toString());
    },
    write: async (written) => record?.write(Buffer.from(JSON.stringify(written))),
    async readOutline(inputs) {
      const bytes = await outline?.read();
      const kept: Kept<O> | undefined = bytes && deserialize(bytes);
      return kept?.of === sign(inputs) ? kept.outline : undefined;
    },
    writeOutline: async (inputs, site) =>
      outline?.write(serialize({ of: sign(inputs), outline: site } satisfies Kept<O>)),
  };
}

function sign(inputs: InputSignature): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('base64url');
}

interface Kept<O> {
  /** What made it, in short. */
  readonly of: string;
  readonly outline: O;
}
