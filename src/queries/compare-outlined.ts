import { findShowing } from '../compose/index.ts';
import type { ChangedFiles, Corpus } from '../load/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import type { Theme } from '../theme/index.ts';
import {
  findChangedBodies,
  outlineSite,
  rebuildStates,
  type SiteOutline,
  type Workspace,
} from '../workspace/index.ts';
import { compareParts } from './difference/compare-sites.ts';
import type { ComparedStates } from './types.ts';

/** What is known of a site, and how its files differ from those of the newer state. */
export interface KnownOutline extends ChangedFiles {
  readonly outline: SiteOutline;
}

/** Outlines that were kept for questions. */
export interface OutlineKeeper {
  find(): Promise<KnownOutline | undefined>;
  keep(outline: SiteOutline): Promise<void>;
}

export interface OutlinedRequest {
  readonly theme: Theme;
  readonly renderMarkdown: RenderMarkdown;
  /** Nothing is kept if absent. */
  readonly outlines?: OutlineKeeper | undefined;
  /** As `AffectedRequest` has it. */
  readonly isDrafted?: boolean | undefined;
}

/**
 * Compares two states of a site where nothing but texts and words of frontmatter differs: the pages that show what is other are
 * found by an outline, and no others are made. Undefined where that is not enough.
 */
export async function compareOutlined(
  before: Workspace,
  after: Workspace,
  { theme, renderMarkdown, outlines, isDrafted }: OutlinedRequest,
): Promise<ComparedStates | undefined> {
  const differing = findChangedBodies(readFiles(before), readFiles(after), after.config);
  // What code of the site may show of other pages, nobody knows.
  if (differing === undefined || theme.templates !== undefined) return undefined;
  const known = (await outlines?.find()) ?? (await outline(after, outlines, isDrafted));
  const ever = {
    changed: new Set([...differing.changed, ...known.changed]),
    heads: new Set([...differing.heads, ...known.heads]),
  };
  if (!haveSameParts(ever.heads, [before.corpus, after.corpus, known.outline])) return undefined;
  const states = await rebuildStates(known.outline, {
    before: before.files,
    after: after.files,
    ever,
    renderMarkdown,
    findShowing: (site, ...rest) => findShowing(site, theme, ...rest),
  });
  return (
    states && {
      difference: compareParts(states.before, states.after, theme),
      before: states.before.part.diagnostics,
      after: states.after.part.diagnostics,
      isWhole: false,
    }
  );
}

function readFiles({ files, findings }: Workspace) {
  return { value: files, diagnostics: findings };
}

/** Whether articles have the same parts in frontmatter everywhere: who shows an intro has not read one that was not there. */
function haveSameParts(heads: ReadonlySet<string>, sites: readonly Pick<Corpus, 'articles'>[]): boolean {
  const list = (site: Pick<Corpus, 'articles'>) =>
    [...site.articles.values()].flatMap(({ texts }) =>
      [...texts.values()].flatMap(({ file, fields: { body: _, ...parts } }) =>
        heads.has(file) ? [`${file} ${Object.keys(parts).sort().join(' ')}`] : [],
      ),
    );
  return new Set(sites.map((site) => list(site).join('\n'))).size === 1;
}

async function outline(
  after: Workspace,
  outlines: OutlineKeeper | undefined,
  isDrafted = false,
): Promise<KnownOutline> {
  const made = isDrafted ? await after.outline() : outlineSite(await after.site(), undefined);
  await outlines?.keep(made);
  return { outline: made, changed: NOTHING, heads: NOTHING };
}

const NOTHING: ReadonlySet<string> = new Set();
