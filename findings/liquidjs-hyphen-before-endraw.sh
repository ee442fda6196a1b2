#!/usr/bin/env bash
# liquidjs 10.30.1: a hyphen at the front of `endraw` leaves the block open.
#
# `{%- raw -%}` … `{%- endraw -%}` is ordinary white space control, and `comment` takes it. For `raw`, liquidjs looks
# for `{% endraw` without a hyphen, so the template fails with "not closed". A hyphen at the back of either tag works.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund liquidjs@10.30.1

cat > try.mjs <<'JS'
import { Liquid } from 'liquidjs';
for (const text of [
  '[{%- raw -%} a {% endraw -%}]',
  '[{% raw %} a {%- endraw %}]',
  '[{%- comment -%} a {%- endcomment -%}]',
]) {
  const answer = await new Liquid().parseAndRender(text).catch((error) => error.message.split('\n')[0]);
  console.log(`${text} -> ${answer}`);
}
JS
cat > expected <<'TXT'
[{%- raw -%} a {% endraw -%}] -> [ a ]
[{% raw %} a {%- endraw %}] -> raw "{% raw %} a {%- endraw %}]" not closed, line:1, col:11
[{%- comment -%} a {%- endcomment -%}] -> []
TXT
node try.mjs | tee seen; diff expected seen
