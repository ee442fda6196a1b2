import { type CacheOptions, fingerprintProgram, type Note, openBlob } from '../cache/index.ts';
import { createHeadParser, type HeadParser } from '../load/index.ts';

/** A parser of frontmatter that knows what the last process has parsed of a site. */
export interface KeptHeads {
  readonly heads: HeadParser;
  /** Has the next process know it too. */
  keep(): Promise<void>;
}

/** @param root the folder of the site; absolute */
export async function openHeads(
  cache: CacheOptions | undefined,
  root: string,
  note?: Note,
): Promise<KeptHeads> {
  // What another program has parsed, or another version of Node has written, may have another form.
  const blob = cache && openBlob(cache, `heads ${process.version} ${fingerprintProgram()} ${root}`, note);
  const packed = await blob?.read();
  const heads = createHeadParser(() => packed);
  return {
    heads,
    async keep() {
      const written = blob && heads.pack();
      if (written !== undefined) await blob?.write(written);
    },
  };
}
