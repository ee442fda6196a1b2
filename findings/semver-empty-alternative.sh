#!/usr/bin/env bash
# semver 7.8.6: a range that ends with `||` is true for every version. The empty alternative means `*`.
#
# `3.1 ||` is what is left when a line is cut or a template prints nothing for the second half. It validates, and the
# page or package it guards is everywhere. `>3` is the other trap: no 3.x is newer than "3", which means 3.x.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund semver@7.8.6

cat > try.cjs <<'JS'
const semver = require('semver');
for (const range of ['3.1', '3.1 ||', '|| 3.1', '>3'])
  console.log(`'${range}' = ${semver.validRange(range)}: ${['1.0.0', '3.1.0', '3.9.0'].filter((version) => semver.satisfies(version, range))}`);
JS
cat > expected <<'TXT'
'3.1' = >=3.1.0 <3.2.0-0: 3.1.0
'3.1 ||' = *: 1.0.0,3.1.0,3.9.0
'|| 3.1' = *: 1.0.0,3.1.0,3.9.0
'>3' = >=4.0.0: 
TXT
node try.cjs | tee seen; diff expected seen
