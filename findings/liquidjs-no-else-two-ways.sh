#!/usr/bin/env bash
# liquidjs 10.30.1: whether an `else` was written cannot be read off a parsed tag.
#
# `if` without `else` has no `elseTemplates`; `unless`, `for` and `case` without `else` have an empty list, which is just what an
# empty `else` gives them. Tools that walk templates (linters, translators, code mods) have to pair the tokens instead, and
# the tokens of `elsif`, `else` and the end tag are kept by none of the tags.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund liquidjs@10.30.1

cat > try.mjs <<'JS'
import { Liquid } from 'liquidjs';
const liquid = new Liquid();
for (const text of [
  '{% if a %}x{% endif %}',
  '{% if a %}x{% else %}{% endif %}',
  '{% unless a %}x{% endunless %}',
  '{% unless a %}x{% else %}{% endunless %}',
  '{% for a in b %}x{% endfor %}',
  '{% for a in b %}x{% else %}{% endfor %}',
  '{% case a %}{% when 1 %}x{% endcase %}',
]) {
  const [tag] = liquid.parse(text);
  console.log(`${text} -> ${JSON.stringify(tag.elseTemplates)}`);
}
JS
cat > expected <<'TXT'
{% if a %}x{% endif %} -> undefined
{% if a %}x{% else %}{% endif %} -> []
{% unless a %}x{% endunless %} -> []
{% unless a %}x{% else %}{% endunless %} -> []
{% for a in b %}x{% endfor %} -> []
{% for a in b %}x{% else %}{% endfor %} -> []
{% case a %}{% when 1 %}x{% endcase %} -> []
TXT
node try.mjs | tee seen; diff expected seen
