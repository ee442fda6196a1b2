import { expect, test } from 'vitest';
import { fc } from '../property.ts';
import { openRestSite, writeSpec } from './open-site.ts';

const SECRET = { 'data/variables/lamp.yml': 'secret: hidden oil\n' };

/** The HTML of an operation with these texts, and of one behind it. */
function render(texts: object) {
  const next = { operationId: 'next', summary: 'Next' };
  return openRestSite({ ...SECRET, 'all.json': writeSpec({ '/a': texts, '/b': next }) }).render('cloud');
}

test('no text of a file is Liquid', async () => {
  const liquid = '{{ site.title }} {% data variables.lamp.secret %} {{{% endraw %}{% if %}';
  const site = openRestSite({
    ...SECRET,
    'all.json': writeSpec({
      [`/x/${liquid.replaceAll('/', '')}`]: {
        operationId: liquid,
        summary: liquid,
        description: `Says ${liquid}`,
        parameters: [
          { name: liquid, in: 'query', description: liquid, schema: { enum: [liquid] }, example: liquid },
        ],
        requestBody: { content: { 'application/json': { example: { text: liquid } } } },
      },
    }),
  });
  const text = await site.read('cloud');
  expect(text).not.toContain('hidden oil');
  expect(text).toContain('{% data variables.lamp.secret %}');
  expect(text).toContain(`Says ${liquid}`);
  expect((await site.findings()).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a description cannot swallow what stands behind it, nor run code', async () => {
  for (const description of [
    'Opens\n\n```\na fence',
    'Opens <div> and `<!--`',
    'Opens <!-- a comment',
    '<table><tr><td>',
    '</td></tr></table></details>',
    '<script>alert(1)</script> <img src=x onerror=alert(1)>',
    '<pre>\nopen',
    'a | b\n\n# Heading\n\nTitle\n=====\n\n- item\n- item',
    '~~~',
    '[x]: /y\n\n\uE0000\uE001',
  ]) {
    const parameters = [{ name: 'p', in: 'query', description, schema: { type: 'object', description } }];
    const responses = {
      200: {
        description,
        content: { 'application/json': { schema: { properties: { f: { description } } } } },
      },
    };
    const html = await render({ description, parameters, responses });
    expect(html.match(/<h2 class="rest-operation"/g), description).toHaveLength(2);
    expect(html.match(/<table/g), description).toHaveLength(3);
    expect(html.match(/<h[1-6]/g), description).toHaveLength(6);
    expect(html, description).not.toMatch(/<script|onerror=/);
    expect(html, description).toContain('>Next<a');
  }
});

test('names and values are shown as they are', async () => {
  const odd = 'a`b | <b>c</b> *d* [e](f) $x$ \\';
  const html = await render({
    summary: odd,
    parameters: [{ name: odd, in: 'query', schema: { type: 'string', default: odd, pattern: '``' } }],
  });
  const plain = html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<');
  expect(plain.split('a`b | <b>c</b> *d* [e](f) $x$').length - 1).toBeGreaterThanOrEqual(3);
});

test('whatever a file holds, the page is made', { timeout: 120_000 }, async () => {
  const word = fc.constantFrom(
    'type',
    '$ref',
    'allOf',
    'oneOf',
    'properties',
    'items',
    'enum',
    'get',
    'parameters',
    'schema',
    'content',
    'responses',
    'requestBody',
    '#/paths',
    '#/components/schemas/A',
    'object',
    'array',
    '/a',
    '{id}',
    '{{',
    '|',
    '```',
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(tree, tree, async (operation, schema) => {
      const spec = {
        openapi: '3.1.0',
        paths: {
          '/a': { get: operation },
          '/b': { get: { requestBody: { content: { 'application/json': { schema } } } } },
        },
        components: { schemas: { A: schema } },
      };
      const site = openRestSite({ 'all.json': JSON.stringify(spec) });
      expect(await site.render('cloud')).toContain('Call it.');
    }),
    { numRuns: 25 },
  );
});

test('a text made to take long takes no longer than others', async () => {
  const long = 100_000;
  const texts = [
    `# a${' '.repeat(long)}x`,
    `# ${'#'.repeat(long)}x`,
    `a${' '.repeat(long)}x`,
    Array.from({ length: 600 }, (_, at) => `<a "${'`'.repeat(at)}`).join(' '),
    '<a "'.repeat(long / 4),
    '\\'.repeat(long),
    '/'.repeat(long),
  ];
  const parameters = texts.map((text, at) => ({
    name: `p${at}`,
    in: 'query',
    description: text,
    schema: { type: 'string', default: text },
  }));
  const operation = { summary: texts[0], description: texts.join('\n\n'), parameters };
  const spec = writeSpec({ '/a': operation }, { servers: [{ url: `${'/'.repeat(long)}x` }] });
  const text = await openRestSite({ 'all.json': spec }).read('cloud');
  expect(text).toContain('| `p6` |');
});

test('bars and backslashes of code are shown as they are', async () => {
  const pattern = '^(a|b\\\\|c)\\|$';
  const html = await render({
    parameters: [{ name: 'a|b', in: 'query', schema: { type: 'string', pattern, enum: ['x|y'] } }],
  });
  expect(html).toContain('<code>a|b</code>');
  expect(html).toContain('<code>x|y</code>');
  expect(html.replace(/<[^>]+>/g, '')).toContain(pattern);
});
