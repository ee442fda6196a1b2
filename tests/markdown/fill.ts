import { joinPieces, type Rendering, renderMarkdownHere, type Slot } from '../../src/markdown/index.ts';

/** Renders one text with cleaning. */
export async function render(markdown: string, html: 'clean' | 'trusted' = 'clean'): Promise<Rendering> {
  const [rendering] = await renderMarkdownHere([markdown], { html });
  if (rendering === undefined) throw new Error('nothing was rendered');
  return rendering;
}

/** HTML with every slot filled so that one sees it: addresses in braces, ids as they are. */
export function show(rendering: Rendering): string {
  return joinPieces(
    rendering,
    rendering.slots.map((slot) => showSlot(rendering, slot)),
  );
}

function showSlot({ headings }: Rendering, slot: Slot): string {
  if (slot.kind === 'id') return headings[slot.heading]?.id ?? '';
  if (slot.kind === 'word') return `{${[slot.word, slot.number].filter(Boolean).join(' ')}}`;
  if (slot.kind === 'prompt') return `{prompt ${JSON.stringify(slot.text)}}`;
  if (slot.kind === 'size') return ` width="{${slot.url}}"`;
  return `{${slot.kind} ${slot.url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}}`;
}
