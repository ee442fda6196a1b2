import { expect, test } from 'vitest';
import { openRestSite, writeSpec } from './open-site.ts';

test('references lead into the file and into others of the folder', async () => {
  const site = openRestSite({
    'all.yaml': `openapi: 3.1.0
paths:
  /lamps: { $ref: 'parts/lamps.yaml#/lamps' }
`,
    'data/rest/parts/lamps.yaml': `lamps:
  get:
    operationId: list
    parameters: [{ $ref: '../shared.json#/size~1big' }]
    responses: {}
`,
    'shared.json': JSON.stringify({ 'size/big': { name: 'size', in: 'query', description: 'How big.' } }),
  });
  expect(await site.read('cloud')).toContain('| `size` | `any` | How big. |');
  expect(await site.findings()).toEqual([]);
});

test('references that lead nowhere, out of the folder, into a network or in a circle are told at their place', async () => {
  const refs = [
    '#/components/schemas/Lmp',
    '../site.yml',
    '../../content/index.md#/x',
    'https://example.com/x.yaml',
    '/etc/passwd',
    'none.yaml',
    '#/components/schemas/Round',
  ];
  const lines = refs.map((ref, at) => `        - { name: p${at}, in: query, schema: { $ref: '${ref}' } }`);
  const site = openRestSite({
    'all.yaml': `openapi: 3.0.0
paths:
  /lamps:
    get:
      responses: {}
      parameters:
${lines.join('\n')}
components:
  schemas:
    Lamp: { type: string }
    Round: { $ref: '#/components/schemas/Round' }
`,
  });
  const found = await site.findings();
  expect(found.map(({ code }) => code)).toEqual(refs.map(() => 'rest/broken-reference'));
  expect(found.map(({ place, message }) => `${place.line}: ${message}`)).toEqual([
    "7: The reference '#/components/schemas/Lmp' leads to nothing: there is no 'Lmp'.",
    "8: The reference '../site.yml' leads out of data/rest/.",
    "9: The reference '../../content/index.md#/x' leads out of data/rest/.",
    "10: The reference 'https://example.com/x.yaml' leads to a network.",
    "11: The reference '/etc/passwd' leads out of data/rest/.",
    "12: The reference 'none.yaml' leads to 'data/rest/none.yaml', which is no file of data/rest/.",
    "17: The reference leads back to itself: '#/components/schemas/Round'.",
  ]);
  expect(found[0]?.hint).toBe("Did you mean 'Lamp'?");
});

test('files that are no OpenAPI 3 are told apart', async () => {
  const tell = async (files: Record<string, string>) => {
    const found = await openRestSite(files).findings();
    return found
      .filter(({ code }) => code !== 'rest/missing-file')
      .map(
        ({ code, severity, place, message }) =>
          `${place.file}:${place.line}:${place.column} ${severity} ${code} ${message}`,
      );
  };
  expect(await tell({ 'all.yaml': "swagger: '2.0'\n" })).toEqual([
    "data/rest/all.yaml:1:1 error rest/not-openapi The file 'data/rest/all.yaml' is Swagger 2.0, and only OpenAPI 3 can be read.",
  ]);
  expect(await tell({ 'all.yaml': 'title: x\n' })).toEqual([
    "data/rest/all.yaml:1:1 error rest/not-openapi The file 'data/rest/all.yaml' does not say that it is OpenAPI.",
  ]);
  expect(await tell({ 'all.yaml': 'openapi: 4.0.0\n' })).toEqual([
    "data/rest/all.yaml:1:10 error rest/not-openapi The file 'data/rest/all.yaml' is OpenAPI 4.0.0, and only OpenAPI 3 can be read.",
  ]);
  expect(await tell({ 'all.yaml': '' })).toHaveLength(1);
  expect((await tell({ 'all.json': '{ "openapi": }' }))[0]).toMatch(
    /^data\/rest\/all\.json:1:\d+ error rest\/syntax/,
  );
  expect(await tell({ 'all.json': writeSpec({}), 'server2.0.json': writeSpec({}) })).toEqual([
    "data/rest/server2.0.json:1:1 warning rest/stray-file No version of the site is called 'server2.0', and no file refers to 'data/rest/server2.0.json', so nobody reads it.",
  ]);
});

test('a mistake in a description has its place there, through the operation and the article', async () => {
  const site = openRestSite({
    'all.yaml': `openapi: 3.1.0
paths:
  /lamps:
    get:
      description: See [nothing](/nowhere).
      responses: {}
`,
  });
  const found = (await site.findings()).find(({ code }) => code === 'links/broken');
  expect(found).toMatchObject({
    place: { file: 'data/rest/all.yaml', line: 5, column: 24 },
    via: [{ file: 'data/rest/all.yaml', line: 4, column: 5 }, { file: 'content/api.md' }],
  });
});
