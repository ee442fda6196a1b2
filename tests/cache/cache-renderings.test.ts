import { describe, expect, it } from 'vitest';
import { cacheRenderings } from '../../src/cache/index.ts';
import type { RenderMarkdown } from '../../src/markdown/index.ts';

const clean = { html: 'clean' } as const;

function createCounting(): { batches: string[][]; render: RenderMarkdown } {
  const batches: string[][] = [];
  const render: RenderMarkdown = async (texts, { html }) => {
    batches.push([...texts]);
    return texts.map((text) => ({
      pieces: [`${html}:${text}`],
      slots: [],
      headings: [],
      problems: [],
      text,
      platforms: [],
      tools: [],
    }));
  };
  return { batches, render };
}
const firstPieces = (renderings: Awaited<ReturnType<RenderMarkdown>>) =>
  renderings.map(({ pieces }) => pieces[0]);

describe('a caching renderer', () => {
  it('renders each distinct text once and answers in the order asked', async () => {
    const { batches, render } = createCounting();
    const cached = cacheRenderings(render);
    expect(firstPieces(await cached(['a', 'b', 'a'], clean))).toEqual(['clean:a', 'clean:b', 'clean:a']);
    expect(firstPieces(await cached(['b', 'c'], clean))).toEqual(['clean:b', 'clean:c']);
    expect(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('keeps options apart', async () => {
    const cached = cacheRenderings(createCounting().render);
    await cached(['a'], clean);
    expect(firstPieces(await cached(['a'], { html: 'trusted' }))).toEqual(['trusted:a']);
  });

  it('forgets what the last batch did not ask for', async () => {
    const { batches, render } = createCounting();
    const cached = cacheRenderings(render);
    for (const text of ['a', 'b', 'a']) await cached([text], clean);
    expect(batches).toEqual([['a'], ['b'], ['a']]);
  });

  it('keeps the last batch for each purpose', async () => {
    const { batches, render } = createCounting();
    const cached = cacheRenderings(render);
    await cached(['a'], clean);
    await cached(['a'], { ...clean, purpose: 'outline' });
    await cached(['a'], clean);
    await cached(['a'], { ...clean, purpose: 'outline' });
    expect(batches).toEqual([['a'], ['a'], [], []]);
  });
});
