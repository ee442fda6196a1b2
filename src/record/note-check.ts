import { type CacheOptions, openBlob } from '../cache/index.ts';

/**
 * Whether a site was checked whole with this cache: then it holds renderings of its texts without the HTML that only readers need,
 * and questions that ask for no more are answered sooner by those.
 */
export async function wasChecked(cache: CacheOptions | undefined, root: string): Promise<boolean> {
  return cache !== undefined && (await openNote(cache, root).find()) !== undefined;
}

/** Has the next process know it. */
export async function noteCheck(cache: CacheOptions | undefined, root: string): Promise<void> {
  if (cache !== undefined && !(await wasChecked(cache, root)))
    await openNote(cache, root).write(Buffer.from('checked'));
}

function openNote(cache: CacheOptions, root: string) {
  return openBlob(cache, `checked ${root}`);
}
