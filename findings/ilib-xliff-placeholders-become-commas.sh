#!/usr/bin/env bash
# ilib-xliff 1.4.1: inline elements of XLIFF 2 are read as commas, and the words in them are gone.
#
# The text of a unit is joined from the pieces between `<ph>` and `<pc>` as an array is made a string, so
# "Press <pc>Save</pc> in <ph/>." reads "Press , in ,."; that is what a translator sees, and what is written again.
# A tool that passes XLIFF on has to be tried with a unit that holds a placeholder, or "no units lost" says nothing.
# Needs Node.js and npm.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ilib-xliff@1.4.1
cat > save.xlf <<'XLIFF'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ja">
  <file id="f1" original="save.md">
    <unit id="u1" name="save">
      <originalData><data id="d1">{{ app }}</data></originalData>
      <segment>
        <source>Press <pc id="1">Save</pc> in <ph id="2" dataRef="d1"/>.</source>
        <target><ph id="2" dataRef="d1"/>で<pc id="1">保存</pc>を押します。</target>
      </segment>
    </unit>
  </file>
</xliff>
XLIFF
cat > try.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { Xliff } = require('ilib-xliff');
const document = new Xliff({ version: 2 });
document.deserialize(readFileSync('save.xlf', 'utf8'));
for (const { source, target } of document.getTranslationUnits()) console.log(`${source}\n${target}`);
console.log(document.serialize().match(/<(source|target)>.*?<\/\1>/gs).join('\n'));
JS
cat > expected <<'TXT'
Press , in ,.
で,を押します。
<source>Press , in ,.</source>
<target>で,を押します。</target>
TXT
node try.cjs | tee seen; diff expected seen
