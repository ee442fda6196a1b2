#!/usr/bin/env bash
# @cloudflare/pages-shared 0.13.189 (what wrangler reads `_redirects` with): behind the first rule with a star, exact rules are
# kept as patterns.
#
# Cloudflare's documentation counts the two kinds apart: 2,000 exact rules, 100 patterns. Here one pattern at the top of the file makes
# patterns of all exact rules below it, and none of them is looked up as an exact one any more; the order of lines decides. Sorted
# files, and generators that write aliases first, meet this.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund @cloudflare/pages-shared@0.13.189

cat > try.mjs <<'JS'
import { createMetadataObject } from '@cloudflare/pages-shared/dist/metadata-generator/createMetadataObject.js';
const count = (name, addresses) => {
  const rules = addresses.map((from, at) => ({ from, to: '/new/', status: 301, lineNumber: at + 1 }));
  const { redirects } = createMetadataObject({ redirects: { invalid: [], rules } });
  console.log(`${name}: ${Object.keys(redirects.staticRules).length} exact, ${Object.keys(redirects.rules).length} patterns`);
};
const exact = Array.from({ length: 150 }, (_, at) => `/old/${at}`);
count('150 exact rules', exact);
count('150 exact rules, then a pattern', [...exact, '/older/*']);
count('a pattern, then 150 exact rules', ['/older/*', ...exact]);
JS
cat > expected <<'TXT'
150 exact rules: 150 exact, 0 patterns
150 exact rules, then a pattern: 150 exact, 1 patterns
a pattern, then 150 exact rules: 0 exact, 151 patterns
TXT
node try.mjs | tee seen; diff expected seen
