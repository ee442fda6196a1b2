import { describe, expect, test } from 'vitest';
import { listChanges } from '../../src/changes/index.ts';
import { type ComposedSite, listFiles } from '../../src/compose/index.ts';
import { isPage } from '../../src/links/index.ts';
import type { Version } from '../../src/versions/index.ts';
import { THEME } from './render-page.ts';
import {
  config,
  copyHead,
  type PageSketch,
  sketchAlternate,
  sketchNavigation,
  sketchPage,
  sketchSite,
  versions,
} from './sample-site.ts';

/** Three releases of a plan, the newest first. */
const [, server] = versions;
if (server === undefined) throw new Error('The sample site has two versions.');
const plan = { ...server.plan, releases: ['3.0', '2.0', '1.0'] };
const releases: readonly Version[] = plan.releases.map((release, index) => ({
  ...server,
  plan,
  release,
  number: release,
  index,
  title: `Server ${release}`,
  id: `server@${release}`,
  segment: `server@${release}`,
}));

/** An article that differs in every release, as a site of its own; `path` and `layout` as for `sketchPage`. */
function sketchArticle({ path = 'tea', ...sketch }: Partial<PageSketch> = {}, changes = true): ComposedSite {
  const first = sketchPage({ path, title: 'Tea', ...sketch });
  const pages = releases.map((version) => ({
    ...sketchPage({ path, title: 'Tea', version, body: `<p>Brewed for ${version.index} minutes.</p>` }),
    article: first.article,
  }));
  const [page] = pages;
  if (page === undefined) throw new Error('There are releases.');
  const picker = pages.map((each) => sketchAlternate(each, each.version.title));
  const site = sketchSite(sketchNavigation({ page, children: [] }, { versions: picker }), pages);
  const own = { ...config, changes };
  return {
    ...site,
    config: own,
    versions: releases,
    changes: listChanges({ config: own, versions: releases, pages, redirects: [] }),
  };
}

function render(site: ComposedSite, output: string): string {
  const file = listFiles(site, THEME).find((each) => each.output === `${output}/index.html`);
  if (file === undefined) throw new Error(`No file ${output}.`);
  return file.render();
}

describe('the note on pages of an older release', () => {
  test('leads to what that release changed, where it has one before it', () => {
    const site = sketchArticle();
    expect(render(site, 'en/server@2.0/tea')).toContain(
      '<a href="/k/en/server@1.0-to-2.0/">Everything that changed in Server 2.0</a></p></aside>',
    );
    expect(render(site, 'en/server@1.0/tea')).not.toContain('-to-');
  });

  test('does not where the page does so itself', () => {
    const notes = render(sketchArticle({ article: { layout: 'release-notes' } }), 'en/server@2.0/tea');
    expect(notes.match(/href="\/k\/en\/server@1.0-to-2.0\/"/g)).toHaveLength(1);
  });
});

test('a page about a change leads to the comparison, with both releases picked', () => {
  expect(render(sketchArticle(), 'en/server@2.0-to-3.0/tea')).toContain(
    '<a href="/k/en/@compare/?older=/k/en/server@2.0/tea/&amp;newer=/k/en/server@3.0/tea/">Compare versions</a>',
  );
});

test('a home page of that layout lists some of what its release changed, and leads to the rest', () => {
  const { pages, config: own, ...site } = sketchArticle();
  const [article] = pages.map((page) => page.article);
  const home = sketchPage({ path: '', title: 'Home', article: { kind: 'index', layout: 'home' } });
  const homes = releases.map((version) => ({
    ...sketchPage({ path: '', title: 'Home', version, body: `<p>Since ${version.index}.</p>` }),
    article: home.article,
  }));
  expect(article?.kind).toBe('article');
  const all = [...pages, ...homes];
  const changes = listChanges({ config: own, versions: releases, pages: all.filter(isPage), redirects: [] });
  const shown = render({ ...site, config: own, pages: all, changes }, 'en/server@2.0');
  expect(shown).toMatch(
    /<ul class="change-list">\n<li class="is-changed"><span>Changed<\/span> <a href="\/k\/en\/server@1.0-to-2.0\/tea\/">Tea<\/a><\/li>\n<\/ul>\n<p class="change-note"><a href="\/k\/en\/server@1.0-to-2.0\/">/,
  );
  expect(shown.match(/change-note/g)).toHaveLength(1);
});

describe('a change, which knows no more than the heads of its pages,', () => {
  const site = sketchArticle();
  const pages = site.changes.pages.map((change) => {
    return { ...change, older: copyHead(change.older), newer: copyHead(change.newer) };
  });
  const known = { ...site, changes: { ...site.changes, pages } };

  test('is shown by the pages of the site', () => {
    const shown = render(known, 'en/server@2.0-to-3.0/tea');
    expect(shown).toContain('<del>');
    expect(shown).toBe(render(site, 'en/server@2.0-to-3.0/tea'));
  });

  test('cannot be shown where one of them is not there', () => {
    const part = { ...known, pages: site.pages.slice(0, 1) };
    expect(() => render(part, 'en/server@2.0-to-3.0/tea')).toThrow('/k/en/server@2.0/tea/');
  });

  test('is found by a head', () => {
    const [change] = site.changes.pages;
    expect(change && site.changes.findChange(copyHead(change.newer))).toBe(change);
  });
});

test('on a site that wants none, no page says what changed or leads to a comparison', () => {
  const silent = sketchArticle({}, false);
  expect(render(sketchArticle(), 'en/server@2.0/tea')).toMatch(/@compare/);
  expect(render(silent, 'en/server@2.0/tea')).not.toMatch(/@compare|-to-|change-note/);
  expect(listFiles(silent, THEME).filter(({ output }) => /@compare|-to-/.test(output))).toEqual([]);
});
