import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CutText } from './format-record.ts';

/** How the reader's engine takes texts and queries apart. */
export interface TextCutter {
  readonly cutText: CutText;
  /** The words of a query that are asked for. */
  cutQuery(query: string): { readonly terms: readonly string[] };
}

/** The build runs the same lines as the reader's engine, or queries would miss what was indexed. */
export async function loadCutter(): Promise<TextCutter> {
  // The compiler does not copy `site/assets/`, so the compiled module finds it one folder further up than the source.
  const urls = ['../../', '../../../'].map(
    (up) => new URL(`${up}site/assets/search-engine.js`, import.meta.url),
  );
  const url = urls.find((each) => existsSync(fileURLToPath(each)));
  if (url === undefined) throw new Error('The package is missing its file site/assets/search-engine.js.');
  const module: unknown = await import(url.href);
  return module as TextCutter;
}
