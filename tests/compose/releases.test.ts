import { expect, test } from 'vitest';
import type { Version } from '../../src/versions/index.ts';
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

function render(version: Version, language = 'en'): string {
  const page = sketchPage({ path: 'x', title: 'X', version, language });
  const there = sketchPage({ path: 'x', title: 'X', version: { ...newest, plan: version.plan }, language });
  const picker = [
    sketchAlternate(there, 'Server 2.0'),
    sketchAlternate(page, 'Server 1.0', { isCurrent: true }),
  ];
  return renderPage(page, sketchNavigation({ page, children: [] }, { versions: picker }));
}

test('pages of a release whose end is known say when that is, and where the newest one is', () => {
  const page = render(oldest);
  expect(page).toMatch(/<script src="[^"]*" data-until="2022-02-16"><\/script>/);
  expect(page).toContain(
    '<aside class="release-note ending" aria-label="Version"><p><span class="ends">End of support for Server 1.0: <time datetime="2022-02-16">February 16, 2022</time>.</span><span class="ended" hidden>Support for Server 1.0 ended on <time datetime="2022-02-16">February 16, 2022</time>.</span> <a href="/k/en/server@2.0/x/">See this page in Server 2.0</a></p></aside>',
  );
  expect(render(oldest, 'ja')).toContain(
    'Server 1.0のサポート終了日：<time datetime="2022-02-16">2022年2月16日</time>。',
  );
});

test('pages of an older release say that it is not the newest', () => {
  const undated = { ...oldest, plan: { ...plan, dates: {} } };
  expect(render(undated)).toContain(
    '<aside class="release-note old" aria-label="Version"><p>Server 1.0 is not the newest release. <a href="/k/en/server@2.0/x/">See this page in Server 2.0</a>',
  );
  expect(render(undated, 'ja')).toContain('Server 1.0は最新のリリースではありません。');
});

test('where the newest release lacks the page, its link says where it leads', () => {
  const page = sketchPage({ path: 'x', title: 'X', version: oldest });
  const above = sketchPage({ path: '', title: 'Home', version: newest });
  const picker = [sketchAlternate(above, 'Server 2.0', { isSameArticle: false })];
  expect(renderPage(page, sketchNavigation({ page, children: [] }, { versions: picker }))).toContain(
    '<a href="/k/en/server@2.0/">Server 2.0 does not have this page; see “Home”</a>',
  );
});

test('pages of the newest release say nothing of it', () => {
  expect(render(newest)).not.toContain('release-note');
});

test('pages of a preview say that they are one, and where the newest release is', () => {
  const preview = render({ ...oldest, isPreview: true });
  expect(preview).toContain('This is a preview of Server 1.0, which has not been released yet.');
  expect(preview).toContain('<a href="/k/en/server@2.0/x/">See this page in Server 2.0</a>');
});
