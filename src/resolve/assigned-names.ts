import type { Source } from '../diagnostics/index.ts';
import type { Frame, Run } from './run.ts';

/**
 * Whether a text being rendered, or one that it brings in, gives a value to a name somewhere: the name may have none in the
 * version at hand. Asked of names that are unknown otherwise, so it may read texts again.
 */
export function isAssigned(run: Run, name: string): boolean {
  return listSources(run).some((source) => readNames(source).assigned.has(name));
}

interface Names {
  readonly assigned: ReadonlySet<string>;
  /** What its tags `data` name. */
  readonly references: ReadonlySet<string>;
}

const known = new WeakMap<Source, Names>();

function readNames(source: Source): Names {
  const names = known.get(source) ?? {
    assigned: collect(
      source.text,
      /(?:\{%-?\s*|\n[^\S\n]*|\bliquid\s*)(?:assign|capture|increment|decrement)\s+["']?([\w-]+)/g,
    ),
    references: collect(
      source.text,
      /\{%-?\s*(?:data|indented_data_reference)\s+(?:site\.data\.)?([\p{L}\p{N}_.-]+)/gu,
    ),
  };
  known.set(source, names);
  return names;
}

function collect(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}

/** The texts around the place being rendered, and all that they bring in. */
function listSources({ frame, language, site }: Run): readonly Source[] {
  const sources = new Set<Source>();
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) sources.add(at.parsed.source);
  for (const source of sources) {
    for (const reference of readNames(source).references) {
      const found = site.corpus.data.find(reference, language);
      if (found !== undefined) sources.add(found.source);
    }
  }
  return [...sources];
}
