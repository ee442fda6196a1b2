/** A place that keeps packs under their names: a folder, a server. */
export interface PackStore {
  readonly naming: PackNaming;
  /** Whether there is no use in offering it a pack. */
  readonly isReadOnly: boolean;
  /** Whether it held nothing when it was opened; false where only asking for each name would tell. */
  readonly isEmpty: boolean;
  /** Undefined where there is none, or where the place does not answer. */
  read(name: string): Promise<Buffer | undefined>;
  /** A pack that cannot be written is not there: nobody depends on it. */
  write(name: string, pack: Buffer): Promise<void>;
  /** After the last write. */
  tidy(): Promise<void>;
}

/**
 * What a pack is named after: a `folder` of articles, so that its pack grows and is overwritten; or the `state` of a
 * folder, all texts that a build wants of it, so that a pack of that name is never another. Hexadecimal.
 */
export type PackNaming = 'folder' | 'state';

/** Says what people should know, once for each thing. */
export type Note = (text: string) => void;
