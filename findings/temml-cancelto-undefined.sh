#!/usr/bin/env bash
# temml 0.13.5: a crossed-out term without a colour gets the colour "undefined".
#
# `\cancelto{0}{x}` is valid TeX without any colour. The MathML that comes back says `color:undefined` in two places: for the
# stroke and for the value above it. Browsers leave such a declaration out, so nobody sees it; who turns the styles into attributes or
# classes, as a strict policy asks for, writes `mathcolor="undefined"`. `\cancel{x}` has no style at all.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund temml@0.13.5

cat > try.cjs <<'JS'
const temml = require('temml');
for (const tex of ['\\cancelto{0}{x}', '\\cancel{x}', '\\textcolor{red}{x}']) {
  const colours = temml.renderToString(tex).match(/(?:math)?color[:=]"?[#\w]*/g) ?? [];
  console.log(`${tex}: ${colours.join(' ') || 'no colour'}`);
}
JS
cat > expected <<'TXT'
\cancelto{0}{x}: color:undefined color:undefined
\cancel{x}: no colour
\textcolor{red}{x}: color:#ff0000
TXT
node try.cjs | tee seen; diff expected seen
