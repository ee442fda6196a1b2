import { availableParallelism } from 'node:os';
import { type CacheOptions, cacheRenderings, type Note, openCache } from './cache/index.ts';
import type { DrawerOptions } from './chromium/index.ts';
import { drawDiagrams } from './diagrams/index.ts';
import {
  type BeginRendering,
  createMarkdownPool,
  type MarkdownOptions,
  type Parser,
  type RenderMarkdown,
} from './markdown/index.ts';

/** For one text: milliseconds of processor, and megabytes. Some small Markdown texts never end in the parser. */
const LIMITS = { deadline: 10_000, memory: 1024 };

/** A renderer that renders equal texts once. */
export interface Renderer {
  readonly renderMarkdown: RenderMarkdown;
  /** Whether it knows the purpose `outline`; one with a purpose of its own renders everything for that. */
  readonly makesOutlines: boolean;
  /** Undefined where a cache may make it needless to render what is not asked for yet. */
  readonly beginRendering: BeginRendering | undefined;
  /** Starts processes, all if no number is given, for texts that will surely come. */
  start(number?: number): void;
  /** Ends its processes, for what comes after has no use for their memory. The next text starts others. */
  rest(): Promise<void>;
  /** Ends its processes and waits until the cache holds what is new. */
  close(): Promise<void>;
}

export interface RendererOptions {
  /** Child processes; as many as there are processors if absent, 0 renders in this process. */
  readonly workers?: number | undefined;
  /** Where renderings are kept for other processes; nowhere if absent. */
  readonly cache?: CacheOptions | undefined;
  /** Folders of shards, which come before the cache. */
  readonly shards?: readonly CacheOptions[];
  /** `reference` has remark read all Markdown; the output is the same. */
  readonly parser?: Parser;
  /** As the options of `renderMarkdown` have it. */
  readonly purpose?: MarkdownOptions['purpose'];
  /** The program of the browser that draws diagrams; `DECANT_CHROMIUM`, or the usual places, if absent. */
  readonly chromium?: string | undefined;
  /** Is told once when the cache cannot be used; the build goes on without. */
  readonly onNote?: Note | undefined;
}

export function createRenderer({
  workers = availableParallelism(),
  cache,
  shards = [],
  parser = 'native',
  purpose,
  chromium = process.env.DECANT_CHROMIUM || undefined,
  onNote,
}: RendererOptions = {}): Renderer {
  const own: Pick<MarkdownOptions, 'parser' | 'purpose'> = { parser, ...(purpose && { purpose }) };
  const pool = createMarkdownPool({ workers, ...LIMITS });
  const places = [...shards, ...(cache === undefined ? [] : [cache])];
  const kept = places.length === 0 ? undefined : openCache(pool.renderMarkdown, places, onNote);
  const isCold = kept === undefined || kept.isEmpty;
  if (isCold) pool.start();
  const drawn = drawDiagrams(cacheRenderings(kept?.renderMarkdown ?? pool.renderMarkdown), {
    chromium,
    ...describeDrawer(cache),
  });
  return {
    makesOutlines: purpose === undefined,
    renderMarkdown(texts, options, folders) {
      const all = { ...options, ...own };
      return drawn.renderMarkdown(texts, all, nameFolders(folders, all));
    },
    beginRendering: isCold
      ? (texts, options) => pool.beginRendering(texts, { ...options, ...own })
      : undefined,
    start: pool.start,
    rest: pool.close,
    async close() {
      await pool.close();
      await drawn.close();
      await kept?.close();
    },
  };
}

/** Drawings lie beside renderings, and may take a quarter of what those may. */
export function describeDrawer(cache: CacheOptions | undefined): DrawerOptions {
  return {
    dir: cache?.dir,
    isReadOnly: cache?.mode === 'read',
    limit: cache?.limit === undefined ? undefined : cache.limit / 4,
  };
}

/** What is rendered for another purpose would take the room of what pages are made of. */
function nameFolders(
  folders: readonly string[] | undefined,
  { purpose }: MarkdownOptions,
): readonly string[] | undefined {
  return purpose === undefined ? folders : folders?.map((folder) => `${purpose}/${folder}`);
}
