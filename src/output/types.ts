/** A folder that takes the files of a site. Names are relative to it, with `/`. */
export interface OutputFolder {
  /** Absolute path. */
  readonly dir: string;
  /** Whether the last site has the file with this very text: then it stays, and need not be written. */
  keep(name: string, text: string): boolean;
  /** Writes a file that the last site does not have like this. A long one may come in stretches. */
  write(name: string, text: string | Iterable<string>): void;
  /** Copies a file from elsewhere that the last site does not have like this. */
  copy(from: string, name: string): void;
}
