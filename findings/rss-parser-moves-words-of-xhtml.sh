#!/usr/bin/env bash
# rss-parser 3.13.0 moves the words of an Atom entry whose content is XHTML: what stands between elements comes before all of them, so
# "See <a>b</a>, then <b>c</b>." is read as "See , then .<a>b</a><b>c</b>". A title in XHTML becomes an object where the type says text.
#
# Atom's `type="xhtml"` holds elements of the feed itself, and the parser takes them through xml2js, which keeps texts and children
# apart, and writes them again. The same words as `type="html"` come through. feedsmith 3.0.1 and @rowanmanning/feed-parser 2.1.5
# keep the order.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund \
  rss-parser@3.13.0 feedsmith@3.0.1 @rowanmanning/feed-parser@2.1.5

cat > feed.xml <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>tag:example.com,2026:feed</id>
  <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Changes of <b>3.2</b></div></title>
  <updated>2026-01-02T03:04:05Z</updated>
  <author><name>Docs</name></author>
  <entry>
    <id>tag:example.com,2026:1</id>
    <title>One</title>
    <link href="https://example.com/one/"/>
    <updated>2026-01-02T03:04:05Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">See <a href="/b/">b</a>, then <b>c</b>.</div></content>
  </entry>
  <entry>
    <id>tag:example.com,2026:2</id>
    <title>Two</title>
    <link href="https://example.com/two/"/>
    <updated>2026-01-02T03:04:05Z</updated>
    <content type="html">See &lt;a href="/b/">b&lt;/a>, then &lt;b>c&lt;/b>.</content>
  </entry>
</feed>
XML
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseFeed as parseRowan } from '@rowanmanning/feed-parser';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';

const xml = readFileSync('feed.xml', 'utf8');
const feed = await new Parser().parseString(xml);
console.log(`rss-parser: title ${typeof feed.title}`);
for (const { content } of feed.items) console.log(`rss-parser: ${content.replace(/<\/?div[^>]*>/g, '')}`);
console.log(`feedsmith: ${parseFeed(xml).feed.entries[0].content.value}`);
console.log(`rowanmanning: ${parseRowan(xml).items[0].content}`);
JS
cat > expected <<'TXT'
rss-parser: title object
rss-parser: See , then .<a href="/b/">b</a><b>c</b>
rss-parser: See <a href="/b/">b</a>, then <b>c</b>.
feedsmith: See <a href="/b/">b</a>, then <b>c</b>.
rowanmanning: See <a href="/b/">b</a>, then <b>c</b>.
TXT
node try.mjs | tee seen; diff expected seen
