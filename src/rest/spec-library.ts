import type { ParsedYaml, ReportFault, YamlValue } from '../config/index.ts';
import { layTranslation } from './lay-translation.ts';
import { readSpec } from './read-spec.ts';
import { createFollower, type Follow } from './references.ts';
import { parseSpecText } from './text/parse-spec-text.ts';
import type { Spec } from './types.ts';

/** The files of `data/rest/` in one language, each read when it is first asked for. */
export interface SpecLibrary {
  /** The API that a file describes; undefined where there is none, which has been reported. */
  readSpec(path: string): Spec | undefined;
  readonly follow: Follow;
  /** Names of the files that were asked for. */
  listOpened(): ReadonlySet<string>;
}

/** What a library is made of. */
export interface SpecFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** Of the source language, with a slash at its end: `data/rest/`. */
  readonly folder: string;
  /** The same of a translation, whose words go before. */
  readonly translated?: string | undefined;
  /** Parses a file; equal texts give equal values. */
  readonly parse?: typeof parseSpecText;
  readonly report: ReportFault;
}

/** Opens the files of a language. Reads nothing but `texts`. */
export function createSpecLibrary({
  texts,
  folder,
  translated,
  parse = parseSpecText,
  report,
}: SpecFiles): SpecLibrary {
  const roots = new Map<string, YamlValue | undefined>();
  const specs = new Map<string, Spec | undefined>();
  const follow = createFollower(folder, open, translated === undefined ? report : () => {});
  return { readSpec: readOnce, follow, listOpened: () => new Set(roots.keys()) };

  function readOnce(path: string): Spec | undefined {
    if (!specs.has(path)) {
      const root = open(path);
      const tell = translated === undefined ? report : () => {};
      specs.set(path, root && readSpec(path, root, follow, tell));
    }
    return specs.get(path);
  }

  function open(path: string): YamlValue | undefined {
    if (!roots.has(path)) roots.set(path, read(path));
    return roots.get(path);
  }

  function read(path: string): YamlValue | undefined {
    const source = readFile(path, 'error', translated === undefined);
    if (source === undefined || translated === undefined) return source;
    return layTranslation(source, readFile(`${translated}${path.slice(folder.length)}`, 'warning', true));
  }

  function readFile(path: string, severity: 'error' | 'warning', isTold: boolean): YamlValue | undefined {
    const text = texts.get(path);
    if (text === undefined) return undefined;
    const { value, faults }: ParsedYaml = parse({ path, text });
    for (const { message, hint, place } of isTold ? faults : [])
      report({
        code: 'rest/syntax',
        severity,
        message: `The file '${path}' is not valid: ${message}.`,
        hint,
        place,
      });
    if (value === undefined && faults.length === 0 && isTold)
      report({
        code: 'rest/not-openapi',
        severity,
        message: `The file '${path}' is empty.`,
        hint: "Begin it with 'openapi: 3.1.0'.",
        place: { file: path, line: 1, column: 1 },
      });
    return value;
  }
}
