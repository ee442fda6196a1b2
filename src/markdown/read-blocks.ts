import type { TextBlock } from './types.ts';

/** The blocks of a text in its order. The parser is loaded with the first text. */
export async function readTextBlocks(markdown: string): Promise<readonly TextBlock[]> {
  const { listTextBlocks } = await import('./render-safely.ts');
  return listTextBlocks(markdown);
}
