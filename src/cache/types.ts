/** A place that keeps packs under their names: a folder, a server. */
export interface PackStore {
  /** Undefined where there is none, or where the place does not answer. */
  read(name: string): Promise<Buffer | undefined>;
  /** A pack that cannot be written is not there: nobody depends on it. */
  write(name: string, pack: Buffer): Promise<void>;
  /** After the last write. */
  tidy(): Promise<void>;
}
