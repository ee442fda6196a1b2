import { parseConfig, type SiteConfig } from '../config/index.ts';
import type { Place } from '../diagnostics/index.ts';
import { assembleCorpus, type SiteFiles } from '../load/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import type { SiteSource } from '../queries/index.ts';
import type { Version } from '../versions/index.ts';
import { applyRewrite, openWhole, widenSource } from './apply-rewrite.ts';
import { deprecateRelease, SITE_FILE } from './edit-site-file.ts';
import { listPageMentions, type PageMention } from './list-page-mentions.ts';
import { placeIn } from './placed-sources.ts';
import { type ProvenRewrite, proveRewrite } from './prove-rewrite.ts';
import { judgeFeature, retirePages } from './retire-pages.ts';
import { readTags, rewriteConditions } from './rewrite-conditions.ts';
import { applySourceEdits, mergePlans } from './source-edits.ts';
import type { LeftPlace, Rewrite } from './types.ts';

export interface DropRequest {
  readonly site: SiteSource;
  /** The site file as it is written. */
  readonly siteFile: string;
  readonly dropped: Version;
  /** Whether features that become true or false for every version are taken at their word. */
  readonly inlinesFeatures: boolean;
  readonly renderMarkdown: RenderMarkdown;
}

/** What files become without a release. */
export interface DroppedRelease extends ProvenRewrite {
  /** Paths of the articles that are gone everywhere, each with that whose page answers for its address. */
  readonly gone: Readonly<Record<string, string>>;
  /** What still names articles that are gone. */
  readonly mentions: readonly PageMention[];
  /** Features that have become true or false for every version. */
  readonly features: Readonly<Record<string, 'always' | 'never'>>;
}

/** Rewrites a site without one of its releases, and proves that the pages of all other versions stay what they are. Writes nothing. */
export async function dropRelease({
  site,
  siteFile,
  dropped,
  inlinesFeatures,
  renderMarkdown,
}: DropRequest): Promise<DroppedRelease> {
  const tagged = await readTags(widenSource(site));
  const { versions } = tagged;
  const { config, files } = site;
  const corpus = assembleCorpus(files, config, versions).value;
  const features = new Map(
    [...corpus.features].flatMap(([name, set]) => {
      const state = judgeFeature(set, versions, dropped);
      return state === undefined ? [] : [[name, state] as const];
    }),
  );
  const inlined = inlinesFeatures ? features : new Map<string, 'always' | 'never'>();
  const conditions = rewriteConditions(tagged, { dropped, settled: new Set(inlined.keys()) });
  const pages = retirePages({ files, corpus, versions, dropped, inlined });
  const siteEdits = deprecateRelease(siteFile, dropped);
  const after = readLaterConfig(applySourceEdits(siteFile, siteEdits), config);
  const gone = new Set(pages.deleted);
  const withoutGone = (edits: Rewrite['edits']) => new Map([...edits].filter(([file]) => !gone.has(file)));
  const plan = {
    edits: withoutGone(conditions.edits),
    exact: withoutGone(conditions.exact),
    fixed: pages.edits,
    deleted: pages.deleted,
    left: conditions.left.filter(({ place }) => !gone.has(place.file)),
  };
  const settled = retireSpecs(settleFeatures(plan, inlined.keys(), files), dropped, files);
  const proven = await proveRewrite(settled, {
    before: openWhole(config, files, renderMarkdown),
    base: openWhole(after, files, renderMarkdown),
    renderMarkdown,
  });
  const texts = applyRewrite(files, proven).texts;
  return {
    ...proven,
    edits: new Map([[SITE_FILE, siteEdits], ...proven.edits]),
    gone: Object.fromEntries(pages.gone),
    mentions: listPageMentions(texts, [...pages.gone.keys()]),
    features: Object.fromEntries(features),
  };
}

/** @throws Error for a site file that cannot be used any more */
export function readLaterConfig(text: string, { root }: SiteConfig): SiteConfig {
  const { value, diagnostics } = parseConfig({ path: SITE_FILE, text }, root);
  if (value === undefined) throw new Error(`The site file would be broken: ${diagnostics[0]?.message}`);
  return value;
}

type Plan = Parameters<typeof proveRewrite>[0];

/** Files of features that were inlined go, unless something still asks for them. */
function settleFeatures(plan: Plan, names: Iterable<string>, files: SiteFiles): Plan {
  const deleted = [...plan.deleted];
  const left: LeftPlace[] = [...plan.left];
  for (const name of names) {
    const own = [...files.texts.keys()].filter((file) =>
      new RegExp(`(?:^|/)data/features/${name}\\.ya?ml$`).test(file),
    );
    const { texts } = applyRewrite(files, merge(plan));
    const place = findAsker(name, texts);
    if (place === undefined) deleted.push(...own);
    else left.push({ place, reason: `The feature '${name}' is still used here, so its file stays.` });
  }
  return { ...plan, deleted: deleted.sort(), left };
}

/** The description of the API of the release goes in every language, unless another one takes parts of it. */
function retireSpecs(plan: Plan, { name }: Version, files: SiteFiles): Plan {
  const specs = [...files.texts].filter(([file]) => SPEC.test(file));
  const own = specs.map(([file]) => file).filter((file) => SPEC.exec(file)?.[1] === name);
  const use = new RegExp(`\\$ref.{0,9}[\\s"'/]${name.replaceAll('.', '\\.')}\\.(?:ya?ml|json)`);
  const users = specs.flatMap(([file, text]): LeftPlace[] => {
    const at = own.includes(file) ? -1 : text.search(use);
    if (at === -1) return [];
    const reason = `A part of '${name}' is still used here, so its description stays.`;
    return [{ place: placeIn(file, text, at), reason }];
  });
  return users.length > 0
    ? { ...plan, left: [...plan.left, ...users] }
    : { ...plan, deleted: [...plan.deleted, ...own].sort() };
}

/** Files of `data/rest/`, by what they are called. */
const SPEC = /(?:^|\/)data\/rest\/([^/]+)\.(?:ya?ml|json)$/;

function merge({ edits, fixed, deleted }: Plan): Pick<Rewrite, 'edits' | 'deleted'> {
  return { edits: mergePlans(edits, fixed ?? new Map()), deleted };
}

function findAsker(name: string, texts: ReadonlyMap<string, string>): Place | undefined {
  const use = new RegExp(
    `\\{%[^%]*(?<![\\w.-])${name}(?![\\w-])|^\\s*feature:.*(?<![\\w-])${name}(?![\\w-])`,
    'm',
  );
  for (const [file, text] of texts) {
    const found = use.exec(text);
    if (found !== null) return placeIn(file, text, found.index);
  }
  return undefined;
}
