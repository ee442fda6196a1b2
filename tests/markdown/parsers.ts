import { type Rendering, renderMarkdownHere } from '../../src/markdown/index.ts';

/** Texts whose rendering depends on the parser, with both renderings. */
export async function findDifferences(
  texts: readonly string[],
): Promise<readonly { text: string; native: Rendering | undefined; reference: Rendering | undefined }[]> {
  const native = await renderMarkdownHere(texts, { html: 'clean', parser: 'native' });
  const reference = await renderMarkdownHere(texts, { html: 'clean', parser: 'reference' });
  return texts
    .map((text, at) => ({ text, native: native[at], reference: reference[at] }))
    .filter((each) => JSON.stringify(each.native) !== JSON.stringify(each.reference));
}
