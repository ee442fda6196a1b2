import { describe, expect, test } from 'vitest';
import { joinPieces, type Rendering, renderMarkdownHere, type Slot } from '../../src/markdown/index.ts';
import { findActiveContent } from './find-active-content.ts';
import { listVectors } from './vectors.ts';

/** Addresses as they are written, whatever the pages around make of them. */
function write(rendering: Rendering): string {
  const fills = rendering.slots.map((slot: Slot) =>
    'url' in slot ? slot.url.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : '',
  );
  return joinPieces(rendering, fills);
}

describe('attempts to run code', () => {
  const vectors = listVectors();

  test('are hundreds, each another one', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(300);
    expect(new Set(vectors).size).toBe(vectors.length);
  });

  test.each(['native', 'reference'] as const)('leave nothing active behind (%s parser)', async (parser) => {
    const renderings = await renderMarkdownHere(vectors, { html: 'clean', parser });
    const found = renderings.map((each, at) => [vectors[at], findActiveContent(write(each))] as const);
    expect(found.filter(([, active]) => active.length > 0)).toEqual([]);
  });

  test('are found by this search where authors are trusted', async () => {
    const renderings = await renderMarkdownHere(vectors, { html: 'trusted' });
    const seen = renderings.filter((each) => findActiveContent(write(each)).length > 0);
    // The others are attempts that Markdown itself escapes, or that work by what two parsers read differently.
    expect(seen.length).toBeGreaterThan(vectors.length / 2);
  });
});
