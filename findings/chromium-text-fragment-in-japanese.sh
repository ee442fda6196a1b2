#!/usr/bin/env bash
# Chromium 156: `#:~:text=` finds whole words only, and where a Japanese word ends is for a dictionary to say.
#
# パッケージ, 東京, 東京都 and even の設定 are found in 東京都のパッケージの設定を変更します。; パッケ, 京都 and 更し are
# not. A search engine that matches parts of words (pagefind marks パッケ) hands such words on in vain: no mark, no
# scrolling, no error. Needs a Chromium as `chromium` (Debian) or in $CHROMIUM.
set -euo pipefail
chromium=${CHROMIUM:-$(command -v chromium)}
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund playwright-core@1.65.1

cat > try.mjs <<'JS'
import http from 'node:http';
import { chromium } from 'playwright-core';
const gap = '<div style="height:4000px"></div>';
const page = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>t</title>${gap}<p>東京都のパッケージの設定を変更します。</p>${gap}`;
const server = http.createServer((_, response) => response.setHeader('content-type', 'text/html').end(page)).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
console.error(`Chromium ${browser.version()}`);
for (const text of ['パッケージ', '東京', '東京都', 'の設定', 'パッケ', '京都', '更し']) {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/#:~:text=${encodeURIComponent(text)}`);
  const isFound = await tab.waitForFunction(() => scrollY > 0, null, { timeout: 3000 }).then(() => true, () => false);
  console.log(`${text}: ${isFound ? 'found' : 'not found'}`);
  await tab.close();
}
await browser.close();
server.close();
JS
cat > expected <<'TXT'
パッケージ: found
東京: found
東京都: found
の設定: found
パッケ: not found
京都: not found
更し: not found
TXT
node try.mjs "$chromium" | tee seen; diff expected seen
