/** Joins parts of a path below the root with `/`; a language's folder may be `.`. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '' && part !== '.').join('/');
}
