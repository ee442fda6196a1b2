import { createHash } from 'node:crypto';
import { type MarkdownOptions, nameOptions, type Rendering, type RenderMarkdown } from '../markdown/index.ts';
import { forEachAtOnce } from './for-each-at-once.ts';
import { mergePack } from './merge-pack.ts';
import { formatPack, type Pack, parsePack } from './pack.ts';
import { parseRendering } from './parse-rendering.ts';
import type { PackNaming, PackStore } from './types.ts';

export interface KeptRenderings {
  readonly renderMarkdown: RenderMarkdown;
  /** Waits until everything is written. */
  settle(): Promise<void>;
}

/** The texts of one folder of articles, by key: what shares a pack. */
interface Shelf {
  readonly folder: string;
  readonly texts: Map<string, string>;
  /** Stores that do not hold all of them, each with the keys that are missing there. */
  readonly lacking: Map<PackStore, readonly string[]>;
}

/** Packs that are read or written at the same time. */
const AT_ONCE = 8;

/**
 * Looks renderings up in stores, the nearest first, before it renders, and writes to each store what it lacked. A
 * rendering with an error is not kept: it may come from a limit of this machine.
 *
 * @param fingerprint of the code that renders: what another code has rendered is never found
 * @param isPartial whether a build asks for some of its texts only, so that the others grow old more slowly
 */
export function keepRenderings(
  render: RenderMarkdown,
  stores: readonly PackStore[],
  fingerprint: string,
  isPartial = false,
): KeptRenderings {
  let writing = Promise.resolve();
  return {
    async renderMarkdown(texts, options, folders = []) {
      const name = nameOptions(options);
      const keys = texts.map((text) => hash(fingerprint, name, text));
      const shelves = createShelves(texts, keys, folders);
      const known = new Map<string, Rendering>();
      await forEachAtOnce(AT_ONCE, shelves, (shelf) => findRenderings(shelf, stores, fingerprint, known));
      await renderMissing(render, options, shelves, known);
      writing = writing.then(() =>
        forEachAtOnce(AT_ONCE, shelves, (shelf) =>
          writeShelf(shelf, fingerprint, known, isPartial ? 'part' : 'whole'),
        ),
      );
      return keys.flatMap((key) => known.get(key) ?? []);
    },
    settle: () => writing,
  };
}

function createShelves(
  texts: readonly string[],
  keys: readonly string[],
  folders: readonly string[],
): readonly Shelf[] {
  const shelves = new Map<string, Shelf>();
  for (const [at, text] of texts.entries()) {
    const folder = folders[at] ?? '';
    const shelf = shelves.get(folder) ?? {
      folder,
      texts: new Map(),
      lacking: new Map(),
    };
    shelves.set(folder, shelf);
    shelf.texts.set(keys[at] ?? '', text);
  }
  return [...shelves.values()];
}

async function findRenderings(
  shelf: Shelf,
  stores: readonly PackStore[],
  fingerprint: string,
  known: Map<string, Rendering>,
): Promise<void> {
  let missing = [...shelf.texts.keys()];
  for (const store of stores) {
    if (missing.length === 0) return;
    const pack = await readPack(store, namePack(shelf, store.naming, fingerprint));
    missing = missing.filter((key) => {
      const json = pack?.get(key)?.json;
      const rendering = json && parseRendering(json);
      if (rendering !== undefined) known.set(key, rendering);
      return rendering === undefined;
    });
    if (missing.length > 0 && !store.isReadOnly) shelf.lacking.set(store, missing);
  }
}

async function renderMissing(
  render: RenderMarkdown,
  options: MarkdownOptions,
  shelves: readonly Shelf[],
  known: Map<string, Rendering>,
): Promise<void> {
  const missing = shelves.flatMap(({ texts, folder }) =>
    [...texts].filter(([key]) => !known.has(key)).map(([key, text]) => ({ key, text, folder })),
  );
  const rendered = await render(
    missing.map(({ text }) => text),
    options,
    missing.map(({ folder }) => folder),
  );
  for (const [at, rendering] of rendered.entries()) known.set(missing[at]?.key ?? '', rendering);
}

async function writeShelf(
  shelf: Shelf,
  fingerprint: string,
  known: ReadonlyMap<string, Rendering>,
  of: 'whole' | 'part',
): Promise<void> {
  for (const [store, missing] of shelf.lacking) {
    if (!missing.some((key) => isKept(known.get(key)))) continue;
    const name = namePack(shelf, store.naming, fingerprint);
    const asked = new Set(shelf.texts.keys());
    const pack =
      store.naming === 'state'
        ? mergePack(undefined, formatRenderings([...asked].sort(), known), asked)
        : // Read again, since another build may have written it meanwhile.
          mergePack(await readPack(store, name), formatRenderings(missing, known), asked, of);
    await store.write(name, formatPack(pack));
  }
}

/** A state is all that is asked for, in an order of its own. */
function namePack({ folder, texts }: Shelf, naming: PackNaming, fingerprint: string): string {
  return naming === 'folder'
    ? hash(fingerprint, folder)
    : hash(fingerprint, folder, ...[...texts.keys()].sort());
}

function formatRenderings(
  keys: readonly string[],
  known: ReadonlyMap<string, Rendering>,
): ReadonlyMap<string, Buffer> {
  const kept = keys.map((key) => [key, known.get(key)] as const).filter(([, each]) => isKept(each));
  return new Map(kept.map(([key, rendering]) => [key, Buffer.from(JSON.stringify(rendering))]));
}

function isKept(rendering: Rendering | undefined): boolean {
  return rendering?.problems.every(({ severity }) => severity !== 'error') ?? false;
}

async function readPack(store: PackStore, name: string): Promise<Pack | undefined> {
  const bytes = await store.read(name);
  return bytes && parsePack(bytes);
}

/** Of parts that cannot run into each other. Hexadecimal, as servers want names to be. */
function hash(...parts: readonly string[]): string {
  const text = parts.map((part) => `${part.length}\0${part}`).join('');
  return createHash('sha256').update(text).digest('hex');
}
