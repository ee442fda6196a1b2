#!/usr/bin/env bash
# markdownlint 0.42.1: the fix of MD034 puts the closing `>` of a bare address into a Liquid output.
#
# The address ends for the parser at the blank inside `{{ … }}`, so `https://x.example/{{ host }}/b` becomes
# `<https://x.example/{{> host }}/b`. The rule speaks of a bare URL and says nothing of the braces.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund markdownlint@0.42.1

cat > try.mjs <<'JS'
import { applyFixes } from 'markdownlint';
import { lint } from 'markdownlint/sync';
for (const line of ['Open https://x.example/{{ host }}/b now.', '{% data reusables.a.b url="https://x.example/a" %}']) {
  const text = `# T\n\n${line}\n`;
  const { text: found } = lint({ strings: { text } });
  console.log(`${found.map(({ ruleNames }) => ruleNames[0])}: ${applyFixes(text, found).split('\n')[2]}`);
}
JS
cat > expected <<'TXT'
MD034: Open <https://x.example/{{> host }}/b now.
MD034: {% data reusables.a.b url="<https://x.example/a>" %}
TXT
node try.mjs | tee seen; diff expected seen
