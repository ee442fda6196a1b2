#!/usr/bin/env bash
# swagger-parser 13.0.0 and @readme/openapi-parser 9.0.0 keep `<<` of YAML as a key of its own, so an operation that takes
# over the words of another has none, and `validate` refuses it. swagger-parser 10.1.0, @redocly/openapi-core 2.64.0 and
# @scalar/openapi-parser 0.24.17 take over what it names.
#
# `<<` is of YAML 1.1; version 1.2, which OpenAPI names, has no such key, and a reader that keeps to the letter is right. One file is
# then an API with descriptions for one tool, an API without them for the next, and no API for the third.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund \
  @apidevtools/swagger-parser@13.0.0 @readme/openapi-parser@9.0.0 @redocly/openapi-core@2.64.0 \
  @scalar/openapi-parser@0.24.17 swagger-parser-10@npm:@apidevtools/swagger-parser@10.1.0

cat > api.yaml <<'YAML'
openapi: 3.0.3
info: { title: Kettle, version: '1' }
x-shared: &shared
  description: Lists what is there.
paths:
  /cups:
    get:
      <<: *shared
      responses:
        '200': { description: The cups. }
YAML

cat > try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import SwaggerParser from '@apidevtools/swagger-parser';
import * as readme from '@readme/openapi-parser';
import { bundle, createConfig } from '@redocly/openapi-core';
import * as scalar from '@scalar/openapi-parser';
import Older from 'swagger-parser-10';

const show = (name, { paths }) => console.log(`${name}: ${Object.keys(paths['/cups'].get).sort().join(', ')}`);
show('swagger-parser 13', await SwaggerParser.parse('api.yaml'));
show('swagger-parser 10', await Older.parse('api.yaml'));
show('readme', await readme.parse('api.yaml'));
show('redocly', (await bundle({ ref: 'api.yaml', config: await createConfig({}) })).bundle.parsed);
show('scalar', (await scalar.dereference(readFileSync('api.yaml', 'utf8'))).schema);
await SwaggerParser.validate('api.yaml').then(
  () => console.log('validate 13: valid'),
  ({ message }) => console.log(`validate 13: ${message.split('\n')[1].trim()}`),
);
await Older.validate('api.yaml').then(() => console.log('validate 10: valid'));
JS
cat > expected <<'TXT'
swagger-parser 13: <<, responses
swagger-parser 10: description, responses
readme: <<, responses
redocly: description, responses
scalar: description, responses
validate 13: #/paths/~1cups/get must NOT have additional properties
validate 10: valid
TXT
node try.mjs 2>/dev/null | tee seen; diff expected seen
