#!/usr/bin/env bash
# npm xliff 6.4.0: a sound document that it reads is written again as one that is no XML. Text is escaped, attributes are
# not: `disp="&lt;b&gt;"`, which shows translators what a placeholder stands for, comes out with bare angle brackets, and
# `a&amp;b` with a bare ampersand, which the package itself then refuses.
#
# Quotation marks are escaped, so most documents pass. What an export writes into `disp` and `equiv` for such tools has
# neither `<` nor `&`. The same round trip lays a source out in lines in spite of `xml:space="preserve"`.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund xliff@6.4.0 @rgrove/parse-xml@4.2.0

cat > try.cjs <<'JS'
const { xliff2js, js2xliff } = require('xliff');
const { parseXml } = require('@rgrove/parse-xml');
const write = (disp, words) => `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="ja">
  <file id="f1"><unit id="u1" xml:space="preserve"><segment><source>${words}<ph id="1" disp="${disp}"/> on</source></segment></unit></file>
</xliff>`;
const isSound = (text) => {
  try { parseXml(text); return true; } catch { return false; }
};
(async () => {
  for (const [disp, words] of [['&lt;b&gt;', 'Go'], ['a&amp;b', 'Go'], ['a&quot;b', 'Go'], ['b', 'Go &lt;b&gt; &amp;c']]) {
    const given = write(disp, words);
    const back = await js2xliff(await xliff2js(given));
    const again = await xliff2js(back).then(() => 'reads', () => 'refuses');
    const own = /disp="(.*)"\/>/.exec(back)?.[1];
    console.log(`${isSound(given)} ${disp} ${words} -> disp="${own}" ${isSound(back)}, and ${again} it itself`);
  }
  const lines = await js2xliff(await xliff2js(write('b', '')));
  console.log(`lines in the source: ${/<source>([^]*)<\/source>/.exec(lines)?.[1].split('\n').length}`);
})();
JS
cat > expected <<'TXT'
true &lt;b&gt; Go -> disp="<b>" false, and reads it itself
true a&amp;b Go -> disp="a&b" false, and refuses it itself
true a&quot;b Go -> disp="a&quot;b" true, and reads it itself
true b Go &lt;b&gt; &amp;c -> disp="b" true, and reads it itself
lines in the source: 3
TXT
node try.cjs | tee seen; diff expected seen
