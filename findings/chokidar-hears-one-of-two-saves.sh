#!/usr/bin/env bash
# chokidar 4.0.3 and 5.0.0 tell of one change where a file is written twice within 50 ms, and the one they tell of is the first: who
# reads the file then has "saved", while "formatted" stays in it until the next edit. A formatter that runs on save does just so,
# and a program that empties a file before it fills it. No later event makes up for it: changes of a file are throttled, and what
# comes meanwhile is dropped instead of being told of at the end. 80 ms apart both are told of. chokidar 6.0.0 tells of both
# (it needs Node 22.22).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund \
  chokidar4@npm:chokidar@4.0.3 chokidar5@npm:chokidar@5.0.0

cat > try.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const [name, gap] = process.argv.slice(2);
const { watch } = await import(name);
const file = `${name}-${gap}.md`;
writeFileSync(file, 'before');
const watcher = watch(file);
await new Promise((resolve) => watcher.once('ready', resolve));
const read = [];
watcher.on('change', () => read.push(readFileSync(file, 'utf8')));
const first = new Promise((resolve) => watcher.once('change', resolve));
writeFileSync(file, 'saved');
await first;
await wait(Number(gap));
writeFileSync(file, 'formatted');
await wait(1000);
console.log(`${name}, ${gap} ms apart: read ${read.join(', ')}; in the file: ${readFileSync(file, 'utf8')}`);
await watcher.close();
JS
cat > expected <<'TXT'
chokidar4, 10 ms apart: read saved; in the file: formatted
chokidar4, 80 ms apart: read saved, formatted; in the file: formatted
chokidar5, 10 ms apart: read saved; in the file: formatted
chokidar5, 80 ms apart: read saved, formatted; in the file: formatted
TXT
for name in chokidar4 chokidar5; do
  for gap in 10 80; do node try.mjs "$name" "$gap"; done
done | tee seen; diff expected seen
