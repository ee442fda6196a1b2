#!/usr/bin/env bash
# pagefind 1.6.0: in an index of Japanese a query finds parts of words that no reader would part, and no other width.
#
# 京都 (Kyoto) finds 東京都 (Tokyo) and marks 東京 there. ッケージ, the tail of a word, finds パッケージ and marks the
# whole word. But ﾊﾟｯｹｰｼﾞ does not find パッケージ, and 3.2 does not find ３.２: half and full width are not folded.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund pagefind@1.6.0

cat > index.mjs <<'JS'
import { close, createIndex } from 'pagefind';
const { index } = await createIndex({ forceLanguage: 'ja' });
for (const content of ['東京都の設定', 'パッケージを消す', '版は３.２です'])
  await index.addCustomRecord({ url: `/${content}`, content, language: 'ja' });
await index.writeFiles({ outputPath: 'out' });
await close();
JS
node index.mjs
mv out/pagefind.js out/pagefind.mjs
cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
// What the script of the bundle asks of a browser.
globalThis.window = { location: { href: 'http://localhost/', origin: 'http://localhost' } };
globalThis.document = { currentScript: null, querySelector: () => ({ getAttribute: () => 'ja' }) };
globalThis.fetch = async (address) => {
  const bytes = readFileSync(`out/${String(address).split('?')[0].split('/out/')[1]}`);
  return { ok: true, arrayBuffer: async () => Uint8Array.from(bytes).buffer, json: async () => JSON.parse(bytes) };
};
const { options, search } = await import('./out/pagefind.mjs');
await options({ basePath: 'http://localhost/out/' });
for (const query of ['京都', 'ッケージ', 'ﾊﾟｯｹｰｼﾞ', '3.2']) {
  const { results } = await search(query);
  const found = await Promise.all(results.map((result) => result.data()));
  console.log(`${query}: ${found.map(({ excerpt }) => excerpt).join(', ') || 'nothing'}`);
}
JS
cat > expected <<'TXT'
京都: <mark>東京</mark>都の設定
ッケージ: <mark>パッケージ</mark>を消す
ﾊﾟｯｹｰｼﾞ: nothing
3.2: nothing
TXT
node try.mjs | tee seen; diff expected seen
