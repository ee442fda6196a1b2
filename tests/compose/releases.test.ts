import { expect, test } from 'vitest';
import { renderPage } from './render-page.ts';
import { sketchAlternate, sketchNavigation, sketchPage, versions } from './sample-site.ts';

const [, server] = versions;
if (server === undefined) throw new Error('The sample site has two versions.');
const plan = {
  ...server.plan,
  releases: ['2.0', '1.0'],
  dates: { '1.0': { deprecated: '2022-02-16' }, '2.0': { deprecated: '2023-02-16' } },
};
const newest = { ...server, plan };
const oldest = { ...server, plan, release: '1.0', number: '1.0', title: 'Server 1.0', segment: 'server@1.0' };

function render(version: typeof newest, language = 'en'): string {
  const page = sketchPage({ path: 'x', title: 'X', version, language });
  const there = sketchPage({ path: 'x', title: 'X', version: newest, language });
  const picker = [
    sketchAlternate(there, 'Server 2.0'),
    sketchAlternate(page, 'Server 1.0', { isCurrent: true }),
  ];
  return renderPage(page, sketchNavigation({ page, children: [] }, { versions: picker }));
}

test('pages of the oldest release say when its support ends, and where the newest one is', () => {
  expect(render(oldest)).toContain(
    '<p class="release-note"><span data-ends="2022-02-16" data-ended="Support for Server 1.0 ended on February 16, 2022.">Support for Server 1.0 ends on February 16, 2022.</span> <a href="/k/en/server@2.0/x/">See Server 2.0</a></p>',
  );
  expect(render(oldest, 'ja')).toContain('Server 1.0のサポートは2022年2月16日に終了します。');
});

test('pages of a newer release say nothing of the end', () => {
  expect(render(newest)).not.toContain('release-note');
});

test('pages of a preview say that they are one', () => {
  expect(render({ ...newest, isPreview: true })).toContain(
    '<p class="release-note">This is a preview of Server 2.0, which has not been released yet.</p>',
  );
});
