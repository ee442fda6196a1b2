import { expect, it } from 'vitest';
import { formatReport, formatVisualSummary } from '../../src/visual/index.ts';
import { openPictureBudget } from '../../src/visual/picture-budget.ts';
import type { Photo, Picture, VisualComparison } from '../../src/visual/types.ts';

const photo: Photo = {
  png: 'x'.repeat(10),
  width: 300,
  height: 20,
  title: 'Tea',
  language: 'en',
  blocks: [],
};

it('keeps pictures while there is room, the last half of it for first views', () => {
  const album = openPictureBudget(80);
  const keep = (isFirst: boolean) => album.keep(photo, photo, isFirst).map(({ png }) => png !== undefined);
  expect(keep(true)).toEqual([true, true]);
  expect(keep(false)).toEqual([true, true]);
  expect(keep(false)).toEqual([false, false]);
  expect(keep(true)).toEqual([true, true]);
  expect(keep(true)).toEqual([true, true]);
  expect(keep(true)).toEqual([false, false]);
});

it('is told of by report and summary where it lacks pictures', () => {
  const bare: Picture = { ...photo, png: undefined };
  const box = { x: 0, y: 0, width: 300, height: 20 };
  const block = (words: string) => ({ region: 'article', name: 'p', words, box, drift: 0 });
  const changes = [{ kind: 'words', base: block('Green tea'), head: block('Black tea') }] as const;
  const view = (width: number, picture: Picture) => {
    return { view: { width, scheme: 'light' as const }, base: picture, head: picture, changes };
  };
  const comparison: VisualComparison = {
    renderings: [
      {
        page: 'en/x.html',
        pages: ['en/x.html'],
        hasWords: true,
        hasLook: false,
        comparisons: [view(1280, photo), view(400, bare)],
      },
    ],
    added: [],
    removed: [],
    unseen: [],
    skipped: [],
  };
  const report = formatReport(comparison, { base: 'a', head: 'b' });
  expect(report.match(/data:image\/png/g)).toHaveLength(2);
  expect(report.match(/Its screenshots are left out/g)).toHaveLength(1);
  expect(report.match(/<ins>Black<\/ins>/g)).toHaveLength(2);
  expect(formatVisualSummary(comparison)).toContain('no pictures of 1 view, to keep the report small');
});
