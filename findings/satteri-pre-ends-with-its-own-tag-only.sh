#!/usr/bin/env bash
# satteri 0.10.5 beside micromark 4.0.2: raw HTML that begins with `<pre>` goes on behind `</style>`, and behind `</PRE>`.
#
# CommonMark ends a block that begins with <pre>, <script>, <style> or <textarea> at the first line that holds the end tag of any
# of the four, whatever its letters; "need not match" is said only in brackets. micromark follows that; satteri waits for the tag of
# the block's own name in small letters, even for a block that begins with <PRE>. So the heading behind it is text in one parser and
# a heading in the other. Whoever changes parsers loses headings, and the links that lead to them.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund satteri@0.10.5 micromark@4.0.2

cat > try.mjs <<'JS'
import { micromark } from 'micromark';
import { markdownToHtml } from 'satteri';
const pairs = [['<pre>', '</pre>'], ['<pre>', '</style>'], ['<script>', '</pre>'], ['<pre>', '</PRE>'], ['<PRE>', '</PRE>'], ['<PRE>', '</pre>']];
for (const [first, second] of pairs) {
  const text = `${first}\n${second}\n# Next`;
  const is = (html) => (html.includes('<h1') ? 'a heading' : 'text');
  const one = is(micromark(text, { allowDangerousHtml: true }));
  console.log(`${first} … ${second}: micromark ${one}, satteri ${is(markdownToHtml(text).html)}`);
}
JS
cat > expected <<'TXT'
<pre> … </pre>: micromark a heading, satteri a heading
<pre> … </style>: micromark a heading, satteri text
<script> … </pre>: micromark a heading, satteri text
<pre> … </PRE>: micromark a heading, satteri text
<PRE> … </PRE>: micromark a heading, satteri text
<PRE> … </pre>: micromark a heading, satteri a heading
TXT
node try.mjs | tee seen; diff expected seen
