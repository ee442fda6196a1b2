#!/usr/bin/env bash
# @dprint/markdown 0.28.1 (prettier 3.10.1 does not): a Liquid tag between two items of a list is indented, so a step changes its level.
#
# To CommonMark the line of a tag right below an item goes on with the item's paragraph, so it may be indented without changing anything:
# as Markdown, both texts are one document. But the tag stands for steps. Liquid puts the blanks before the first of them only, which
# makes that one a list inside of the step before, and leaves those behind it where they were.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund @dprint/markdown@0.28.1 @dprint/formatter@0.6.0 prettier@3.10.1 \
  liquidjs@10.30.1 micromark@4.0.2

cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createFromBuffer } from '@dprint/formatter';
import { getPath } from '@dprint/markdown';
import { Liquid } from 'liquidjs';
import { micromark } from 'micromark';
import { format } from 'prettier';

const dprint = createFromBuffer(readFileSync(getPath()));
const liquid = new Liquid({ templates: { steps: '1. Two\n1. Three' } });
const show = (markdown) => micromark(markdown).replaceAll('\n', '');
const source = "1. One\n{% render 'steps' %}\n1. Four\n";
const formatted = {
  'as written': source,
  prettier: await format(source, { parser: 'markdown' }),
  dprint: dprint.formatText({ filePath: 'x.md', fileText: source }),
};
console.log(`one document before Liquid: ${show(formatted.dprint) === show(source)}`);
for (const [name, text] of Object.entries(formatted)) console.log(`${name}: ${show(liquid.parseAndRenderSync(text))}`);
JS
cat > expected <<'TXT'
one document before Liquid: true
as written: <ol><li>One</li><li>Two</li><li>Three</li><li>Four</li></ol>
prettier: <ol><li>One</li><li>Two</li><li>Three</li><li>Four</li></ol>
dprint: <ol><li>One<ol><li>Two</li></ol></li><li>Three</li><li>Four</li></ol>
TXT
node try.mjs | tee seen; diff expected seen
