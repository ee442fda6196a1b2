#!/usr/bin/env bash
# @mozilla/readability 0.6.0, which makes Firefox's reader view, leaves out a heading whose id has certain letters in it, wherever they
# stand: "Share a package", "Metadata", "Scrolling" and "Contacting support" are gone, the text below them stays. Engines that name
# headings by their words (github-slugger, rehype-slug) give such ids to ordinary chapters of documentation.
#
# A heading is dropped where the weight of its class and id is below zero, and "meta", "scroll", "contact", "related", "media", "comment",
# "tags" or "widget" in an id count against it, as parts of other words too. With a class that counts in favour (`content`) it stays; with
# "share" as a word in its id it goes all the same. A box by the name `rowheaders` goes with its table, for it has "header" in it.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0 github-slugger@2.0.0

cat > try.mjs <<'JS'
import { Readability } from '@mozilla/readability';
import Slugger from 'github-slugger';
import { JSDOM } from 'jsdom';

const words = 'A package holds the files of one release, their sizes, and the names of those who may read them. ';
const titles = ['Installing', 'Share a package', 'Metadata', 'Scrolling', 'Contacting support', 'Removing'];

function read(format) {
  const slugger = new Slugger();
  const chapters = titles.map((title) => `${format(title, slugger.slug(title))}<p>${words.repeat(3)}</p>`);
  const table = `<div class="rowheaders"><table><tr><th scope="row">Disk</th><td>${words}</td></tr></table></div>`;
  const page = `<!doctype html><title>Packages</title><main><h1>Packages</h1>${chapters.join('')}${table}</main>`;
  const { window } = new JSDOM(page, { url: 'https://example.com/packages/' });
  const { content } = new Readability(window.document).parse();
  const { document } = new JSDOM(content).window;
  const headings = [...document.querySelectorAll('h1, h2')].map(({ textContent }) => textContent);
  return `${headings.join(', ')}; paragraphs ${document.querySelectorAll('p').length}; tables ${document.querySelectorAll('table').length}`;
}

console.log(`with ids:    ${read((title, id) => `<h2 id="${id}">${title}</h2>`)}`);
console.log(`and a class: ${read((title, id) => `<h2 id="${id}" class="content">${title}</h2>`)}`);
console.log(`without:     ${read((title) => `<h2>${title}</h2>`)}`);
JS
cat > expected <<'TXT'
with ids:    Installing, Removing; paragraphs 6; tables 0
and a class: Installing, Metadata, Scrolling, Contacting support, Removing; paragraphs 6; tables 0
without:     Installing, Share a package, Metadata, Scrolling, Contacting support, Removing; paragraphs 6; tables 0
TXT
node try.mjs | tee seen; diff expected seen
