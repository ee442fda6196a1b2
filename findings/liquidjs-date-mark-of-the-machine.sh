#!/usr/bin/env bash
# liquidjs 10.30.1: with `locale: 'en-US'`, `date: "%B"` prints the month in English, and `date: "%x"` the day in the language of the
# machine.
#
# `%x`, `%X` and `%c` ask JavaScript for its default locale, which Node takes from the environment. A site that a writer builds in
# Germany or Japan differs from the one that CI builds of the same commit.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund liquidjs@10.30.1

cat > try.mjs <<'JS'
import { Liquid } from 'liquidjs';
const liquid = new Liquid({ locale: 'en-US', timezoneOffset: 0 });
const text = '{{ "2021-03-01T15:04:05Z" | date: "%B, %x, %X" }}';
console.log(`${process.env.LC_ALL}: ${liquid.parseAndRenderSync(text).replaceAll('\u202f', ' ')}`);
JS
cat > expected <<'TXT'
en_US.UTF-8: March, 3/1/2021, 3:04:05 PM
de_DE.UTF-8: March, 1.3.2021, 15:04:05
ja_JP.UTF-8: March, 2021/3/1, 15:04:05
TXT
for locale in en_US de_DE ja_JP; do LC_ALL=$locale.UTF-8 node try.mjs; done | tee seen; diff expected seen
