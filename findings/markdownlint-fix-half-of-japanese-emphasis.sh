#!/usr/bin/env bash
# markdownlint 0.42.1: of emphasis with blanks inside, the fix of MD037 takes away only one of the two blanks where
# Japanese stands right behind, and what is left is no emphasis in CommonMark either.
#
# `* 名前 *を` becomes `* 名前*を`: the asterisk in front still has its blank. `_ 値 _に` becomes `_値_に`, which stays
# text, since an underscore inside a word opens nothing. `** 設定 **を` is reported and not touched.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund markdownlint@0.42.1

cat > try.mjs <<'JS'
import { applyFixes } from 'markdownlint';
import { lint } from 'markdownlint/sync';
const text = '# T\n\n** 設定 **を開き、* 名前 *を入れ、_ 値 _にします。\n';
const { text: found } = lint({ strings: { text } });
console.log(found.map(({ ruleNames }) => ruleNames[0]).join(' '));
console.log(applyFixes(text, found).split('\n')[2]);
JS
cat > expected <<'TXT'
MD037 MD037 MD037
** 設定 **を開き、* 名前*を入れ、_値_にします。
TXT
node try.mjs | tee seen; diff expected seen
