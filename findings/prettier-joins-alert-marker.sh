#!/usr/bin/env bash
# prettier 3.10.1: with `proseWrap: "always"` a callout loses the line of its marker, and is a plain quotation then.
#
# `> [!NOTE]` and `> Text` become `> [!NOTE] Text`. Renderers of callouts ask for the marker alone on its line.
# `proseWrap: "never"` joins the lines, too; the default, "preserve", keeps them.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund prettier@3.10.1

cat > try.mjs <<'JS'
import { format } from 'prettier';
for (const proseWrap of ['preserve', 'always', 'never'])
  console.log(proseWrap, JSON.stringify(await format('> [!NOTE]\n> Tokens are secret.\n', { parser: 'markdown', proseWrap })));
JS
cat > expected <<'TXT'
preserve "> [!NOTE]\n> Tokens are secret.\n"
always "> [!NOTE] Tokens are secret.\n"
never "> [!NOTE] Tokens are secret.\n"
TXT
node try.mjs | tee seen; diff expected seen
