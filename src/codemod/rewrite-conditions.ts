import { type SiteSource, type TracedSite, traceSources } from '../queries/index.ts';
import type { TracedSource, TracedTag } from '../resolve/index.ts';
import { EMPTY_SET, type Version } from '../versions/index.ts';
import { cutTags, type JudgedTag, placeTag } from './cut-tags.ts';
import { decideTag, KEEP, type Verdict, type VerdictScope } from './decide-tag.ts';
import { listPlacedSources, namePlace, type PlacedSource, placeIn } from './placed-sources.ts';
import { tidyCuts } from './tidy-cuts.ts';
import type { LeftPlace, SourceEdit } from './types.ts';

/** Every text of a site with tags, read, and what comes to it. */
export interface TaggedSite extends TracedSite {
  readonly source: SiteSource;
  /** By file; none where a file has no such text. */
  readonly sources: ReadonlyMap<string, readonly PlacedSource[]>;
}

export async function readTags(source: SiteSource): Promise<TaggedSite> {
  const sources = new Map(
    [...source.files.texts].map(([file, text]) => [file, listPlacedSources(file, text)] as const),
  );
  const all = [...sources.values()].flatMap((found) => found.map((each) => each.source));
  return { ...(await traceSources(source, all)), source, sources };
}

/** Edits by file, as a writer would make them, and those that change nothing of what Liquid makes of the text. */
export interface RewrittenConditions {
  readonly edits: ReadonlyMap<string, readonly SourceEdit[]>;
  readonly exact: ReadonlyMap<string, readonly SourceEdit[]>;
  readonly left: readonly LeftPlace[];
}

/** What becomes of the conditions of a site where a version goes, or where nothing goes but what says nothing. */
export function rewriteConditions(
  site: TaggedSite,
  request: { readonly dropped: Version | undefined; readonly settled: ReadonlySet<string> },
): RewrittenConditions {
  const scope: VerdictScope = { ...request, versions: site.versions, names: site.names };
  const traced = new Map(site.traced.map((each) => [namePlace(each.source.place), each]));
  const edits = new Map<string, readonly SourceEdit[]>();
  const exact = new Map<string, readonly SourceEdit[]>();
  const left: LeftPlace[] = [];
  for (const [file, sources] of site.sources) {
    const text = site.source.files.texts.get(file) ?? '';
    const tags = sources.flatMap((placed) => {
      const trace = traced.get(namePlace(placed.source.place));
      return trace === undefined ? [] : judgeSource(placed, trace, text, site, scope, left);
    });
    const cuts = cutTags(text, tags);
    if (cuts.length === 0) continue;
    exact.set(file, cuts);
    edits.set(file, tidyCuts(text, cuts, sources));
  }
  return { edits, exact, left };
}

function judgeSource(
  placed: PlacedSource,
  trace: TracedSource,
  text: string,
  site: TaggedSite,
  scope: VerdictScope,
  left: LeftPlace[],
): readonly JudgedTag[] {
  const { file } = trace.source.place;
  const isKnown = trace.isSound && !site.isDoubtful(file);
  const open = trace.tags.filter(({ isOpen }) => isOpen);
  const isInside = (tag: TracedTag) => open.some(({ begin, end }) => begin < tag.begin && tag.begin < end);
  const leave = (tag: TracedTag, reason: string) => {
    left.push({ place: placeIn(file, text, placed.findOffset(tag.begin) ?? placed.start), reason });
    return [];
  };
  return trace.tags.flatMap((tag): readonly JudgedTag[] => {
    const reach = isKnown && !isInside(tag) ? tag.reach : EMPTY_SET;
    const verdict: Verdict =
      tag.branches.length === 0 || tag.isCommented ? KEEP : decideTag(tag, reach, scope);
    const judged = placeTag(tag, verdict, text, placed.findOffset);
    if (verdict.kind === 'keep') return judged === undefined ? [] : [judged];
    if (!trace.isSound)
      return leave(tag, 'The text has errors, so it is unclear which text belongs to the tag.');
    return judged === undefined
      ? leave(tag, 'The tag is not written in the file as it is read: it is damaged, or escaped.')
      : [judged];
  });
}
