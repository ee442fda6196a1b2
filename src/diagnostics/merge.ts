import type { Diagnostic, Fix, Place, Point } from './types.ts';

/**
 * One diagnostic for each mistake: those with the same code, place and message become one, with their uses,
 * versions and languages united in the order they came, and the end and the fixes of the first that has them. Sorted by file, line, column, code.
 */
export function mergeDiagnostics(diagnostics: Iterable<Diagnostic>): readonly Diagnostic[] {
  const groups = new Map<string, Group>();
  for (const diagnostic of diagnostics) {
    const { place, code, severity } = diagnostic;
    const message = shortenMessage(diagnostic.message);
    const key = `${formatPlaceKey(place)}\0${code}\0${severity}\0${message}`;
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, createGroup(message === diagnostic.message ? diagnostic : { ...diagnostic, message }));
    else addToGroup(group, diagnostic);
  }
  return [...groups.values()].map(finishGroup).sort(compareDiagnostics);
}

/** Characters. What a message quotes may be a whole file; begin and end tell which text is meant. */
const LONG_MESSAGE = 1000;

function shortenMessage(message: string): string {
  if (message.length <= LONG_MESSAGE) return message;
  return `${message.slice(0, 300)} … ${message.slice(-300)}`;
}

interface Group {
  readonly first: Diagnostic;
  /** Of the first that has one. */
  end?: Point | undefined;
  fixes?: readonly Fix[] | undefined;
  readonly via: Map<string, Place>;
  readonly versions: Set<string>;
  readonly languages: Set<string>;
}

function createGroup(first: Diagnostic): Group {
  const group: Group = { first, via: new Map(), versions: new Set(), languages: new Set() };
  addToGroup(group, first);
  return group;
}

function addToGroup(group: Group, { via, versions, languages, end, fixes }: Diagnostic): void {
  group.end ??= end;
  group.fixes ??= fixes;
  for (const use of via) group.via.set(formatPlaceKey(use), use);
  for (const version of versions) group.versions.add(version);
  for (const language of languages) group.languages.add(language);
}

function finishGroup({ first, via, versions, languages, end, fixes }: Group): Diagnostic {
  return {
    ...first,
    ...(end && { end }),
    ...(fixes && { fixes }),
    via: [...via.values()],
    versions: [...versions],
    languages: [...languages],
  };
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.place.file, b.place.file) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** By code unit, so that the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function formatPlaceKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
