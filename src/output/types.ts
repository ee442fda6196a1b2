/** A folder that takes the files of a site. Names are relative to it, with `/`. */
export interface OutputFolder {
  /** Absolute path. */
  readonly dir: string;
  /**
   * Takes a file, which is written unless the last site has it just so. A long text may come in stretches. Files that wait to
   * be written take memory: who has many waits for the promise before the next one.
   *
   * @param writer what writes the text; as it is if absent
   */
  write(name: string, content: Content, writer?: FileWriter): Promise<void>;
  /** Copies a file from elsewhere that the last site does not have like this. */
  copy(from: string, name: string): Promise<void>;
  /** Waits until all is there that was taken. Fails where a file could not be written. */
  flush(): Promise<void>;
}

export type Content = OutputContent | Iterable<string>;

/** Address of a module with a function `writePages: WriteFiles`, so that it can be loaded where files are written. */
export type FileWriter = string;

/** Writes files into a folder, each of which has its content just so afterwards. */
export type WriteFiles = (files: readonly WholeOutput[], dir: string) => Promise<void>;

/** A text, or its bytes. */
export type OutputContent = string | Uint8Array;

/** A file whose content is there. */
export interface WholeOutput {
  /** Relative to the output folder, with `/`. */
  readonly output: string;
  readonly content: OutputContent;
}

/** A text that is made when it is asked for. */
export interface TextOutput {
  /** Relative to the output folder, with `/`. */
  readonly output: string;
  readonly render: () => string;
}
