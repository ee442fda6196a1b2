import type { CacheOptions } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { Documents } from './documents.ts';
import { judgeSources } from './judge-sources.ts';
import type { EditorSite } from './types.ts';

/** What only all sources of a site show: what nothing uses, branches that no page reaches. */
export interface SiteJudge {
  /** The sources are others: they are looked at when nothing has changed for a while. */
  touch(site: EditorSite): void;
  /** What was found in a text; nothing where it is another one by now, for places in it have moved. */
  list(site: EditorSite, file: string, text: string): readonly Diagnostic[];
}

export interface JudgeTools {
  readonly documents: Pick<Documents, 'list'>;
  readonly cache: CacheOptions | undefined;
  onJudged(): void;
  fail(error: unknown): void;
}

/** Takes seconds of a large site, so it waits for who has saved and goes on writing. */
const REST_MS = 1500;

interface Judged {
  readonly texts: ReadonlyMap<string, string>;
  readonly found: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** One site at a time. What has begun for older sources is given up. */
export function judgeSites({ documents, cache, onJudged, fail }: JudgeTools): SiteJudge {
  const judged = new Map<string, Judged>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const begun = new Map<string, AbortController>();
  let running = Promise.resolve();
  return {
    touch(site) {
      clearTimeout(waiting.get(site.root));
      begun.get(site.root)?.abort();
      const begin = () => {
        running = running.then(() => judge(site)).catch(fail);
      };
      waiting.set(site.root, setTimeout(begin, REST_MS));
    },
    list({ root }, file, text) {
      const known = judged.get(root);
      return known?.texts.get(file) === text ? (known.found.get(file) ?? []) : [];
    },
  };

  async function judge(site: EditorSite): Promise<void> {
    const view = site.view();
    if (view === undefined) return;
    const { root } = site;
    const { texts } = view.workspace.files;
    const open = documents.list().flatMap(({ path, text }) => {
      const file = site.nameFile(path);
      return file === undefined ? [] : [[file, text] as const];
    });
    const controller = new AbortController();
    begun.set(root, controller);
    const all = await judgeSources({ root, cache, open }, controller.signal);
    begun.delete(root);
    if (all === undefined) return;
    const found = new Map<string, Diagnostic[]>();
    for (const each of all) {
      const known = found.get(each.place.file);
      if (known === undefined) found.set(each.place.file, [each]);
      else known.push(each);
    }
    judged.set(root, { texts, found });
    onJudged();
  }
}
