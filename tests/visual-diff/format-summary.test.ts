import { expect, it } from 'vitest';
import { formatVisualSummary } from '../../src/visual/index.ts';
import type { PageRendering, Picture, VisualBlock, VisualComparison } from '../../src/visual/types.ts';

const nothing: VisualComparison = { added: [], removed: [], renderings: [], unseen: [], skipped: [] };

function rewrite(page: string, base: string, head: string, language: string): PageRendering {
  const box = { x: 0, y: 0, width: 300, height: 20 };
  const block = (words: string): VisualBlock => ({ region: 'article', name: 'p', words, box, drift: 0 });
  const picture: Picture = { png: '', width: 300, height: 20, title: page, language, blocks: [] };
  const changes = [{ kind: 'words', base: block(base), head: block(head) }] as const;
  const view = { width: 1280, scheme: 'light' } as const;
  const comparisons = [{ view, base: picture, head: picture, changes }];
  return { page, pages: [page], hasWords: true, hasLook: false, comparisons };
}

it('shows words of both sides, in code that they cannot end', () => {
  const summary = formatVisualSummary({
    ...nothing,
    renderings: [rewrite('ja/x.html', '灯りを消す。', '灯りを```つける。@team', 'ja')],
  });
  expect(summary).toContain('````diff\n- 灯りを消す。\n+ 灯りを```つける。@team\n````');
});

it('is cut to what a comment may hold, and says so', () => {
  const renderings = Array.from({ length: 2000 }, (_, index) =>
    rewrite(`en/${index}/index.html`, 'One.', 'Two.', 'en'),
  );
  const summary = formatVisualSummary({ ...nothing, renderings });
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(32 * 1024);
  expect(summary).toMatch(/\n… and \d+ more; the report holds everything\.\n$/);
});
