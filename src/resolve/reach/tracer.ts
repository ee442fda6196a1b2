import type { Template } from 'liquidjs';
import type { SiteConfig } from '../../config/index.ts';
import type { Source } from '../../diagnostics/index.ts';
import type { Article, Corpus } from '../../load/index.ts';
import { createNames, EMPTY_SET, type Version, type VersionSet } from '../../versions/index.ts';
import type { Run } from '../run.ts';
import type { ParsedSource } from '../template/parse-source.ts';
import { type Outline, outlineTags } from './outline-tags.ts';
import type { TracedBranch, TracedSource, TracedTag } from './types.ts';

/** Follows a resolver: which texts went into articles, and in which versions each branch of their tags was shown. */
export interface Tracer {
  readonly onParsed: (parsed: ParsedSource) => void;
  readonly onRan: (run: Pick<Run, 'reached' | 'candidates' | 'article'>) => void;
  /** What has been reached by the articles that were resolved so far. */
  list(): readonly TracedSource[];
}

/** For one resolver: give it as its `tracer`. */
export function createTracer({
  config,
  corpus,
  versions,
}: {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  readonly versions: readonly Version[];
}): Tracer {
  const names = {
    names: createNames(versions, corpus.features),
    declared: new Set(Object.keys(config.liquid ?? {})),
  };
  const traces = new Map<Source, Trace>();
  const parts = new WeakMap<readonly Template[], Part>();

  const onParsed = (parsed: ParsedSource) => {
    const { bodies, tags } = outlineTags(parsed, names);
    const trace = traces.get(parsed.source) ?? createTrace(bodies, tags);
    traces.set(parsed.source, trace);
    // In a text with errors, and in one that another layout reads otherwise, nobody knows which text is whose.
    const isSound = parsed.faults.every(({ severity }) => severity !== 'error');
    if (!isSound || bodies.length !== trace.reached.length) trace.isSound = false;
    for (const [number, body] of bodies.entries()) parts.set(body, { trace, number });
  };

  const onRan: Tracer['onRan'] = ({ reached = [], candidates, article }) => {
    for (const body of reached) {
      const { trace, number } = parts.get(body) ?? {};
      if (trace === undefined || number === undefined) continue;
      trace.reached[number] = (trace.reached[number] ?? EMPTY_SET) | candidates;
      if (number === 0) trace.articles.add(article);
    }
  };

  return { onParsed, onRan, list: () => [...traces].map(([source, trace]) => describeTrace(source, trace)) };
}

/** Which part of which source a list of templates is. */
interface Part {
  readonly trace: Trace;
  readonly number: number;
}

interface Trace {
  readonly tags: readonly NumberedTag[];
  /** For each body, the versions of runs that came to it. */
  readonly reached: VersionSet[];
  readonly articles: Set<Article>;
  isSound: boolean;
}

/** A tag that knows its bodies by their numbers: templates go when their article is done. */
type NumberedTag = Omit<TracedTag, 'reach' | 'branches'> & {
  readonly around: number;
  readonly branches: readonly (Omit<TracedBranch, 'taken'> & { readonly body: number })[];
};

function createTrace(bodies: Outline['bodies'], tags: Outline['tags']): Trace {
  const numbers = new Map(bodies.map((body, number) => [body, number]));
  const find = (body: readonly Template[]) => numbers.get(body) ?? 0;
  return {
    tags: tags.map(({ around, branches, ...tag }) => ({
      ...tag,
      around: find(around),
      branches: branches.map(({ templates, ...branch }) => ({ ...branch, body: find(templates) })),
    })),
    reached: bodies.map(() => EMPTY_SET),
    articles: new Set(),
    isSound: true,
  };
}

function describeTrace(source: Source, { tags, reached, articles, isSound }: Trace): TracedSource {
  const read = (body: number) => reached[body] ?? EMPTY_SET;
  return {
    source,
    reach: read(0),
    articles,
    isSound,
    tags: tags.map(({ around, branches, ...tag }) => ({
      ...tag,
      reach: read(around),
      branches: branches.map(({ body, ...branch }) => ({ ...branch, taken: read(body) })),
    })),
  };
}
