/** A folder that takes the files of a site. Names are relative to it, with `/`. */
export interface OutputFolder {
  /** Absolute path. */
  readonly dir: string;
  /** Whether the last site has the file with this very content: then it stays, and need not be written. */
  keep(name: string, content: string | Uint8Array): boolean;
  /** Writes a file that the last site does not have like this. A long text may come in stretches. */
  write(name: string, content: string | Uint8Array | Iterable<string>): void;
  /** Copies a file from elsewhere that the last site does not have like this. */
  copy(from: string, name: string): void;
}
