#!/usr/bin/env bash
# prettier 3.10.1, oxfmt 0.79.0 and @dprint/markdown 0.28.1: a row of a table that is written only under a condition loses its text.
#
# Documentation in Liquid has such rows: `{% if cloud %}| b | Two |{% endif %}`. All three formatters take the tags for the first
# and the last cell and set bars around them. Once Liquid has run, the row begins with an empty cell, everything moves one column to
# the right, and what was in the last column lies beyond the head, where no reader sees it. Where the condition does not hold, a row
# without a word stays. No formatter says anything: to each of them, the row is a row with too many cells, as it was before.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund prettier@3.10.1 oxfmt@0.79.0 @dprint/markdown@0.28.1 \
  @dprint/formatter@0.6.0 liquidjs@10.30.1 micromark@4.0.2 micromark-extension-gfm@3.0.0

cat > try.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createFromBuffer } from '@dprint/formatter';
import { getPath } from '@dprint/markdown';
import { Liquid } from 'liquidjs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { format } from 'prettier';

const source = '| Key | Use |\n| --- | --- |\n| a | One |\n{% if cloud %}| b | Two |{% endif %}\n';
const dprint = createFromBuffer(readFileSync(getPath()));
const formatters = {
  'as written': (text) => text,
  prettier: (text) => format(text, { parser: 'markdown' }),
  oxfmt(text) {
    writeFileSync('x.md', text);
    execFileSync('npx', ['oxfmt', 'x.md'], { stdio: 'ignore' });
    return readFileSync('x.md', 'utf8');
  },
  dprint: (text) => dprint.formatText({ filePath: 'x.md', fileText: text }),
};
const readRows = (html) => [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) =>
  [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell || '(empty)').join(' + '));
for (const [name, run] of Object.entries(formatters)) {
  const formatted = await run(source);
  for (const cloud of [true, false]) {
    const markdown = new Liquid().parseAndRenderSync(formatted, { cloud });
    const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
    console.log(`${name}, ${cloud ? 'cloud' : 'others'}: ${readRows(html).join(' / ')}`);
  }
}
JS
cat > expected <<'TXT'
as written, cloud: a + One / b + Two
as written, others: a + One
prettier, cloud: a + One / (empty) + b
prettier, others: a + One / (empty) + (empty)
oxfmt, cloud: a + One / (empty) + b
oxfmt, others: a + One / (empty) + (empty)
dprint, cloud: a + One / (empty) + b
dprint, others: a + One / (empty) + (empty)
TXT
node try.mjs | tee seen; diff expected seen
