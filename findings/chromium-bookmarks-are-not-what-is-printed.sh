#!/usr/bin/env bash
# Chromium 150, `page.pdf({ outline: true })`: bookmarks hold the readings of ruby, and words around a line break as one.
#
# A bookmark is made of all text in the heading: 漢字 with the reading かんじ above it becomes 漢字かんじ, which nobody would type into
# the search of a viewer, and two lines are joined without a blank. What CSS adds (numbers by a counter) is not in it; what CSS
# changes (capitals) is. A heading that is hidden from screen readers is printed and has no bookmark; `aria-label` does not
# count. An element that is a heading by its role has one. Needs a Chromium as `chromium` (Debian) or in $CHROMIUM.
set -euo pipefail
chromium=${CHROMIUM:-$(command -v chromium)}
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund playwright-core@1.65.1 pdf-lib@1.17.1

cat > try.mjs <<'JS'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { chromium } from 'playwright-core';

const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>t</title>
<style>h3 { counter-increment: n } h3::before { content: counter(n) ". " } h4 { text-transform: uppercase }</style>
<h1>Settings</h1>
<h2><ruby>漢字<rt>かんじ</rt></ruby>の読み</h2>
<h2>First line<br>second line</h2>
<h2 aria-label="Spoken">Printed</h2>
<h2 aria-hidden="true">Only seen</h2>
<h3>Numbered</h3>
<h4>Capitals</h4>
<div role="heading" aria-level="2">By its role</div>`;
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
console.error(`Chromium ${browser.version()}`);
const tab = await browser.newPage();
await tab.setContent(page);
const document = await PDFDocument.load(await tab.pdf({ tagged: true, outline: true }));
await browser.close();
const list = (parent, depth) => {
  for (let item = parent.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
    console.log(`${'  '.repeat(depth)}${item.lookup(PDFName.of('Title')).decodeText()}`);
    list(item, depth + 1);
  }
};
list(document.catalog.lookup(PDFName.of('Outlines'), PDFDict), 0);
JS
cat > expected <<'TXT'
Settings
  漢字かんじの読み
  First linesecond line
  Printed
    Numbered
      CAPITALS
  By its role
TXT
node try.mjs "$chromium" | tee seen; diff expected seen
