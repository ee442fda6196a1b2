#!/usr/bin/env bash
# chokidar 4.0.3 and 5.0.0 say `ready` before they have told of a single file of a folder that is there, where another one that they
# are to watch is missing. What comes before `ready` is what was found, by the documentation, and what comes after it is a change: whoever
# goes by that takes every file for a new one. Without the missing folder `ready` comes last. A documentation site that has no
# `assets/` yet is just so. chokidar 6.0.0 was not tried (it needs Node 22.22).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund \
  chokidar4@npm:chokidar@4.0.3 chokidar5@npm:chokidar@5.0.0

cat > try.mjs <<'JS'
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const [name, ...folders] = process.argv.slice(2);
const { watch } = await import(name);
mkdirSync('site/content', { recursive: true });
for (let at = 0; at < 40; at += 1) writeFileSync(`site/content/${at}.md`, 'text');
const watcher = watch(folders, { cwd: 'site' });
let [isReady, found, late] = [false, 0, 0];
watcher.on('ready', () => (isReady = true));
watcher.on('add', () => (isReady ? (late += 1) : (found += 1)));
await wait(2000);
console.log(`${name}, ${folders.join(', ')}: ${found} files before ready, ${late} after it`);
await watcher.close();
JS
cat > expected <<'TXT'
chokidar4, content: 40 files before ready, 0 after it
chokidar4, content, assets: 0 files before ready, 40 after it
chokidar5, content: 40 files before ready, 0 after it
chokidar5, content, assets: 0 files before ready, 40 after it
TXT
for name in chokidar4 chokidar5; do
  node try.mjs "$name" content
  node try.mjs "$name" content assets
done | tee seen; diff expected seen
