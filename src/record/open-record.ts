import { type CacheOptions, type Note, openDrawer } from '../cache/index.ts';

/** @typeParam T what the build said: data that JSON can hold */
export interface BuildRecord<T> {
  /** Of all that it was made of, as `signInputs` makes it. */
  readonly inputs: string;
  /** Of the published files, as they were when it ended. */
  readonly files: string;
  readonly told: T;
}

export interface RecordKeeper<T> {
  /** What the last build into the folder left; undefined where nothing is known of it. */
  read(): Promise<BuildRecord<T> | undefined>;
  write(record: BuildRecord<T>): Promise<void>;
}

/** Part of the name under which records are kept: another form, another number. */
const FORM = 1;

/** @param out the folder that is built into; absolute */
export function openRecord<T>(cache: CacheOptions | undefined, out: string, note?: Note): RecordKeeper<T> {
  const drawer = cache && openDrawer(cache, `record ${FORM} ${out}`, note);
  return {
    read: async () => (await drawer?.read()) as BuildRecord<T> | undefined,
    write: async (record) => drawer?.write(record),
  };
}
