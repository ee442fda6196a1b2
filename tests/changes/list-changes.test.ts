import { describe, expect, test } from 'vitest';
import { listChanges } from '../../src/changes/index.ts';
import type { Plan } from '../../src/config/index.ts';
import type { Page } from '../../src/links/index.ts';
import { createPermalink } from '../../src/load/index.ts';
import type { Redirect } from '../../src/redirects/index.ts';
import { listVersions, type Version } from '../../src/versions/index.ts';
import { sketchPage } from '../compose/sample-site.ts';

const RELEASES: Plan = {
  id: 'server',
  short: 'sv',
  name: 'Server',
  isDefault: false,
  releases: ['3.10', '3.9'],
  next: '3.11',
  deprecated: [],
  issues: [],
};
const { next: _, ...numbered } = RELEASES;
const CLOUD: Plan = { ...numbered, id: 'cloud', short: 'cl', isDefault: true, releases: [] };
const versions = listVersions([CLOUD, RELEASES]);
const config = { basePath: '/k/', changes: true };

/** One article in several versions, with a text for each. */
function write(path: string, texts: Readonly<Record<string, string>>, hidden = false): readonly Page[] {
  const first = sketchPage({ path, title: path, article: { hidden } });
  return Object.entries(texts).map(([name, body]) => ({
    ...sketchPage({ path, title: path, version: find(name), body }),
    article: first.article,
  }));
}

function find(name: string): Version {
  const version = versions.find((candidate) => candidate.name === name);
  if (version === undefined) throw new Error(`No version ${name}.`);
  return version;
}

const list = (pages: readonly Page[], built = versions, redirects: readonly Redirect[] = []) =>
  listChanges({ config, versions: built, pages, redirects });

/** An old address in the newest release, and where it leads there. */
function redirect(from: string, to: string): Redirect {
  const there = createPermalink(config, 'en', find('sv-3.10'), from);
  const { href } = createPermalink(config, 'en', find('sv-3.10'), to);
  return { from: there.href, output: there.output, to: href, language: 'en' };
}

test('neighbouring releases are compared, a preview with the newest one, plans with themselves only', () => {
  const { releases } = list(write('tea', { cl: 'a', 'sv-3.10': 'b', 'sv-3.9': 'c', 'sv-next': 'd' }));
  expect(releases.map(({ step, changed }) => [step.segment, changed.map(({ href }) => href)])).toEqual([
    ['server@3.10-to-next', ['/k/en/server@3.10-to-next/tea/']],
    ['server@3.9-to-3.10', ['/k/en/server@3.9-to-3.10/tea/']],
  ]);
});

test('articles that come and go are told, hidden ones are not', () => {
  const { releases, pages } = list(
    [
      ...write('new', { 'sv-3.10': 'a' }),
      ...write('gone', { 'sv-3.9': 'a' }),
      ...write('secret', { 'sv-3.10': 'a', 'sv-3.9': 'b' }, true),
    ],
    [find('sv-3.10'), find('sv-3.9')],
  );
  const [release] = releases;
  expect(release?.added.map(({ title }) => title)).toEqual(['new']);
  expect(release?.removed.map(({ title }) => title)).toEqual(['gone']);
  expect(release?.changed).toEqual([]);
  expect(pages.map(({ href }) => href)).toEqual(['/k/en/server@3.9-to-3.10/secret/']);
});

describe('an article whose old address leads to one that came', () => {
  const both = [find('sv-3.10'), find('sv-3.9')];
  const move = (before: string, after: string) => {
    const pages = [...write('old', { 'sv-3.9': before }), ...write('new', { 'sv-3.10': after })];
    const { releases, pages: changed } = list(pages, both, [redirect('old', 'new')]);
    return { release: releases[0], changed: changed.map(({ href }) => href) };
  };

  test('has moved, and is compared where it stands now', () => {
    const { release, changed } = move('a', 'b');
    expect(release?.moved.map(({ older, newer }) => [older.title, newer.title])).toEqual([['old', 'new']]);
    expect([release?.added, release?.removed, release?.changed]).toEqual([[], [], []]);
    expect(changed).toEqual(['/k/en/server@3.9-to-3.10/new/']);
  });

  test('does not differ by links to itself', () => {
    const body = (href: string) => `<p>a <a href="#b">b</a> <a href="${href}#c#d">c</a></p>`;
    const texts = [body('/k/en/server@3.9/old/'), body('/k/en/server@3.10/new/')] as const;
    // The titles of both differ, so only the texts are looked at.
    const pages = [...write('old', { 'sv-3.9': texts[0] }), ...write('new', { 'sv-3.10': texts[1] })];
    const titled = pages.map((page) => ({ ...page, title: 'Tea' }));
    const { releases } = list(titled, both, [redirect('old', 'new')]);
    expect(releases[0]?.moved.map(({ change }) => change)).toEqual([undefined]);
  });

  test('has moved once where several became one', () => {
    const { releases } = list(
      [
        ...write('one', { 'sv-3.9': 'a' }),
        ...write('two', { 'sv-3.9': 'a' }),
        ...write('new', { 'sv-3.10': 'a' }),
      ],
      both,
      [redirect('one', 'new'), redirect('two', 'new')],
    );
    expect(releases[0]?.moved.map(({ older }) => older.title)).toEqual(['one']);
    expect(releases[0]?.removed.map(({ title }) => title)).toEqual(['two']);
  });
});

test('an article whose old address leads to one that was there is gone', () => {
  const { releases } = list(
    [...write('old', { 'sv-3.9': 'a' }), ...write('tea', { 'sv-3.9': 'b', 'sv-3.10': 'b' })],
    [find('sv-3.10'), find('sv-3.9')],
    [redirect('old', 'tea')],
  );
  expect(releases[0]).toMatchObject({ moved: [], added: [], removed: [{ title: 'old' }] });
});

test('there is nothing where nothing differs, or where one release is built alone', () => {
  const both = [find('sv-3.10'), find('sv-3.9')];
  expect(list(write('tea', { 'sv-3.10': 'In 3.10.', 'sv-3.9': 'In 3.9.' }), both).releases).toEqual([]);
  expect(list(write('tea', { 'sv-3.10': 'a' }), [find('sv-3.10')])).toMatchObject({
    releases: [],
    pages: [],
  });
});

test('there is nothing on a site that wants none', () => {
  const pages = write('tea', { 'sv-3.10': 'a', 'sv-3.9': 'b' });
  const silent = { ...config, changes: false };
  const { releases, pages: changed } = listChanges({ config: silent, versions, pages, redirects: [] });
  expect([releases, changed]).toEqual([[], []]);
});

test('the changes of a home page stand beside the list of all changes', () => {
  const { pages } = list(write('', { 'sv-3.10': 'a', 'sv-3.9': 'b' }));
  expect(pages[0]?.output).toBe('en/server@3.9-to-3.10/@home/index.html');
});
