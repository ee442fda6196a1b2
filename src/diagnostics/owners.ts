import type { Diagnostic, OwnedDiagnostics, OwnedResult } from './types.ts';

/** An article in a language, by the path of the article. */
export function nameOwner(language: string, path: string): string {
  return `${language} ${path}`;
}

/** A Result of values and of what was said of each owner; those of whom nothing was said are left out. */
export function createOwnedResult<T>(value: T, found: readonly OwnedDiagnostics[]): OwnedResult<T> {
  const byOwner = found.filter(({ diagnostics }) => diagnostics.length > 0);
  return { value, byOwner, diagnostics: listOwned(byOwner) };
}

export function listOwned(byOwner: readonly OwnedDiagnostics[]): readonly Diagnostic[] {
  return byOwner.flatMap(({ diagnostics }) => diagnostics);
}
