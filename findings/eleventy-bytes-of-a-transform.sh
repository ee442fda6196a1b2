#!/usr/bin/env bash
# @11ty/eleventy 3.1.8: bytes that a template returns become text, bytes that a transform returns are written as they are.
#
# A JavaScript template may return a Buffer. Eleventy makes a string of it, as UTF-8: of two bytes that are no UTF-8 the page has two
# replacement characters, six bytes. A transform that returns the same Buffer has it written untouched. So a page that exists as bytes
# goes through Eleventy without being decoded and encoded again only if the template returns something else, and a transform the bytes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund @11ty/eleventy@3.1.8

mkdir content
cat > content/template.11ty.cjs <<'JS'
module.exports = { data: { permalink: '/template.bin' }, render: () => Buffer.from([0xff, 0xfe]) };
JS
cat > content/transform.11ty.cjs <<'JS'
module.exports = { data: { permalink: '/transform.bin' }, render: () => 'text' };
JS
cat > eleventy.config.cjs <<'JS'
module.exports = (config) => {
  config.addTransform('bytes', (text, output) =>
    output.endsWith('transform.bin') ? Buffer.from([0xff, 0xfe]) : text,
  );
};
JS
npx eleventy --quiet --config=eleventy.config.cjs --input=content --output=out
cat > expected <<'TXT'
template.bin: efbfbdefbfbd
transform.bin: fffe
TXT
for name in template transform; do echo "$name.bin: $(od -An -tx1 "out/$name.bin" | tr -d ' \n')"; done | tee seen
diff expected seen
