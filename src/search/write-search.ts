import { createHash } from 'node:crypto';
import type { OutputFolder } from '../output/index.ts';
import { createBundle } from './create-bundle.ts';
import { formatSettings } from './format-settings.ts';
import { loadCutText } from './load-cut-text.ts';
import type { Indexer } from './pagefind.ts';
import type { SearchFile, SearchGroup } from './types.ts';

/** Groups at work at once: while Pagefind builds one index, the pages of the next are prepared. */
const AT_ONCE = 2;

/** Writes the index of each group below `search/` of a folder. Same groups, same bytes. Returns how many pages can be found. */
export async function writeSearch(
  groups: readonly SearchGroup[],
  indexer: Indexer,
  folder: Pick<OutputFolder, 'write'>,
): Promise<number> {
  const cutText = await loadCutText();
  const waiting = [...groups];
  let pages = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return pages;

  async function work(): Promise<void> {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) await writeGroup(group);
  }

  async function writeGroup(group: SearchGroup): Promise<void> {
    const bundle = await createBundle(group, indexer, cutText);
    const engine = nameEngine(bundle.engine);
    const path = `search/${group.language}/${group.version}`;
    for (const { output, content } of bundle.files) await folder.write(`${path}/${output}`, content);
    await folder.write(`${path}/index.json`, formatSettings(group, bundle, `../../${engine}`, groups));
    await folder.write(`search/${engine}`, bundle.engine.content);
    pages += bundle.pages;
  }
}

/** `wasm.en.0a1b2c3d4e.pagefind`: groups share it, so that a reader who changes the version has it already. */
function nameEngine({ output, content }: SearchFile): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return output.replace(/(?=\.\w+$)/, `.${hash}`);
}
