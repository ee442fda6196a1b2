import { type CacheOptions, fingerprintProgram, type Note, openBlob, readBlob } from '../cache/index.ts';
import { createHeadParser, type HeadParser } from '../load/index.ts';

/** A parser of frontmatter that knows what the last process has parsed of a site. */
export interface KeptHeads {
  readonly heads: HeadParser;
  /** Has the next process know it too. */
  keep(): Promise<void>;
}

/** @param root the folder of the site; absolute */
export function openHeads(cache: CacheOptions | undefined, root: string, note?: Note): KeptHeads {
  // What another program has parsed, or another version of Node has written, may have another form.
  const blob = cache && openBlob(cache, `heads ${process.version} ${fingerprintProgram()} ${root}`, note);
  const heads = createHeadParser(() => (blob?.file === undefined ? undefined : readBlob(blob.file)));
  return {
    heads,
    async keep() {
      const written = blob && heads.pack();
      // What is used is not what a full cache gives up first.
      await (written === undefined ? blob?.find() : blob?.write(written));
    },
  };
}
