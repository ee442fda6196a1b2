import type { Diagnostic } from '../diagnostics/index.ts';
import { diagnoseFile } from './diagnose.ts';
import type { OpenDocument } from './documents.ts';
import type { EditorSite } from './types.ts';

export interface FindingTools {
  list(): readonly OpenDocument[];
  siteOf(path: string): EditorSite | undefined;
  /** What all sources of the site have shown of a text. */
  listOfSite(site: EditorSite, file: string, text: string): readonly Diagnostic[];
  send(document: OpenDocument, site: EditorSite | undefined, found: readonly Diagnostic[]): void;
  /** What is wrong with a text that belongs to no site. */
  diagnoseLone(text: string): Promise<readonly Diagnostic[]>;
  fail(error: unknown): void;
}

/** Keeps what is said of open texts up to date. */
export interface FindingPublisher {
  /** A text has changed: it is looked at soon, and all others when the writer rests. */
  touch(path: string): void;
  /** The disk has changed, or the site file. */
  touchAll(): void;
  /** What is said of a text, as soon as something is; nothing where it is another one by then. */
  listSaid(document: OpenDocument): Promise<readonly Diagnostic[]>;
  forget(path: string): void;
}

/** Keystrokes that follow each other within this time are one. */
const SOON_MS = 15;
const REST_MS = 600;

/** One text at a time, the one that was touched last first. A text that changes meanwhile is begun again. */
export function publishFindings(tools: FindingTools): FindingPublisher {
  const { list, siteOf, listOfSite, send, diagnoseLone, fail } = tools;
  /** The one that was touched last stands last. */
  let waiting: readonly string[] = [];
  let touches = 0;
  const last = new Map<string, { readonly text: string; readonly found: readonly Diagnostic[] }>();
  /** Questions about texts of which nothing is said yet. */
  const asked = new Map<string, (() => void)[]>();
  let soon: NodeJS.Timeout | undefined;
  let rest: NodeJS.Timeout | undefined;
  let isRunning = false;
  return {
    touch(path) {
      touches += 1;
      wait(path);
      clearTimeout(soon);
      soon = setTimeout(run, SOON_MS);
      clearTimeout(rest);
      rest = setTimeout(touchAll, REST_MS, path);
    },
    touchAll,
    async listSaid({ path, text }) {
      if (last.get(path)?.text !== text)
        await new Promise<void>((resolve) => asked.set(path, [...(asked.get(path) ?? []), resolve]));
      const known = last.get(path);
      return known?.text === text ? known.found : [];
    },
    forget(path) {
      waiting = waiting.filter((each) => each !== path);
      last.delete(path);
      settle(path);
    },
  };

  function settle(path: string): void {
    for (const resolve of asked.get(path) ?? []) resolve();
    asked.delete(path);
  }

  function wait(path: string): void {
    waiting = [...waiting.filter((each) => each !== path), path];
  }

  function touchAll(except?: string): void {
    for (const { path } of list()) if (path !== except) wait(path);
    void run();
  }

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    for (let path = waiting.at(-1); path !== undefined; path = waiting.at(-1)) {
      waiting = waiting.slice(0, -1);
      await look(path).catch(fail);
      settle(path);
    }
    isRunning = false;
  }

  async function look(path: string): Promise<void> {
    const site = siteOf(path);
    const file = site?.nameFile(path);
    await site?.ready;
    const document = list().find((each) => each.path === path);
    if (document === undefined) return;
    if (site === undefined || file === undefined) {
      const found = await diagnoseLone(document.text);
      if (list().some((each) => each.path === path && each.text === document.text))
        send(document, undefined, found);
      return;
    }
    const begun = touches;
    const isCurrent = () => list().some((each) => each.path === path && each.text === document.text);
    const hear = (found: readonly Diagnostic[]) => {
      if (!isCurrent()) return false;
      last.set(path, { text: document.text, found });
      send(document, site, found);
      settle(path);
      return touches === begun;
    };
    const view = site.view();
    if (view === undefined) {
      hear(site.listSiteFaults().filter(({ place }) => place.file === file));
      return;
    }
    const ofSite = listOfSite(site, file, document.text);
    const isDone = await diagnoseFile(site, view, file, ofSite, hear);
    // What was touched meanwhile has its turn first.
    if (!isDone && isCurrent()) waiting = [path, ...waiting.filter((each) => each !== path)];
  }
}
