#!/usr/bin/env bash
# remark-gfm 4.0.1: a bare address behind a full-width bracket becomes a link that stands nowhere.
#
# The tokenizer does not take `www.` behind `（`. A second pass over the finished tree finds it, cuts the text node in
# three, and gives none of the three a position, while `(www.…)` in ASCII has one. Tools that report or edit by
# position meet `undefined` in an otherwise ordinary tree.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund remark@15.0.1 remark-gfm@4.0.1 mdast-util-gfm-autolink-literal@2.0.1

cat > try.mjs <<'JS'
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
for (const text of ['(www.a.example) を見る', '（www.a.example） を見る']) {
  const [{ children }] = remark().use(remarkGfm).parse(text).children;
  console.log(text, '->', children.map(({ type, position }) => `${type} ${position?.start.column ?? 'nowhere'}`).join(', '));
}
JS
cat > expected <<'TXT'
(www.a.example) を見る -> text 1, link 2, text 15
（www.a.example） を見る -> text nowhere, link nowhere, text nowhere
TXT
node try.mjs | tee seen; diff expected seen
