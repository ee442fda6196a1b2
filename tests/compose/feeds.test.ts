import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { expect, test } from 'vitest';
import { trust } from '../../site/html.ts';
import { renderFeed } from '../../site/layouts/feed.ts';
import { parseConfig } from '../../src/config/index.ts';
import { listFiles } from '../build/read-tree.ts';
import { validateAtom } from './validate-atom.ts';

const SITE = { title: 'Tea & more', baseUrl: 'https://docs.example.com/k/' };

function listAll(element: XmlElement, name: string): readonly XmlElement[] {
  const inside = element.children.filter((child) => child instanceof XmlElement);
  return [
    ...inside.filter((child) => child.name === name),
    ...inside.flatMap((child) => listAll(child, name)),
  ];
}

function render(content: string, title = 'Server 3.2'): XmlElement {
  const entry = {
    name: '3.2',
    title,
    day: '2024-05-07',
    href: '/k/en/notes/#three',
    content: trust(content),
  };
  const feed = { language: 'en', title: 'Server', href: '/k/feeds/en/a b.atom', pageHref: '/k/en/' };
  const text = renderFeed({ ...feed, updated: '2024-05-07', entries: [entry] }, SITE);
  const { root } = parseXml(text);
  if (root === null) throw new Error('No feed.');
  return root;
}

test('a feed and its entries have what RFC 4287 asks of them, in any words', () => {
  const feed = render('<p>Hot</p>', 'Bells \u0007 & <b>whistles</b>');
  const read = (name: string) => listAll(feed, name).map(({ text }) => text);
  expect(feed.name).toBe('feed');
  expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
  expect(read('title')).toEqual(['Server - Tea & more', 'Bells  & <b>whistles</b>']);
  expect(read('id')).toEqual([
    'https://docs.example.com/k/feeds/en/a%20b.atom',
    'https://docs.example.com/k/feeds/en/a%20b.atom#3.2',
  ]);
  expect(read('updated')).toEqual(['2024-05-07T00:00:00Z', '2024-05-07T00:00:00Z']);
  expect(read('name')).toEqual(['Tea & more']);
});

test('addresses in tags become absolute, and nothing in texts does', () => {
  const [content] = listAll(
    render(
      '<p data-x="<"><a title=">" href="/k/en/a/">a</a> <a href="#b">b</a> <code>&lt;a href="/x"></code></p>',
    ),
    'content',
  );
  expect(content?.text).toBe(
    '<p data-x="<"><a title=">" href="https://docs.example.com/k/en/a/">a</a> <a href="https://docs.example.com/k/en/notes/#b">b</a> <code>&lt;a href="/x"></code></p>',
  );
});

test('a release without a day is reported where feeds are asked for, but not the oldest one', () => {
  const text = `title: Tea
baseUrl: https://docs.example.com/
languages: [{ code: en, name: English }]
plans:
  - { id: server, short: sv, name: Server, default: true, releases: ['3.2', '3.1', '3.0'], dates: { '3.2': { released: '2024-05-07' } } }
`;
  expect(parseConfig({ path: 'data/site.yml', text }, '/nowhere').diagnostics).toEqual([]);
  const { value, diagnostics } = parseConfig(
    { path: 'data/site.yml', text: `${text}feeds: true\n` },
    '/nowhere',
  );
  expect(value?.feeds).toBe(true);
  expect(diagnostics.map(({ code, place, message }) => [code, place.line, place.column, message])).toEqual([
    [
      'config/undated-release',
      5,
      77,
      "Feeds leave out release 3.1 of 'sv': the site file does not say on which day it came out.",
    ],
  ]);
});

const SITES = join(import.meta.dirname, '../sites/changes/expected/feeds');

test('feeds of a site keep to RFC 4287', () => {
  const feeds = listFiles(SITES).filter((file) => file.endsWith('.atom'));
  expect(feeds.length).toBeGreaterThan(2);
  for (const file of feeds) expect(validateAtom(readFileSync(join(SITES, file), 'utf8')), file).toEqual([]);
});

test.each<readonly [fault: string, before: string, after: string]>([
  ['feed: not exactly one updated.', '<updated>2024-05-07T00:00:00Z</updated>\n<author>', '<author>'],
  ['feed: not exactly one title.', '<author>', '<title>T</title><author>'],
  ['entry: nobody is its author.', '<author><name>Tea</name></author>', ''],
  ['author: an empty name.', '<name>Tea</name>', '<name> </name>'],
  [
    'updated: "2024-02-30T00:00:00Z".',
    '2024-05-07T00:00:00Z</updated>\n<l',
    '2024-02-30T00:00:00Z</updated>\n<l',
  ],
  ['updated: "2024-05-07 00:00".', '2024-05-07T00:00:00Z</updated>\n<l', '2024-05-07 00:00</updated>\n<l'],
  ['id: "/k/feeds/a.atom".', '<id>https://docs.example.com/k/feeds/a.atom</id>', '<id>/k/feeds/a.atom</id>'],
  ['link: "a b".', 'href="https://docs.example.com/k/en/"', 'href="a b"'],
  ['feed: no link of rel "self".', 'rel="self"', 'rel="related"'],
  ['feed: two alternates of type "text/html".', '<author>', '<link type="text/html" href="/"/><author>'],
  ['content: elements in html.', '&lt;p&gt;Hot&lt;/p&gt;', '<p>Hot</p>'],
  ['entry: <pubDate> has no place here.', '<content', '<pubDate>Tue</pubDate><content'],
  ['feed: loose words.', '<author>', 'words <author>'],
  ['feed: the language "e n".', 'xml:lang="en"', 'xml:lang="e n"'],
])('a feed that does not is found: %s', (fault, before, after) => {
  const entry = {
    name: '3.2',
    title: 'Server 3.2',
    day: '2024-05-07',
    href: '/k/en/notes/',
    content: trust('<p>Hot</p>'),
  };
  const feed = { language: 'en', title: 'Server', href: '/k/feeds/a.atom', pageHref: '/k/en/' };
  const text = renderFeed({ ...feed, updated: '2024-05-07', entries: [entry] }, { ...SITE, title: 'Tea' });
  expect(validateAtom(text)).toEqual([]);
  expect(text).toContain(before);
  expect(validateAtom(text.replace(before, () => after))).toContain(fault);
});
