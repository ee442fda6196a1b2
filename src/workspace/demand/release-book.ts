import { type Changes, createPageJudge, type ReleaseChanges, type ReleaseStep } from '../../changes/index.ts';
import type { Page } from '../../links/index.ts';
import { type Article, createPermalink } from '../../load/index.ts';
import { hasVersion, type Version } from '../../versions/index.ts';
import type { Workspace } from '../types.ts';

/** Which steps between releases change anything: pages say so of their release. */
export interface ReleaseBook {
  /** Without the pages that are changed; undefined until it is settled, and where nothing is. */
  readonly find: Changes['findRelease'];
  /** Judges the steps that were asked for. False where none were. */
  settle(): Promise<boolean>;
}

export interface ReleaseBookInput {
  readonly workspace: Workspace;
  readonly steps: readonly ReleaseStep[];
  readonly link: (language: string, article: Article) => Promise<readonly Page[]>;
}

/** Looks no further than to the first page that differs, and begins where nothing has to be rendered. */
export function createReleaseBook({ workspace, steps, link }: ReleaseBookInput): ReleaseBook {
  const { config, corpus, versions } = workspace;
  const known = new Map<string, ReleaseChanges | undefined>();
  const asked = new Map<string, { readonly language: string; readonly step: ReleaseStep }>();
  const articles = [...corpus.articles.values()].filter(({ hidden }) => !hidden);
  const differ = createPageJudge(config, versions);

  return {
    find(language, newer) {
      const step = steps.find((each) => each.newer === newer);
      if (step === undefined) return undefined;
      const key = nameStep(language, newer);
      if (!known.has(key)) asked.set(key, { language, step });
      return known.get(key);
    },
    async settle() {
      if (asked.size === 0) return false;
      for (const [key, { language, step }] of asked)
        known.set(key, (await changesAnything(language, step)) ? nameChanges(language, step) : undefined);
      asked.clear();
      return true;
    },
  };

  async function changesAnything(language: string, { older, newer }: ReleaseStep): Promise<boolean> {
    const isIn = (version: Version) => (article: Article) => hasVersion(article.versions, version);
    if (articles.some((each) => isIn(older)(each) !== isIn(newer)(each))) return true;
    for (const article of articles.filter(isIn(newer))) {
      const pages = await link(language, article);
      const [before, after] = [older, newer].map((version) => pages.find((page) => page.version === version));
      if (before && after ? differ(before, after) : before !== after) return true;
    }
    return false;
  }

  function nameChanges(language: string, step: ReleaseStep): ReleaseChanges {
    const place = createPermalink(config, language, step, '');
    return { step, language, ...place, changed: [], moved: [], added: [], removed: [] };
  }
}

function nameStep(language: string, newer: Version): string {
  return `${language} ${newer.id}`;
}
