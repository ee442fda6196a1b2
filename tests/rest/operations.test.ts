import { expect, test } from 'vitest';
import { REST_WORDS } from '../../src/rest/index.ts';
import { openRestSite, writeSpec } from './open-site.ts';

const read = (get: object, rest: object = {}) =>
  openRestSite({ 'all.json': writeSpec({ '/lamps/{id}': get }, rest) }).read('cloud');

test('an operation shows its parameters by where they stand, with what their schemas say', async () => {
  const text = await read({
    deprecated: true,
    parameters: [
      { name: 'id', in: 'path', required: true, description: 'Which | lamp.', schema: { type: 'string' } },
      {
        name: 'size',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 9, default: 3, description: 'How big.' },
      },
      { name: 'X-Oil', in: 'header', required: true, schema: { enum: ['whale', 'lamp'] } },
      { name: 'wick', in: 'cookie', deprecated: true, schema: { type: ['string', 'null'], maxLength: 5 } },
    ],
  });
  expect(text).toContain('<h2 class="rest-operation" id="get-lamps-id">GET /lamps/{id}</h2>');
  expect(text).toContain('**`GET`** `/lamps/{id}`');
  expect(text).toMatch(/> \[!WARNING\]\n> This operation is deprecated/);
  expect(text).toContain('| `id` **Required** | `string` | Which \\| lamp. |');
  expect(text).toContain('| `size` | `integer` | How big. Default: `3`. Range: `1–9`. |');
  expect(text).toContain('| `X-Oil` **Required** | `string` | One of: `whale`, `lamp`. |');
  expect(text).toContain('| `wick` **Deprecated** | `string \\| null` | Length: `≤ 5`. |');
});

test('numbers stand as they are written, however large or exact', async () => {
  const spec = `openapi: 3.0.3
info: { title: Lamps, version: '1' }
paths:
  /lamps:
    get:
      parameters:
        - { name: after, in: query, schema: { type: integer, maximum: 9223372036854775807, default: 0x1F } }
      responses:
        '200':
          description: ok
          content:
            application/json:
              example: { id: 9007199254740993, list: [1.10, 1e3, -0.50], none: [], of: {} }
              schema: { type: object, properties: { price: { type: number, example: 2.50 } } }
`;
  const text = await openRestSite({ 'all.yaml': spec }).read('cloud');
  expect(text).toContain('Default: `31`. Range: `≤ 9223372036854775807`.');
  expect(text).toContain(
    '{\n  "id": 9007199254740993,\n  "list": [\n    1.10,\n    1e3,\n    -0.50\n  ],\n  "none": [],\n  "of": {}\n}',
  );
  expect(text).toContain('`2.50`');
});

test('fields of a body lie flat under their paths, with all that they are made of', async () => {
  const text = await read(
    {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Lamp' } } },
      },
    },
    {
      components: {
        schemas: {
          Base: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
          Lamp: {
            allOf: [{ $ref: '#/components/schemas/Base' }],
            properties: {
              id: { type: 'string', readOnly: true },
              parts: { type: 'array', items: { type: 'object', properties: { oil: { type: 'number' } } } },
              labels: { type: 'object', additionalProperties: { type: 'string' } },
              flame: {
                oneOf: [
                  { title: 'Gas', type: 'object', properties: { pressure: { type: 'integer' } } },
                  { title: 'Oil', type: 'object', properties: { grade: { type: 'integer' } } },
                ],
              },
              spare: { $ref: '#/components/schemas/Lamp' },
              old: { type: 'string', nullable: true },
            },
          },
        },
      },
    },
  );
  const rows = [...text.matchAll(/^\| `(.+?)`(?: \*\*Required\*\*)? \| `(.+?)` \| (.*?) ?\|$/gm)].map((row) =>
    row.slice(1),
  );
  expect(rows).toEqual([
    ['name', 'string', ''],
    ['parts', 'object[]', ''],
    ['parts[].oil', 'number', ''],
    ['labels', 'map of string', ''],
    ['labels.*', 'string', ''],
    ['flame', 'Gas \\| Oil', ''],
    ['flame.pressure', 'integer', 'Only in `Gas`.'],
    ['flame.grade', 'integer', 'Only in `Oil`.'],
    ['spare', 'Lamp', 'Has the fields of `Lamp` again.'],
    ['old', 'string \\| null', ''],
  ]);
  expect(text).toContain('| `name` **Required** | `string` |');
  expect(text).toContain('**Required**\n\nContent type: `application/json`');
});

test('what refers to itself ends, also through many ways', async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [
      `S${at}`,
      {
        type: 'object',
        properties: Object.fromEntries(
          Array.from({ length: 12 }, (__, to) => [`p${to}`, { $ref: `#/components/schemas/S${to}` }]),
        ),
      },
    ]),
  );
  const json = { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } };
  const circle = {
    A: { allOf: [{ $ref: '#/components/schemas/B' }] },
    B: { allOf: [{ $ref: '#/components/schemas/A' }] },
  };
  const text = await read(
    {
      requestBody: json,
      responses: {
        200: { description: 'OK', ...json },
        400: {
          description: 'No',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
        },
      },
    },
    { components: { schemas: { ...schemas, ...circle } } },
  );
  expect(text.length).toBeLessThan(100_000);
  expect(text).toContain('Further fields are left out.');
});

test('an example call names server, token, path, query and body, and can be pasted into a shell', async () => {
  const spec = {
    openapi: '3.1.0',
    servers: [{ url: 'https://{host}/v1/', variables: { host: { default: 'api.example.com' } } }],
    security: [{ key: ['lamps:read', 'lamps:write'] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/lamps/{lampId}': {
        parameters: [{ name: 'lampId', in: 'path', required: true }],
        post: {
          operationId: 'light',
          parameters: [
            { name: 'mode', in: 'query', required: true, example: 'a b' },
            { name: 'dim', in: 'query' },
          ],
          requestBody: {
            content: { 'application/json': { example: { note: "it's $(late)" } } },
          },
          responses: {
            201: {
              description: 'Lit',
              content: {
                'application/json': {
                  examples: {
                    one: { summary: 'A lamp', value: { id: 1 } },
                    two: { value: { id: 2 } },
                  },
                },
              },
            },
          },
        },
      },
    },
  };
  const text = await openRestSite({ 'all.yaml': JSON.stringify(spec) }).read('cloud');
  expect(text).toContain(`\`\`\`shell copy
curl -X POST 'https://api.example.com/v1/lamps/LAMP_ID?mode=a%20b' \\
  -H 'Accept: application/json' \\
  -H 'Authorization: Bearer YOUR-TOKEN' \\
  -H 'Content-Type: application/json' \\
  -d '{
  "note": "it'\\''s $(late)"
}'
\`\`\``);
  expect(text).toContain(`\`\`\`javascript copy
const response = await fetch('https://api.example.com/v1/lamps/LAMP_ID?mode=a%20b', {
  method: 'POST',
  headers: {
    Accept: 'application/json',
    Authorization: 'Bearer YOUR-TOKEN',
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    "note": "it's $(late)"
  }),
});
const answer = await response.json();
\`\`\``);
  expect(text).toContain('Authentication: `key` (`lamps:read`, `lamps:write`)');
  expect(text).toMatch(/\*\*A lamp\*\*\n\n```json\n\{\n {2}"id": 1\n\}\n```\n\n\*\*two\*\*/);
});

test('authentication is optional where a call may go without', async () => {
  const spec = writeSpec({
    '/lamps': { security: [{}, { key: [] }] },
    '/stars': { security: [{}] },
  });
  const text = await openRestSite({ 'all.json': spec }).read('cloud');
  expect(text.match(/Authentication.*/g)).toEqual(['Authentication (optional): `key`']);
});

test('all languages have all words, with the same places in them', () => {
  const { en, ...others } = REST_WORDS;
  const places = (words: object | undefined) =>
    Object.entries(words ?? {}).map(([name, text]) => [name, `${text}`.match(/\{\w+\}/g) ?? []]);
  expect(Object.keys(others)).toHaveLength(9);
  for (const words of Object.values(others)) expect(places(words)).toEqual(places(en));
});

test('a site has words of its own', async () => {
  const site = openRestSite({
    'all.json': writeSpec({ '/lamps': {} }),
    'data/ui.yml': 'rest_reference: { exampleOf: "Try {operation}" }\n',
  });
  expect(await site.read('cloud')).toContain('>Try GET /lamps</h3>');
});

test('callbacks, links and samples of code are shown; a link leads to an operation that the page has', async () => {
  const lamp = {
    'application/json': { schema: { type: 'object', properties: { oil: { type: 'integer' } } } },
  };
  const { read: readSite, findings } = openRestSite({
    'all.json': writeSpec(
      {
        '/lamps': {
          summary: 'Light a lamp',
          'x-codeSamples': [
            { lang: 'JavaScript', label: 'Fetch | it', source: "await fetch('/lamps')" },
            { lang: 'C#', source: 'Light();' },
            { lang: 'Broken' },
          ],
          responses: {
            201: {
              description: 'Lit.',
              links: {
                Look: {
                  operationId: 'getLamp',
                  parameters: { id: '$response.body#/id' },
                  description: 'See it.',
                },
                Lost: { operationId: 'findLamp' },
              },
            },
          },
          callbacks: {
            burntOut: {
              '{$request.body#/url}': {
                post: {
                  description: 'It is **dark**.',
                  requestBody: { content: lamp },
                  responses: { 204: { description: 'Seen.' } },
                },
              },
            },
          },
        },
        '/lamps/{id}': { operationId: 'getLamp' },
      },
      {
        webhooks: {
          newLamp: {
            post: { requestBody: { content: lamp }, responses: { 200: { description: 'Thanks.' } } },
          },
        },
      },
    ),
  });
  const text = await readSite('cloud');
  const tabs = [...text.matchAll(/<div class="codetab" (.*)>\n\n```(.*)\n(.*)\n/g)].map((tab) =>
    tab.slice(1),
  );
  expect(tabs).toEqual([
    ['data-language="shell" data-label="curl"', 'shell copy', 'curl https://HOSTNAME/lamps'],
    ['data-language="javascript" data-label="Fetch | it"', 'javascript copy', "await fetch('/lamps')"],
    ['data-language="csharp" data-label="C#"', 'csharp copy', 'Light();'],
    // The operation that the first one leads to.
    ['data-language="shell" data-label="curl"', 'shell copy', 'curl https://HOSTNAME/lamps/ID'],
    [
      'data-language="javascript" data-label="JavaScript"',
      'javascript copy',
      "const response = await fetch('https://HOSTNAME/lamps/ID');",
    ],
  ]);
  expect(text).toContain(
    '- **Look**: [`getLamp`](#get-lamp) (`id` = `$response.body#/id`) See it.\n- **Lost**: `findLamp`',
  );
  expect(text).toContain('id="get-lamps--callbacks">Callbacks of “Light a lamp”</h3>');
  expect(text).toContain('**burntOut**: **`POST`** `{$request.body#/url}`\n\nIt is **dark**.');
  expect(text).toContain('| `oil` | `integer` |');
  expect(text).toContain('| `204` | Seen. |');
  // Nobody but the server calls a webhook.
  const [, webhook = ''] = text.split('id="webhook-post-new-lamp"');
  expect(webhook).toContain('**Webhook** **`POST`** `newLamp`');
  expect(webhook).not.toContain('curl');
  expect(webhook).toContain('```json\n{\n  "oil": 1\n}\n```');
  expect((await findings()).map(({ code, message }) => [code, message])).toEqual([
    ['rest/misshapen', "The sample of code is not a mapping with 'lang' and 'source', so it is left out."],
  ]);
});

test.each([
  ['{ "id": 9007199254740993 }', 'application/json', `body: '{ "id": 9007199254740993 }'`],
  ["oil=it's", 'application/x-www-form-urlencoded', `body: 'oil=it\\'s'`],
  ['<lamp>\n</lamp>', 'application/xml', `body: '<lamp>\\n</lamp>'`],
  ['--', 'multipart/form-data', undefined],
])('a body that is no object of JavaScript is sent as it is written: %s', async (example, type, wanted) => {
  const post = { responses: {}, requestBody: { content: { [type]: { example } } } };
  const { read: readSite } = openRestSite({ 'all.json': writeSpec({}, { paths: { '/lamps': { post } } }) });
  const text = await readSite('cloud');
  expect(/^ {2}(body: .*),$/m.exec(text)?.[1]).toBe(wanted);
  expect(text).toContain('curl -X POST');
});

test('a sample for a shell takes the place of the call that is made', async () => {
  const text = await read({ 'x-code-samples': [{ lang: 'cURL', source: 'curl lamps.example.com' }] });
  expect(text.match(/curl .*/g)).toEqual(['curl lamps.example.com']);
});

test('what is wrong with the own text of the article is told at its place, with its fix', async () => {
  const own = `---
title: API
versions: '*'
autogenerated: rest
---

Call it.

See [the lamps](/lamps), and {% data reusables.lamps.none %}.

{% ifversion cloud %}灯りは[ここ](#nowhere)。{% else if server %}No.{% endif %}
`;
  const site = openRestSite({
    'content/api.md': own,
    'all.yaml': writeSpec({ '/lamps': { operationId: 'list', description: 'See [it](/other).' } }),
  });
  const found = (await site.findings()).filter(({ place }) => place.file === 'content/api.md');
  const lines = own.split('\n');
  const stretches = found.map(({ code, place }) => [
    code,
    lines[place.line - 1]?.slice(place.column - 1).slice(0, 12),
  ]);
  expect(stretches).toEqual([
    ['links/broken', '[the lamps]('],
    ['resolve/unknown-reference', '{% data reus'],
    ['links/broken-fragment', '[ここ](#nowher'],
    ['resolve/unexpected-arguments', '{% else if s'],
  ]);
  expect(found.at(-1)?.fixes?.[0]?.edits[0]).toMatchObject({ start: { line: 11 }, end: { line: 11 } });
});
