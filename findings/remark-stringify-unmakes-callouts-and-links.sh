#!/usr/bin/env bash
# remark 15.0.1 with remark-gfm 4.0.1: reading a text and writing it again takes away its callouts, its links with
# Liquid in the address, and emphasis beside Japanese punctuation.
#
# None of the three is Markdown to the parser, so the writer escapes what could be taken for Markdown: `\[!NOTE]` is a
# quotation from then on, `\[Limits]\(/a…)` and `\*\*` are shown as they stand. Underscores inside an output become
# asterisks: `"_a_"` is `"*a*"`. A codemod that goes through remark must replace text by offsets instead.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund remark@15.0.1 remark-gfm@4.0.1 remark-stringify@11.0.0

cat > try.mjs <<'JS'
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
for (const text of [
  '> [!NOTE]\n> One thing.',
  'See [Limits](/a/{% ifversion fpt %}b{% else %}c{% endif %}#limits).',
  '**強調（例）**です。',
  '{{ name | append: "_a_" }}',
])
  console.log(JSON.stringify(String(await remark().use(remarkGfm).process(text)).trimEnd()));
JS
cat > expected <<'TXT'
"> \\[!NOTE]\n> One thing."
"See \\[Limits]\\(/a/{% ifversion fpt %}b{% else %}c{% endif %}#limits)."
"\\*\\*強調（例）\\*\\*です。"
"{{ name | append: \"*a*\" }}"
TXT
node try.mjs | tee seen; diff expected seen
