import { describe, expect, it } from 'vitest';
import { comparePictures } from '../../src/visual/compare-pictures.ts';
import type { Photo, VisualBlock } from '../../src/visual/types.ts';

/** A page of paragraphs of 20 pixels, each with its distance from the one above. */
function picture(name: string, rows: readonly (readonly [words: string, distance: number])[]): Photo {
  let y = 0;
  const blocks = rows.map(([words, distance]): VisualBlock => {
    const box = { x: 0, y: y + distance, width: 300, height: 20 };
    y = box.y + box.height;
    return { region: 'article', name: 'p', words, box, drift: 0 };
  });
  return { png: name, width: 300, height: y, title: '', language: 'en', blocks };
}

/** What changed, in short, where no pixel differs. */
async function compare(base: Photo, head: Photo): Promise<readonly string[]> {
  const changes = await comparePictures(base, head, async (_base, _head, pairs) => pairs.map(() => 0));
  return changes.map((change) => {
    const reason = change.kind === 'look' ? ` by ${change.reason}` : '';
    return `${change.kind}${reason}: ${change.kind === 'removed' ? change.base.words : change.head.words}`;
  });
}

const base = picture('base', [
  ['Fill the lamp.', 10],
  ['Trim the wick of it.', 10],
  ['Light it.', 10],
]);

describe('comparePictures', () => {
  it('names a paragraph that was put in, and none of those that it moved', async () => {
    const rows = [
      ['Fill the lamp.', 10],
      ['Wait for an hour.', 10],
      ['Trim the wick of it.', 10],
      ['Light it.', 10],
    ] as const;
    expect(await compare(base, picture('head', rows))).toEqual(['added: Wait for an hour.']);
    expect(await compare(picture('head', rows), base)).toEqual(['removed: Wait for an hour.']);
  });

  it('pairs a paragraph with what it was before', async () => {
    const head = picture('head', [
      ['Fill the lamp.', 10],
      ['Trim the old wick of it.', 10],
      ['Light it.', 10],
    ]);
    expect(await compare(base, head)).toEqual(['words: Trim the old wick of it.']);
  });

  it('sees another distance from the paragraph above', async () => {
    const head = picture('head', [
      ['Fill the lamp.', 10],
      ['Trim the wick of it.', 25],
      ['Light it.', 10],
    ]);
    expect(await compare(base, head)).toEqual(['look by place: Trim the wick of it.']);
  });
});
