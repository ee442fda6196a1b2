import { posix } from 'node:path';
import { type ReadOutcome, readTextFile, type SiteConfig } from '../config/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { describeFault, type Image, openSourceFolder, readFiles, readImages } from '../load/index.ts';

/** The files of a site that have been added, each read from the disk once. */
export interface Library {
  readonly texts: ReadonlyMap<string, string>;
  readonly images: ReadonlyMap<string, Image>;
  /** Those that could not be read. */
  readonly unread: ReadonlySet<string>;
  /** What is wrong with files as files: with those of translations only once all files are added. */
  readonly faults: readonly Diagnostic[];
  /** The text of a file that need not be added; undefined where there is none that can be read. */
  read(file: string): Promise<string | undefined>;
  add(files: readonly string[]): Promise<void>;
  addImages(files: readonly string[]): Promise<void>;
  addAll(): Promise<void>;
}

export function createLibrary(config: SiteConfig): Library {
  const { root } = config;
  const tree = openSourceFolder(root);
  const texts = new Map<string, string>();
  const images = new Map<string, Image>();
  const unread = new Set<string>();
  const faults: Diagnostic[] = [];
  const known = new Map<string, Promise<ReadOutcome>>();
  const source = config.languages[0]?.dir ?? '.';
  const ofSource = ['content', 'data'].map((folder) => `${posix.join(source, folder)}/`);
  return { texts, images, unread, faults, read, add, addImages, addAll };

  async function read(file: string): Promise<string | undefined> {
    const outcome = await readOnce(file);
    return 'file' in outcome ? outcome.file.text : undefined;
  }

  function readOnce(file: string): Promise<ReadOutcome> {
    const outcome = known.get(file) ?? readTextFile(root, file);
    known.set(file, outcome);
    return outcome;
  }

  async function add(files: readonly string[]): Promise<void> {
    const found = await Promise.all(files.map(async (file) => [file, await readOnce(file)] as const));
    for (const [file, outcome] of found) {
      if ('file' in outcome) texts.set(file, outcome.file.text);
      else if (!unread.has(file)) {
        unread.add(file);
        if (ofSource.some((folder) => file.startsWith(folder))) faults.push(describeFault(outcome.fault));
      }
    }
  }

  async function addImages(files: readonly string[]): Promise<void> {
    for (const [file, image] of await readImages(tree, files)) images.set(file, image);
  }

  async function addAll(): Promise<void> {
    const { value, diagnostics } = await readFiles(config);
    texts.clear();
    for (const [file, text] of value.texts) texts.set(file, text);
    for (const [file, image] of value.images) images.set(file, image);
    for (const file of value.unread ?? []) unread.add(file);
    for (const each of diagnostics) faults.push(each);
  }
}
