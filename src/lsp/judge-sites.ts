import type { Diagnostic } from '../diagnostics/index.ts';
import { judgeAddresses, judgeSiteLinks, judgeTracks } from '../navigation/index.ts';
import { checkSources } from '../rules/index.ts';
import { createKeyResolver } from '../workspace/index.ts';
import type { EditedSite, EditorSite } from './types.ts';

/** What only all sources of a site show: what nothing uses, branches that no page reaches. */
export interface SiteJudge {
  /** The sources are others: they are looked at when nothing has changed for a while. */
  touch(site: EditorSite): void;
  /** What was found in a text; nothing where it is another one by now, for places in it have moved. */
  list(site: EditorSite, file: string, text: string): readonly Diagnostic[];
}

/** Takes seconds of a large site, so it waits for who has saved and goes on writing. */
const REST_MS = 1500;

interface Judged {
  readonly texts: ReadonlyMap<string, string>;
  readonly found: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** One site at a time. */
export function judgeSites(onJudged: () => void, fail: (error: unknown) => void): SiteJudge {
  const judged = new Map<string, Judged>();
  const waiting = new Map<string, NodeJS.Timeout>();
  let running = Promise.resolve();
  return {
    touch(site) {
      clearTimeout(waiting.get(site.root));
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
    const { texts } = view.workspace.files;
    const found = new Map<string, Diagnostic[]>();
    for (const each of [...(await checkSources(view.workspace)), ...judgeNames(view)]) {
      const { file } = each.place;
      found.set(file, [...(found.get(file) ?? []), each]);
    }
    judged.set(site.root, { texts, found });
    onJudged();
  }
}

/** Names in frontmatter and data that lead to nothing. */
function judgeNames({ workspace, addresses }: EditedSite): readonly Diagnostic[] {
  const { resolver } = createKeyResolver(workspace, workspace.corpus);
  const scope = { ...workspace, redirects: addresses, resolveWording: resolver.resolveWording };
  return [...judgeAddresses(scope), ...judgeTracks(scope), ...judgeSiteLinks(scope)];
}
