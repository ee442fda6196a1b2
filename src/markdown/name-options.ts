import type { CodeLanguages, MarkdownOptions } from './types.ts';

/** A name that options share if a text comes out of them alike. */
export function nameOptions(options: MarkdownOptions): string {
  const { html, parser = 'native', purpose, math, diagrams, codeLanguages } = options;
  const syntax = `${html}${math === true ? '+math' : ''}${diagrams === undefined ? '' : `+${diagrams}`} ${parser}`;
  const name = purpose === undefined ? syntax : `${syntax} ${purpose}`;
  return codeLanguages === undefined ? name : `${name} ${nameLanguages(codeLanguages)}`;
}

/** Asked for each text, and of one site the same each time. */
const named = new WeakMap<CodeLanguages, string>();

export function nameLanguages(codeLanguages: CodeLanguages): string {
  const name = named.get(codeLanguages) ?? JSON.stringify(codeLanguages);
  named.set(codeLanguages, name);
  return name;
}
