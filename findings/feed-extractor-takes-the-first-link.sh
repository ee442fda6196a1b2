#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3 takes the first link of an Atom entry for its address, whatever its `rel` says: an entry whose enclosure
# or related page is named before its own page leads there. The order of links means nothing in Atom (RFC 4287, 4.2.7). For the feed
# itself the same: where `rel="self"` comes first, as most generators write it, the site's address is the address of the feed.
#
# rss-parser 3.13.0 finds the right ones in the same feed.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund \
  @extractus/feed-extractor@8.0.3 rss-parser@3.13.0

cat > try.mjs <<'JS'
import { extractFromXml } from '@extractus/feed-extractor';
import Parser from 'rss-parser';

const page = (n) => `<link rel="alternate" href="https://example.com/${n}/"/>`;
const related = '<link rel="related" href="https://example.com/other/"/>';
const sound = '<link rel="enclosure" type="audio/mpeg" length="1" href="https://example.com/talk.mp3"/>';
const entry = (n, links) =>
  `<entry><id>tag:example.com,2026:${n}</id><title>${n}</title><updated>2026-01-02T03:04:05Z</updated>${links}<summary>Words</summary></entry>`;
const xml = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:example.com,2026:feed</id><title>Changes</title>
<updated>2026-01-02T03:04:05Z</updated><author><name>Docs</name></author>
<link rel="self" href="https://example.com/feed.xml"/><link rel="alternate" href="https://example.com/"/>
${entry(1, page(1) + related)}${entry(2, related + page(2))}${entry(3, sound + page(3))}</feed>`;

const one = extractFromXml(xml);
console.log(`feed-extractor: ${one.link} ${one.entries.map(({ link }) => link).join(' ')}`);
const other = await new Parser().parseString(xml);
console.log(`rss-parser:     ${other.link} ${other.items.map(({ link }) => link).join(' ')}`);
JS
cat > expected <<'TXT'
feed-extractor: https://example.com/feed.xml https://example.com/1/ https://example.com/other/ https://example.com/talk.mp3
rss-parser:     https://example.com/ https://example.com/1/ https://example.com/2/ https://example.com/3/
TXT
node try.mjs | tee seen; diff expected seen
