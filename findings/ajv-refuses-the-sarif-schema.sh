#!/usr/bin/env bash
# ajv 8.20.0 refuses the official schema of SARIF 2.1.0, and so does ajv-draft-04 1.0.0 until it is told otherwise.
#
# The schema (rtm.5, as @microsoft/jest-sarif 1.0.0-beta.0 ships it) is of draft 04, which ajv 8 reads with a package of its
# own. One of its patterns, for `language`, ends in `]?`: JSON Schema's patterns need no flag `u`, ajv compiles them with it.
# `unicodeRegExp: false` lets the schema pass.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund \
  ajv@8.20.0 ajv-draft-04@1.0.0 ajv-formats@3.0.1 @microsoft/jest-sarif@1.0.0-beta.0

cat > try.cjs <<'JS'
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const formats = require('ajv-formats');
const compile = (name, Ajv, options) => {
  try {
    const ajv = new Ajv({ strict: false, ...options });
    formats(ajv);
    ajv.compile(schema);
    console.log(`${name}: compiled`);
  } catch (error) {
    console.log(`${name}: ${error.message.split('\n')[0]}`);
  }
};
compile('ajv', require('ajv').default, {});
compile('ajv-draft-04', require('ajv-draft-04').default, {});
compile('ajv-draft-04 without u', require('ajv-draft-04').default, { unicodeRegExp: false });
JS
cat > expected <<'TXT'
ajv: no schema with key or ref "http://json-schema.org/draft-04/schema#"
ajv-draft-04: Invalid regular expression: /^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$/u: Lone quantifier brackets
ajv-draft-04 without u: compiled
TXT
node try.cjs | tee seen; diff expected seen
