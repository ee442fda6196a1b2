import type { CodeLanguages, MarkdownOptions } from './types.ts';

/** A name that options share if a text comes out of them alike. */
export function nameOptions({ html, parser = 'native', codeLanguages }: MarkdownOptions): string {
  return codeLanguages === undefined
    ? `${html} ${parser}`
    : `${html} ${parser} ${nameLanguages(codeLanguages)}`;
}

/** Asked for each text, and of one site the same each time. */
const named = new WeakMap<CodeLanguages, string>();

export function nameLanguages(codeLanguages: CodeLanguages): string {
  const name = named.get(codeLanguages) ?? JSON.stringify(codeLanguages);
  named.set(codeLanguages, name);
  return name;
}
