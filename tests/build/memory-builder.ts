import { cacheRenderings } from '../../src/cache/index.ts';
import { findShowing, listFiles, listPageFiles } from '../../src/compose/index.ts';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { readFiles } from '../../src/load/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { formatLlms, listMarkdownFiles, listSiteFiles, refreshPages } from '../../src/publish/index.ts';
import { type BuildRecords, describeSite, openLastBuild, prepareSite } from '../../src/publish-site/index.ts';
import { createRecord } from '../../src/record/index.ts';
import { type Figures, openWorkspace, patchSite } from '../../src/workspace/index.ts';

/** What a build has made and said. */
interface MemoryBuild {
  /** Text files of the site by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  readonly figures: Figures;
  /** Number of pages that were rebuilt; undefined where all of them were. */
  readonly rebuilt: number | undefined;
}

const renderMarkdown = cacheRenderings(renderMarkdownHere);
const published = {
  takeSnapshot: async () => ({ whole: new Uint8Array(), since: { files: [], folders: [] } }),
};

/** Builds of one folder in this process, each knowing the last one; nothing is written. */
export function createMemoryBuilder(root: string): () => Promise<MemoryBuild> {
  const record: BuildRecords = createRecord();
  let last: MemoryBuild | undefined;
  return async () => {
    last = (await buildPart(root, record, last)) ?? (await buildWhole(root, record));
    return last;
  };
}

async function buildWhole(root: string, record: BuildRecords): Promise<MemoryBuild> {
  const { prepared, files, known } = await open(root, record);
  await known.compare(files);
  const site = await openWorkspace(prepared.setup, files, { renderMarkdown }).site();
  await known.replace(site, { told: describeSite(site, files.value), searched: undefined }, published);
  const { diagnostics, figures } = site;
  const written = readTexts([...listFiles(site, prepared.theme), ...listSiteFiles(site)]);
  return { files: written, diagnostics, figures, rebuilt: undefined };
}

async function buildPart(
  root: string,
  record: BuildRecords,
  last: MemoryBuild | undefined,
): Promise<MemoryBuild | undefined> {
  const { prepared, files, known } = await open(root, record);
  const difference = last && (await known.compare(files));
  if (last === undefined || difference === undefined || difference.changed.size === 0) return undefined;
  const { changed, heads, report } = difference;
  const before = await difference.readOutline();
  const patch =
    before &&
    (await patchSite(before.outline, {
      before: before.before,
      files: files.value,
      changed,
      heads,
      renderMarkdown,
      findShowing: (site, ...rest) => findShowing(site, prepared.theme, ...rest),
    }));
  if (before === undefined || patch === undefined) return undefined;
  const { site, diagnostics, figures, articles, isSeen } = patch;
  const { kept } = before.outline;
  if (isSeen || articles > FEW_ARTICLES) await known.keepOutline(patch.renewOutline());
  await known.keepReport({ ...report, told: { ...report.told, figures, diagnostics } }, published);
  const written = readTexts([
    ...listPageFiles(site, prepared.theme, kept.taken),
    ...listMarkdownFiles(site, kept.markdownFolders),
  ]);
  const pages = refreshPages(last.files.get('pages.json') ?? '', site);
  const lists = new Map([
    ['pages.json', pages],
    ...(isSeen ? [['llms.txt', formatLlms(site)] as const] : []),
  ]);
  const all = new Map([...last.files, ...written, ...lists]);
  return { files: all, diagnostics, figures, rebuilt: site.pages.length };
}

/** Fewer than a build takes, so that few articles already have another outline kept. */
const FEW_ARTICLES = 2;

async function open(root: string, record: BuildRecords) {
  const { value: prepared, diagnostics } = await prepareSite({ root });
  if (prepared === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  const files = await readFiles(prepared.setup.config);
  return { prepared, files, known: await openLastBuild(prepared, record, { search: false }) };
}

function readTexts(files: readonly { output: string; render(): string | Iterable<string> }[]) {
  return new Map(files.map(({ output, render }) => [output, [...render()].join('')]));
}
