#!/usr/bin/env bash
# ngx-i18nsupport-lib 1.10.2: takes XLIFF 2.0 and refuses 2.1, which has the same core in the same namespace.
#
# The document of both versions differs in nothing but the attribute `version` of its first element, so what writes for tools
# of translators does well to be able to declare 2.0.
# Needs Node.js and npm.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ngx-i18nsupport-lib@1.10.2
cat > try.cjs <<'JS'
const { TranslationMessagesFileFactory } = require('ngx-i18nsupport-lib');
for (const version of ['2.0', '2.1']) {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="${version}" srcLang="en" trgLang="ja">
  <file id="f1"><unit id="u1"><segment><source>Press Save.</source></segment></unit></file>
</xliff>`;
  try {
    const file = TranslationMessagesFileFactory.fromFileContent('xlf2', text, 'a.xlf', 'utf8');
    console.log(`${version}: ${file.numberOfTransUnits()} unit`);
  } catch (error) {
    console.log(`${version}: ${error.message}`);
  }
}
JS
cat > expected <<'TXT'
2.0: 1 unit
2.1: File "a.xlf" seems to be no xliff 2 file, version should be 2.0, found 2.1
TXT
node try.cjs | tee seen; diff expected seen
